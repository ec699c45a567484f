import type { SandboxContext } from '../../http.ts';
import { invalidRequest, tooLarge } from '../refusals.ts';

/** Graph takes no larger request for mail. */
const largestRequest = 4 * 1024 * 1024;

/**
 * A request that adds one attachment: under 3 MB of it are allowed, which in base64 is 4 MB to the byte, and its name and
 * type come on top. https://learn.microsoft.com/graph/api/message-post-attachments
 */
export const largestAttachmentRequest = largestRequest + 64 * 1024;

/** The request's body in full; over the limit it is refused before it is read. */
export async function readBody(c: SandboxContext, limit = largestRequest): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw requestTooLarge();
  const body = Buffer.from(await c.req.arrayBuffer());
  if (body.length > limit) throw requestTooLarge();
  return body;
}

const requestTooLarge = () => tooLarge('Request content size is larger than the limit of 4 MB.');

/** The request's JSON object. An empty body counts as an empty object. */
export async function readJson(c: SandboxContext, limit = largestRequest): Promise<Record<string, unknown>> {
  const text = (await readBody(c, limit)).toString('utf8');
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, in Graph's words.
  }
  throw invalidRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}

/** True for a whole MIME message in base64, which is sent as text. */
export function carriesMime(c: SandboxContext): boolean {
  return /^text\/plain\b/i.test(c.req.header('content-type') ?? '');
}

/** The MIME message of such a request. */
export async function readMime(c: SandboxContext): Promise<Buffer> {
  const text = (await readBody(c)).toString('latin1').trim();
  if (text === '' || !/^[A-Za-z0-9+/\s]*={0,2}$/.test(text)) {
    throw invalidRequest('Invalid base64 string for MIME content.');
  }
  return Buffer.from(text, 'base64');
}
