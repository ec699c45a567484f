import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

export interface FiledFile {
  driveItemId: string;
  size: number;
}

/** The write-once library of originals, one folder an incident. B-EVD-1. */
export interface EvidenceLibrary {
  /**
   * Streams the file into the folder, which bears the incident's reference: so people find it in SharePoint itself. `confirm` is asked when all bytes have been read and before the last of them
   * are sent: false leaves nothing behind and gives `refused`. `exists` means that a file of this name is there already.
   */
  write(
    boundary: CaveatBoundary,
    file: { folder: string; fileName: string; size: number; bytes: AsyncIterable<Uint8Array> },
    confirm: () => boolean,
  ): Promise<FiledFile | 'exists' | 'refused'>;
  find(boundary: CaveatBoundary, folder: string, fileName: string): Promise<FiledFile | null>;
  /** In pieces, as they arrive. */
  read(boundary: CaveatBoundary, driveItemId: string): Promise<AsyncIterable<Uint8Array>>;
}
