import { GraphFailure, type SandboxApp } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { invalidRequest, tooLarge } from '../refusals.ts';
import type { MailThrottle } from '../throttle.ts';
import { cancelUpload, findUpload, sessionResource, takeChunk } from './upload-sessions.ts';

const largestChunk = 4 * 1024 * 1024;

/** https://learn.microsoft.com/graph/outlook-large-attachments */
export function registerUploads(app: SandboxApp, tenant: Tenant, throttle: MailThrottle): void {
  const path = '/upload/mail/:session';

  app.use(path, async (c, next) => {
    // The address is for Outlook, which knows nothing of a token for Graph.
    if (c.req.header('authorization') !== undefined) {
      throw new GraphFailure(
        401,
        'InvalidAudience',
        'The upload address carries its own authorization: the request must not have an Authorization header.',
      );
    }
    await next();
  });

  app.get(path, (c) => c.json(sessionResource(findUpload(tenant, c.req.param('session')))));

  app.delete(path, (c) => {
    cancelUpload(tenant, findUpload(tenant, c.req.param('session')));
    return c.body(null, 204);
  });

  app.put(path, async (c) => {
    const announced = findUpload(tenant, c.req.param('session'));
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(c.req.header('content-range') ?? '');
    if (!range) throw invalidRequest('A Content-Range header of the form "bytes 0-1023/4096" is needed.');
    const [first = 0, last = 0, total = 0] = range.slice(1).map(Number);
    if (total !== announced.size || last < first || last >= total) {
      throw invalidRequest('The Content-Range does not fit the size that the session was opened for.');
    }
    if (last - first + 1 >= largestChunk) throw tooLarge('Each range must be smaller than 4 MB.');
    const bytes = Buffer.from(await c.req.arrayBuffer());
    if (bytes.length !== last - first + 1) throw invalidRequest('The body has not the length that Content-Range says.');
    // Looked up again: another request may have moved the session on while the bytes came in.
    const upload = findUpload(tenant, announced.id);
    if (first !== upload.received) {
      throw new GraphFailure(416, 'InvalidRange', `The next byte expected is ${upload.received}.`);
    }
    throttle.admitUpload(upload.appId, upload.mailboxId, bytes.length);
    const result = takeChunk(tenant, upload, bytes);
    if ('session' in result) return c.json(result.session, 200);
    const { message, attachment } = result;
    return c.body(null, 201, {
      location: `${tenant.origin}/graph/v1.0/users/${upload.mailboxId}/messages/${message.movingId}/attachments/${attachment.id}`,
    });
  });
}
