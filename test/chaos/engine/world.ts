import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { createLogger } from '../../../src/service/log.ts';
import { type Product, startProduct } from '../../service/support/product.ts';
import { personOf } from '../../service/support/reporter.ts';
import { FrontDoor } from './fleet.ts';
import { SimulatedTime } from './simulated-time.ts';

/** A Monday morning. */
const monday = '2026-11-30T09:30:00.000Z';

export type PersonKey = 'reporter' | 'colleague' | 'manager' | 'seniorManager' | 'deputyDirector' | 'security' | 'hr';
const personKeys: readonly PersonKey[] = [
  'reporter',
  'colleague',
  'manager',
  'seniorManager',
  'deputyDirector',
  'security',
  'hr',
];

/** One tenant that many runs use one after the other, each from the same beginning, with one time for itself and all replicas. */
export interface World {
  product: Product;
  time: SimulatedTime;
  door: FrontDoor;
  people: Record<PersonKey, Awaited<ReturnType<typeof personOf>>>;
  log: ReturnType<typeof createLogger>;
  /** Lines the replicas have logged since it was last asked for. */
  takeLog: () => string[];
  /** Everything in the tenant as it was when it was opened, and the same Monday morning. */
  startAnew: () => void;
  close: () => Promise<void>;
}

export async function openWorld(): Promise<World> {
  hashAtOnce();
  const time = new SimulatedTime(monday);
  const endTime = time.rule();
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
  const restore = await keepTables(product.sandbox.tenant.db);
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
    startAnew: () => {
      restore();
      time.moveTo(monday);
    },
    close: async () => {
      await door.close();
      await product.close();
      endTime();
    },
  };
}

/** Copies every table; gives what puts the copies back. The tenant keeps nothing that matters anywhere else. */
async function keepTables(db: Product['sandbox']['tenant']['db']): Promise<() => void> {
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const kept = names.filter(({ name }) => !name.startsWith('sqlite_stat')).map(({ name }) => name);
  db.exec("ATTACH ':memory:' AS kept");
  for (const name of kept) db.exec(`CREATE TABLE kept."copy_${name}" AS SELECT * FROM main."${name}"`);
  return () => {
    db.exec('BEGIN');
    for (const name of kept) {
      db.exec(`DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM kept."copy_${name}"`);
    }
    db.exec('COMMIT');
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
