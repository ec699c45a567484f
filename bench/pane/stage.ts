import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { BuiltFile } from '../../src/service/pages/built-files.ts';
import { ajaxShim } from '../../test/office/ajax-shim.ts';

/** What stands around our own pages while they are measured: the floor, Office.js alone, and the host's sign-in. */
export interface Stage {
  origin: string;
  /** Requests for Office.js stay without an answer. */
  hang(isHanging: boolean): void;
  stop(): Promise<void>;
}

const alone = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Office.js alone</title>
<script src="/office/office.js"></script>
<script>Office.onReady(() => { if (Office.context.mailbox.item.subject) window.officeReadyAt = performance.now(); });</script>
<p>Office.js alone</p></html>`;

/** `relay` gives the host's answer to a request for a token. */
export async function startStage(given: {
  officeFolder: string | null;
  relay: (order: { clientId: string; scope: string }) => Promise<unknown>;
}): Promise<Stage> {
  const files = new Map<string, Promise<BuiltFile>>();
  let isHanging = false;

  function fileOf(path: string): Promise<BuiltFile> {
    const kept = files.get(path) ?? load(path);
    files.set(path, kept);
    return kept;
  }

  async function load(path: string): Promise<BuiltFile> {
    if (path === '/floor.html') {
      return new BuiltFile(path, await readFile(join(import.meta.dirname, '../floor/floor.html')));
    }
    if (path === '/alone.html') return new BuiltFile(path, Buffer.from(alone));
    if (path === '/ajax/3.5/MicrosoftAjax.js') return new BuiltFile(path, Buffer.from(ajaxShim));
    const inside = normalize(path.replace(/^\/office\//, ''));
    if (!path.startsWith('/office/') || !given.officeFolder || inside.startsWith('..')) throw new Error('unknown');
    return new BuiltFile(path, await readFile(join(given.officeFolder, inside)));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('access-control-allow-origin', '*');
    if (path === '/token') {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await given.relay(JSON.parse(body))));
      return;
    }
    if (isHanging && path.startsWith('/office/')) return;
    const file = await fileOf(path).catch(() => null);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    // As our own service sends pages, and as Office's network sends scripts.
    response.setHeader('cache-control', path.endsWith('.html') ? 'no-cache' : 'public, max-age=604800');
    response.setHeader('etag', file.etag);
    response.setHeader('content-type', file.type);
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end();
      return;
    }
    const { encoding, bytes } = await file.encoded(String(request.headers['accept-encoding'] ?? ''));
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    hang: (wanted) => {
      isHanging = wanted;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
