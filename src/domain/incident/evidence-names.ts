import type { AttachmentClaim } from './account.ts';
import type { EvidenceItem, Incident } from './incident.ts';
import type { Report } from './report.ts';

/** Id of the captured original of a reported mail. */
export const originalId = 'original';

/** Endings that a file may keep in the library: pictures, sound, film, scans, documents without macros. Nothing a browser would run. */
const endings: ReadonlySet<string> = new Set([
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'heif', 'tif', 'tiff', 'bmp'],
  ...['mp3', 'm4a', 'wav', 'ogg', 'oga', 'opus', 'aac', 'flac', 'amr', 'wma', '3gp'],
  ...['mp4', 'mov', 'webm', 'avi', 'mkv'],
  ...['pdf', 'txt', 'rtf', 'docx', 'odt', 'eml', 'msg'],
]);

/** Id of the evidence that a claimed file becomes. Ids differ in more than capitals, because file names in the library do not. */
export function attachmentEvidenceId({ type, id }: Pick<AttachmentClaim, 'type' | 'id'>): string {
  return `${type}-${id.toLowerCase()}`;
}

/**
 * Name of a claimed file in the library: made from its id, never from what it was called on somebody's device, of which only a
 * known ending is kept. B-EVD-1.
 */
export function attachmentFileName(claim: Pick<AttachmentClaim, 'type' | 'id' | 'name'>): string {
  const ending = /\.([A-Za-z0-9]{2,5})$/.exec(claim.name.trim())?.[1]?.toLowerCase() ?? '';
  return `${attachmentEvidenceId(claim)}.${endings.has(ending) ? ending : 'bin'}`;
}

/** Ids of everything the report says there is evidence of. */
export function claimedEvidence(report: Report): string[] {
  const attached = report.account?.attachments.map(attachmentEvidenceId) ?? [];
  return report.email === null ? attached : [originalId, ...attached];
}

/** The original of a reported mail; null while it is not filed, and for everything else. */
export function originalOf({ evidence }: Pick<Incident, 'evidence'>): EvidenceItem | null {
  return evidence.find(({ id }) => id === originalId) ?? null;
}
