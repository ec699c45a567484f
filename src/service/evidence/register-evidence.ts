import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { copyEvidence } from '../../application/copy-evidence.ts';
import {
  attachmentLimit,
  type CapturedFile,
  evidenceLimit,
  type FileEvidence,
} from '../../application/file-evidence.ts';
import type { IncidentDesk } from '../../application/incident-desk.ts';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { recordVerification } from '../../application/verify-evidence.ts';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import type { AccessTokenCheck } from './access-token.ts';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Percent-encoded, because a header holds ASCII and these are the sender's choice. */
const encodedText = v.pipe(
  v.optional(v.string(), ''),
  v.maxLength(8_000),
  v.check(isDecodable),
  v.transform(decodeURIComponent),
);

const headersSchema = v.object({
  size: v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1)),
  sha256,
  method: v.picklist(['officeFile', 'graphMime', 'upload']),
  attachmentId: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,40}$/))), null),
  internetMessageId: encodedText,
  itemId: encodedText,
  capturedAt: v.pipe(
    v.string(),
    v.maxLength(40),
    v.check((text) => !Number.isNaN(Date.parse(text))),
    v.transform((text) => new Date(text).toISOString()),
  ),
});
/** An upload is one of the report's files, and names it; what Outlook captured is the original and is never named. */
const capturedSchema = v.pipe(
  headersSchema,
  v.check(({ method, attachmentId }) => (method === 'upload') === (attachmentId !== null)),
);
/** One hash, and room to spare. */
const largestVerification = 4 * 1024;
const verificationSchema = v.object({ sha256 });

export interface EvidenceParts {
  tokens: AccessTokenCheck;
  evidence: FileEvidence;
  desk: IncidentDesk;
  ports: ServicePorts;
}

/** Upload and verification of evidence, for our own pages with the signed-in person's token. Errors have Graph's form. */
export function registerEvidence(app: Hono, { tokens, evidence, desk, ports }: EvidenceParts): void {
  app.put('/api/submissions/:submissionId/evidence', async (c) => {
    const verdict = await tokens.check(c.req.header('authorization'));
    if (!verdict.ok) return refused(c, ports, verdict);
    const submissionId = c.req.param('submissionId');
    const headers = v.safeParse(capturedSchema, {
      size: c.req.header('content-length'),
      sha256: c.req.header('x-evidence-sha256'),
      method: c.req.header('x-evidence-method'),
      attachmentId: c.req.header('x-evidence-attachment-id'),
      internetMessageId: c.req.header('x-evidence-message-id'),
      itemId: c.req.header('x-evidence-item-id'),
      capturedAt: c.req.header('x-evidence-captured-at'),
    });
    if (!isSubmissionId(submissionId)) return notFound(c);
    if (!headers.success || !c.req.raw.body) return failure(c, 400, 'invalidRequest');
    const limit = headers.output.attachmentId === null ? evidenceLimit : attachmentLimit;
    if (headers.output.size > limit) return failure(c, 413, 'tooLarge');
    const bytes = c.req.raw.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;
    const captured: CapturedFile = { submissionId, callerId: verdict.staffId, bytes, ...headers.output };
    const filed = await evidence.file(captured);
    switch (filed.kind) {
      case 'filed':
        return c.json({ id: filed.id, filedAt: filed.filedAt });
      case 'notFound':
        return notFound(c);
      case 'mismatch':
        return failure(c, 422, 'hashMismatch');
      case 'different':
        return failure(c, 409, 'differentEvidence');
    }
  });

  const limit = bodyLimit({ maxSize: largestVerification });
  app.post('/api/incidents/:submissionId/evidence/:evidenceId/verification', limit, async (c) => {
    const verdict = await tokens.check(c.req.header('authorization'));
    if (!verdict.ok) return refused(c, ports, verdict);
    const submissionId = c.req.param('submissionId');
    if (!isSubmissionId(submissionId)) return notFound(c);
    const body = v.safeParse(verificationSchema, await c.req.json().catch(() => null));
    if (!body.success) return failure(c, 400, 'invalidRequest');
    const result = await recordVerification(ports, desk, {
      staffId: verdict.staffId,
      submissionId,
      evidenceId: c.req.param('evidenceId'),
      computedSha256: body.output.sha256,
    });
    return result.kind === 'notFound' ? notFound(c) : c.json({ isUnchanged: result.isUnchanged });
  });

  // A request that leaves an entry behind is no GET.
  app.post('/api/incidents/:submissionId/evidence/:evidenceId/copy', limit, async (c) => {
    const verdict = await tokens.check(c.req.header('authorization'));
    if (!verdict.ok) return refused(c, ports, verdict);
    const submissionId = c.req.param('submissionId');
    if (!isSubmissionId(submissionId)) return notFound(c);
    const evidenceId = c.req.param('evidenceId');
    const copy = await copyEvidence(ports, desk, { staffId: verdict.staffId, submissionId, evidenceId });
    if (!copy) return notFound(c);
    // Never a type that a browser would show or run.
    return c.body(Readable.toWeb(Readable.from(copy.bytes)) as ReadableStream, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(copy.item.size),
      'content-disposition': `attachment; filename="${copy.reference} ${copy.item.fileName}"`,
      'x-content-type-options': 'nosniff',
    });
  });
}

/** An error of another system, told to our own client so that it knows whether and when to ask again. */
export function remoteFailure(c: Context, error: unknown): Response | null {
  if (!isRemoteError(error)) return null;
  if (error.code === 'tooLarge') return failure(c, 413, 'tooLarge');
  if (!error.isRepeatable && error.code !== 'conflict') return null;
  c.header('retry-after', String(Math.ceil(error.retryAfterSeconds ?? 5)));
  return failure(c, 503, 'serviceNotAvailable');
}

function refused(c: Context, ports: ServicePorts, verdict: { status: 401 | 403; reason: string }): Response {
  ports.log.warn('evidenceCallRefused', { reason: verdict.reason });
  if (verdict.status === 401) c.header('www-authenticate', 'Bearer error="invalid_token"');
  return failure(c, verdict.status, verdict.status === 401 ? 'unauthenticated' : 'accessDenied');
}

/** The reporter's own client asks again: the list may not have been read yet. */
function notFound(c: Context): Response {
  c.header('retry-after', '5');
  return failure(c, 404, 'itemNotFound');
}

function failure(c: Context, status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503, code: string): Response {
  return c.json({ error: { code, message: code } }, status);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
