import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { wireService } from '../../src/main/service-wiring.ts';
import { createLogger, PinoServiceLog } from '../../src/service/log.ts';
import { readServiceSettings } from '../../src/service/settings.ts';

/** What the measured process says when it is asked. */
export interface MemoryAnswer {
  /** In bytes; when it was measured, after everything that nobody can reach was collected. */
  heap: number;
  /** Outside the heap of JavaScript: buffers. */
  external: number;
  /** Reports that were put into a register. */
  taken: number;
}

/**
 * The service as `npm run service` starts it, alone in its process, which is run with `--expose-gc`. It answers each message of its parent
 * (`count` or `measure`) with a `MemoryAnswer`; its log goes nowhere but is counted.
 */
const { gc } = globalThis;
if (!gc || !process.send) throw new Error('run by memory-run.ts, with --expose-gc');
let taken = 0;
const sink = new Writable({
  write: (chunk, _, done) => {
    if (String(chunk).includes('"submissionTaken"')) taken += 1;
    done();
  },
});
const settings = await readServiceSettings(process.env);
const service = await wireService(settings, new PinoServiceLog(createLogger('info', sink as never)));
const server = createAdaptorServer({ fetch: service.app.fetch }) as Server;
await new Promise<void>((done, failed) => {
  server.once('error', failed);
  server.listen(settings.port, done);
});
service.work.start();
const answer = (what: unknown) => {
  if (what === 'measure') gc();
  const { heapUsed: heap, external } = process.memoryUsage();
  process.send?.({ heap, external, taken } satisfies MemoryAnswer);
};
process.on('message', (what) => setImmediate(answer, what));
process.on('disconnect', () => process.exit(0));
answer('measure');
