import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

export type Encoding = 'br' | 'gzip' | 'identity';

/** A built file, compressed on first use and kept: the build does not change while the service runs. */
export class BuiltFile {
  readonly type: string;
  readonly etag: string;
  readonly content: Buffer;
  /** Hashed names never change their content. */
  readonly isImmutable: boolean;
  readonly #canCompress: boolean;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(path: string, content: Buffer) {
    const ending = extname(path);
    this.content = content;
    this.type = types[ending] ?? 'application/octet-stream';
    this.etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    this.isImmutable = /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);
    this.#canCompress = compressible.has(ending);
  }

  /** The best of what the browser takes. */
  async encoded(acceptEncoding: string): Promise<{ encoding: Encoding; bytes: Buffer }> {
    const encoding = this.#canCompress ? chooseEncoding(acceptEncoding) : 'identity';
    const kept = this.#encoded.get(encoding) ?? compress(this.content, encoding);
    this.#encoded.set(encoding, kept);
    return { encoding, bytes: await kept };
  }
}

export function chooseEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

export async function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return promisify(gzip)(content, { level: 9 });
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

/**
 * Reads the whole build. The map's keys are the only paths that are served, so no request can reach another file. Source maps are kept
 * back: what the code looks like is of use only to us, and to whoever looks for a way in.
 */
export async function readBuiltFiles(folder: string): Promise<Map<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, BuiltFile>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, new BuiltFile(path, await readFile(file)));
  }
  return files;
}
