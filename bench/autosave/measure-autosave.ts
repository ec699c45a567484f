import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';

const saves = 50;

/**
 * What one autosave of a full draft costs the thread that the person types on, sealed as the tab does it, against the same JSON
 * written into the same kind of store unsealed. Both in turns in one page.
 */
export async function measureAutosave({ browser, runs, say }: Bench): Promise<Measurement[]> {
  const served = await servePage();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(served.origin);
    await page.waitForFunction('globalThis.autosave');
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const length = (await page.evaluate('autosave.length')) as number;
    say(`  a draft of ${Math.round(length / 1000)} kB, ${saves} saves a round`);
    // The first round compiles.
    await perSave(page, session, 'sealed');
    await perSave(page, session, 'unsealed');
    const sealed: number[] = [];
    const unsealed: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      sealed.push(await perSave(page, session, 'sealed'));
      unsealed.push(await perSave(page, session, 'unsealed'));
    }
    return [
      measured({
        name: 'autosave',
        unit: 'µs',
        value: median(sealed),
        against: { name: 'the same JSON written unsealed', value: median(unsealed) },
        runs,
        budget: { of: 'value', atMost: 4_000 },
        note: `main thread for one save of a draft of ${Math.round(length / 1000)} kB; a quarter of a frame is 4,000`,
      }),
    ];
  } finally {
    await context.close();
    await served.close();
  }
}

/** Microseconds of the main thread for each save. */
async function perSave(page: Page, session: CDPSession, how: 'sealed' | 'unsealed'): Promise<number> {
  const before = await busySeconds(session);
  await page.evaluate(`autosave.${how}(${saves})`);
  return (((await busySeconds(session)) - before) * 1_000_000) / saves;
}

async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

async function servePage(): Promise<{ origin: string; close: () => Promise<unknown> }> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rolldownOptions: { input: resolve('bench/autosave/page.ts') } },
  })) as Rollup.RolldownOutput;
  const script = built.output[0].code;
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : '<script type="module" src="/script.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => new Promise((done) => server.close(done)) };
}
