import * as v from 'valibot';
import { RemoteError, type RemoteErrorCode } from '../../application/remote-error.ts';

const repeats = 3;
const timeoutMs = 60_000;
const longestWaitSeconds = 30;

const itemSchema = v.object({ id: v.string() });
const statusSchema = v.object({ nextExpectedRanges: v.array(v.string()) });

const byStatus: Record<number, RemoteErrorCode> = {
  404: 'notFound',
  409: 'conflict',
  410: 'gone',
  413: 'tooLarge',
  429: 'throttled',
  507: 'tooLarge',
};

/** One upload to an address that carries its own permission: no token is sent there (facts 1.9). */
export class UploadSession {
  readonly #url: string;
  readonly #total: number;
  readonly #fetch: typeof fetch;
  #sent = 0;

  constructor(url: string, total: number, send: typeof fetch) {
    this.#url = url;
    this.#total = total;
    this.#fetch = send;
  }

  /** Sends the next piece; gives the file when it was the last. A broken piece is asked after and sent again. */
  async send(piece: Uint8Array<ArrayBuffer>): Promise<{ id: string } | null> {
    let last: RemoteError | null = null;
    for (let attempt = 0; attempt <= repeats; attempt += 1) {
      if (last) {
        await pause(last.retryAfterSeconds ?? 2 ** attempt / 4);
        if (await this.#hasArrived(piece)) {
          this.#sent += piece.length;
          return null;
        }
      }
      try {
        const item = await this.#put(piece);
        this.#sent += piece.length;
        return item;
      } catch (error) {
        if (!(error instanceof RemoteError) || !error.isRepeatable) throw error;
        last = error;
      }
    }
    throw last ?? new RemoteError('server', 'upload: not sent');
  }

  /** Nothing stays behind. A session that cannot be cancelled runs out by itself. */
  async cancel(): Promise<void> {
    await this.#fetch(this.#url, { method: 'DELETE', signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
  }

  async #put(piece: Uint8Array<ArrayBuffer>): Promise<{ id: string } | null> {
    const end = this.#sent + piece.length - 1;
    let response: Response;
    try {
      response = await this.#fetch(this.#url, {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${this.#sent}-${end}/${this.#total}` },
        body: piece,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw new RemoteError('offline', 'upload: no answer', { cause: error });
    }
    if (response.status === 202) {
      await response.arrayBuffer();
      return null;
    }
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return fileIn(body);
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    const code = byStatus[response.status] ?? (response.status >= 500 ? 'server' : 'invalid');
    throw new RemoteError(code, `upload: ${response.status}`, {
      status: response.status,
      ...(Number.isFinite(wait) ? { retryAfterSeconds: Math.min(wait, longestWaitSeconds) } : {}),
    });
  }

  async #hasArrived(piece: Uint8Array): Promise<boolean> {
    const response = await this.#fetch(this.#url, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
    const status = v.safeParse(statusSchema, await response?.json().catch(() => null));
    const next = status.success ? status.output.nextExpectedRanges[0] : undefined;
    return next !== undefined && Number.parseInt(next, 10) >= this.#sent + piece.length;
  }
}

/** What stands between us and SharePoint may have answered in its place. */
function fileIn(body: unknown): { id: string } {
  const item = v.safeParse(itemSchema, body);
  if (!item.success) throw new RemoteError('server', 'upload: the answer names no file');
  return item.output;
}

function pause(seconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, seconds * 1000));
}
