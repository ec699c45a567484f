import { createServer } from 'node:net';
import { StartFailure } from './start-failure.ts';

/** A port from a text as people set it; `name` is what the message calls it. */
export function readPort(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new StartFailure(`${name} must be a number from 1 to 65535, not "${text}".`);
  }
  return port;
}

/** True when nothing listens there, on any address of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export async function requireFree(port: number, name: string): Promise<number> {
  if (await isFree(port)) return port;
  throw new StartFailure(`Port ${port} is in use. Choose another with ${name}, for example ${name}=${port + 100}.`);
}

/** The first free port from this one on. */
export async function nextFree(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + 100, 65_536); port += 1) {
    if (await isFree(port)) return port;
  }
  throw new StartFailure(`No free port from ${from} on. Choose one with APP_PORT.`);
}
