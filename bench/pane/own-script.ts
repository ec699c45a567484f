import { type Measurement, measured } from '../measurement.ts';

/** Scripts the page itself names, as the service sends them: what must arrive before the form's script runs. */
export async function ownScript(origin: string): Promise<Measurement[]> {
  const page = await (await fetch(`${origin}/pane.html`)).text();
  const paths = [...page.matchAll(/<(?:script|link)[^>]+?(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  const sent = async (encoding: string) => {
    const sizes = await Promise.all([...new Set(paths)].map((path) => bytesSent(origin + path, encoding)));
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  };
  const named = (name: string, value: number, encoding: string) =>
    measured({ name, unit: 'KB', value, runs: 1, budget: { of: 'value', atMost: 100 }, note: `as sent, ${encoding}` });
  return [named('pane.js.gz', await sent('gzip'), 'gzip'), named('pane.js.br', await sent('br'), 'brotli')];
}

async function bytesSent(url: string, encoding: string): Promise<number> {
  // HEAD would do, but what counts is what really comes; the length header is that of the compressed body.
  const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
  await answer.arrayBuffer();
  if (!answer.ok || answer.headers.get('content-encoding') !== encoding)
    throw new Error(`${url}: not sent as ${encoding}`);
  return Number(answer.headers.get('content-length'));
}
