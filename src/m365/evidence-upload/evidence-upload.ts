import * as v from 'valibot';
import type { EvidenceUpload } from '../../application/ports/evidence-upload.ts';
import type { ServiceClient } from '../service-client/service-client.ts';

type Attachment = NonNullable<Parameters<EvidenceUpload['file']>[1]['attachment']>;

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
          ...(evidence.attachment ? attachmentHeaders(evidence.attachment) : {}),
        },
        body: evidence.bytes,
        onProgress,
      }),
  };
}

/** Half a surrogate pair, which a name cut by a disk may hold, cannot be encoded. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A file's name is the person's choice and may hold anything, and so may the type that a browser makes of it. */
function attachmentHeaders({ id, type, name, mediaType }: Attachment): Record<string, string> {
  return {
    'x-evidence-attachment-id': id,
    'x-evidence-type': type,
    'x-evidence-name': encodeName(name),
    'x-evidence-media-type': encodeURIComponent(mediaType),
  };
}
