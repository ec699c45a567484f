import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { createLogger } from '../../../src/service/log.ts';
import { type Product, startProduct } from '../../service/support/product.ts';
import { personOf } from '../../service/support/reporter.ts';
import { FrontDoor } from './fleet.ts';
import { SimulatedTime } from './simulated-time.ts';

/** A Monday morning; every run of a world has a week of its own after it. */
const firstMonday = '2026-11-30T09:30:00.000Z';
const weekMs = 7 * 24 * 60 * 60_000;

export type PersonKey = 'reporter' | 'colleague' | 'manager' | 'seniorManager' | 'security' | 'hr';
const personKeys: readonly PersonKey[] = ['reporter', 'colleague', 'manager', 'seniorManager', 'security', 'hr'];

/** One tenant that several runs use one after the other, with one time for itself and all replicas. */
export interface World {
  product: Product;
  time: SimulatedTime;
  door: FrontDoor;
  people: Record<PersonKey, Awaited<ReturnType<typeof personOf>>>;
  log: ReturnType<typeof createLogger>;
  /** Lines the replicas have logged since it was last asked for. */
  takeLog: () => string[];
  /** Puts the time to the Monday of a run. */
  startWeek: (position: number) => void;
  close: () => Promise<void>;
}

export async function openWorld(): Promise<World> {
  hashAtOnce();
  const time = new SimulatedTime(firstMonday);
  const endTime = time.rule();
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
  const people = Object.fromEntries(
    await Promise.all(personKeys.map(async (key) => [key, await personOf(product, key)])),
  ) as World['people'];
  const door = new FrontDoor();
  await door.listen(product.settings.port);
  let lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return {
    product,
    time,
    door,
    people,
    log: createLogger('warn', sink as never),
    takeLog: () => {
      const taken = lines;
      lines = [];
      return taken;
    },
    startWeek: (position) => time.moveTo(new Date(Date.parse(firstMonday) + position * weekMs).toISOString()),
    close: async () => {
      await door.close();
      await product.close();
      endTime();
    },
  };
}

/** A hash made by another thread would come back at a moment that no seed decides. */
function hashAtOnce(): void {
  const digest: SubtleCrypto['digest'] = async (algorithm, data) => {
    const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
    const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data;
    const hash = createHash(name.replace('-', '').toLowerCase()).update(bytes as Uint8Array);
    return new Uint8Array(hash.digest()).buffer;
  };
  Object.defineProperty(crypto.subtle, 'digest', { value: digest, configurable: true });
}
