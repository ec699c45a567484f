import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Cuts the connection instead of answering. */
  hangUp?: true;
}

export interface ScriptedServer extends AsyncDisposable {
  origin: string;
  seen: SeenRequest[];
}

/**
 * A real HTTP server that says what it is told: for transport behaviour that no tenant shows on demand
 * (a lost answer, a link to a strange host). Everything a tenant can show is tested against the sandbox.
 */
export async function startScriptedServer(
  answer: (request: SeenRequest, count: number, origin: string) => ScriptedAnswer,
): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  let origin = '';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: SeenRequest = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(one);
    const given = answer(one, seen.length, origin);
    if (given.hangUp) {
      request.socket.destroy();
      return;
    }
    const isText = typeof given.body === 'string';
    response.writeHead(given.status ?? 200, {
      'Content-Type': isText ? 'text/html' : 'application/json',
      ...given.headers,
    });
    response.end(isText ? (given.body as string) : given.body === undefined ? '' : JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
