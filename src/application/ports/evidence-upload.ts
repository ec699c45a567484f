import type { AttachmentClaim } from '../../domain/incident/account.ts';
import type { EvidenceItem } from '../../domain/incident/incident.ts';

/** Files the captured bytes with the service, which alone may write to the evidence library. */
export interface EvidenceUpload {
  /**
   * Idempotent by submission and hash. Throws `RemoteError('notFound')` while the service has not yet
   * taken the submission (ask again later), `conflict` when the hash differs from the bytes received.
   */
  file(
    submissionId: string,
    evidence: {
      bytes: Uint8Array;
      sha256: string;
      method: EvidenceItem['method'];
      internetMessageId: string;
      itemId: string;
      capturedAt: string;
      /** Left out for the original of an e-mail. Which claim of the report these bytes are; method `upload`. POL-3.1-1 */
      attachment?: Pick<AttachmentClaim, 'id' | 'type' | 'name' | 'mediaType'>;
    },
    onProgress?: (sent: number, total: number) => void,
  ): Promise<{ id: string; filedAt: string }>;
}
