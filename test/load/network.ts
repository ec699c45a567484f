import type { VirtualTime } from './virtual-time.ts';

const bodiless = [204, 205, 304];

/** Real HTTP, during which no time passes. Answers are read to their end, so that what follows from them needs no more of the network. */
export function countedFetch(time: VirtualTime, send: typeof fetch): typeof fetch {
  return (input, init) =>
    time.hold(async () => {
      const response = await send(input, init);
      const bytes = await response.arrayBuffer();
      const headers = new Headers(response.headers);
      headers.delete('content-encoding');
      headers.delete('content-length');
      return new Response(bodiless.includes(response.status) ? null : bytes, { status: response.status, headers });
    });
}
