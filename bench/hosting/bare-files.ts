import { createServer } from 'node:http';

/** The same files from a server that neither compresses nor lets anything be kept: what hosting them without thought costs. */
export async function startBareFiles(service: () => string): Promise<{ origin: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await fetch(service() + (request.url ?? '/'), { headers: { 'accept-encoding': 'identity' } });
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      const bytes = Buffer.from(await answer.arrayBuffer());
      const headers = { 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-store' };
      response.writeHead(answer.status, headers).end(bytes);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
