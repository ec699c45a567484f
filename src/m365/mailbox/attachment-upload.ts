import * as v from 'valibot';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import { readFault, remoteErrorFromFault, remoteErrorFromThrown } from '../graph/errors.ts';
import { uploadProgressSchema, uploadSessionSchema } from './schema.ts';

/** Under 4 MB, as Outlook asks, in multiples of 320 KiB, as drives ask (facts 2.1, 1.9). */
const chunkBytes = 12 * 320 * 1024;
const chunkTimeoutMs = 120_000;
/** Breaks in a row, without a byte taken in between, until the upload is given up and left to the caller's retry. */
const breaksAllowed = 4;

export interface Upload {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface UploadOptions {
  fetch: typeof fetch;
  /** Waits this many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  onProgress?: ((sent: number, total: number) => void) | undefined;
}

/**
 * Adds a file to a draft by an upload session. After a break it asks which bytes are still expected and goes on there.
 * The address carries its own right: no token goes to it. https://learn.microsoft.com/graph/outlook-large-attachments
 */
export async function uploadAttachment(
  graph: Graph,
  messagePath: string,
  file: Upload,
  options: UploadOptions,
): Promise<void> {
  const session = await graph.json(uploadSessionSchema, {
    method: 'POST',
    path: `${messagePath}/attachments/createUploadSession`,
    body: {
      AttachmentItem: {
        attachmentType: 'file',
        name: file.name,
        contentType: file.contentType,
        size: file.bytes.byteLength,
      },
    },
  });
  const url = trustedUploadUrl(session.uploadUrl, graph.root);
  let next: number | null = firstByte(session.nextExpectedRanges) ?? 0;
  let breaks = 0;
  while (next !== null) {
    const from: number = next;
    options.onProgress?.(from, file.bytes.byteLength);
    try {
      next = await putChunk(url, file.bytes, from, options.fetch);
      breaks = 0;
    } catch (error) {
      breaks += 1;
      if (!isRemoteError(error) || !error.isRepeatable || breaks > breaksAllowed) throw error;
      await options.wait(waitMs(error, breaks));
      next = await askForNext(url, from, options.fetch);
    }
  }
  options.onProgress?.(file.bytes.byteLength, file.bytes.byteLength);
}

/** The first byte of the next chunk; null when the file is complete. */
async function putChunk(url: string, bytes: Uint8Array, start: number, send: typeof fetch): Promise<number | null> {
  const end = Math.min(start + chunkBytes, bytes.byteLength);
  const response = await exchange(send, url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${start}-${end - 1}/${bytes.byteLength}`,
    },
    // A blob goes to the network from another process; an array is copied on the thread the person types on.
    body: new Blob([bytes.subarray(start, end) as Uint8Array<ArrayBuffer>]),
  });
  if (response.status === 201 || end === bytes.byteLength) return null;
  return nextOf(response, end);
}

/** Where to go on after a break; the same place again when nobody can say. */
async function askForNext(url: string, start: number, send: typeof fetch): Promise<number> {
  try {
    return await nextOf(await exchange(send, url, { method: 'GET' }), start);
  } catch (error) {
    if (isRemoteError(error) && error.isRepeatable) return start;
    throw error;
  }
}

async function nextOf(response: Response, otherwise: number): Promise<number> {
  const body: unknown = await response.json().catch(() => null);
  const progress = v.safeParse(uploadProgressSchema, body);
  return (progress.success ? firstByte(progress.output.nextExpectedRanges) : null) ?? otherwise;
}

async function exchange(send: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await send(url, { ...init, credentials: 'omit', signal: AbortSignal.timeout(chunkTimeoutMs) });
  } catch (error) {
    throw remoteErrorFromThrown(error, `${init.method} upload`);
  }
  if (!response.ok) throw remoteErrorFromFault(await readFault(response), `${init.method} upload`);
  return response;
}

/** `"3932160-"` or `"3932160-7864319"`. */
function firstByte(ranges: readonly string[]): number | null {
  const start = Number(ranges[0]?.split('-')[0]);
  return ranges.length > 0 && Number.isInteger(start) ? start : null;
}

function waitMs(error: RemoteError, breaks: number): number {
  return error.retryAfterSeconds === undefined ? 500 * 2 ** (breaks - 1) : error.retryAfterSeconds * 1000;
}

/** An abusive mail's bytes go to Microsoft over https, or to the very host we speak to. */
function trustedUploadUrl(uploadUrl: string, root: URL): string {
  const url = new URL(uploadUrl);
  if (url.protocol !== 'https:' && url.origin !== root.origin) {
    throw new RemoteError('forbidden', 'upload: the address is not safe');
  }
  return url.href;
}
