import * as v from 'valibot';
import type { EvidenceUpload } from '../../application/ports/evidence-upload.ts';
import type { ServiceClient } from '../service-client/service-client.ts';

const filedSchema = v.object({ id: v.string(), filedAt: v.string() });

/** Files the bytes with the service; hash, method and ids go in headers, because the body is the evidence itself. */
export function createEvidenceUpload(service: ServiceClient): EvidenceUpload {
  return {
    file: (submissionId, evidence, onProgress) =>
      service.send(filedSchema, {
        method: 'PUT',
        path: `/api/submissions/${encodeURIComponent(submissionId)}/evidence`,
        headers: {
          'Content-Type': 'application/octet-stream',
          'x-evidence-sha256': evidence.sha256,
          'x-evidence-method': evidence.method,
          // A Message-ID is the sender's choice and may hold anything; a header holds ASCII.
          'x-evidence-message-id': encodeURIComponent(evidence.internetMessageId),
          'x-evidence-item-id': encodeURIComponent(evidence.itemId),
          'x-evidence-captured-at': evidence.capturedAt,
        },
        body: evidence.bytes,
        onProgress,
      }),
  };
}
