import { Writable } from 'node:stream';
import { createLogger, PinoServiceLog } from '../../src/service/log.ts';
import { startProduct } from '../service/support/product.ts';
import { countedFetch } from './network.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { People } from './people.ts';
import { Replicas } from './replicas.ts';
import { VirtualTime } from './virtual-time.ts';

/** A Monday morning. */
const monday = '2026-11-30T09:30:00.000Z';
const hourMs = 60 * 60_000;
/** Between two kills, and from a kill until another process is there. */
const killEveryMs = 5 * 60_000;
const restartMs = 30_000;
const lookEveryMs = 60_000;
/** What a replica does once when it begins is done by then, its first look at the site among it. */
const beginsWithinMs = 2 * 60_000;
/** A backlog that has not gone after so long does not go. */
const drainMs = 60 * 60_000;

export interface LoadOptions {
  reports: number;
  replicas: number;
  /** Replicas are killed in turn, and others started in their place. */
  kill: boolean;
  /** How long people report, in simulated milliseconds; an hour. */
  lastsMs?: number;
  say?: (line: string) => void;
}

export interface LoadResult extends Outcome {
  reports: number;
  /** Resource units of the app, of the service and of its pages alike, from the first report to the last piece of work. */
  units: number;
  /** Of them, what people's own clients used to write their rows. */
  unitsOfPeople: number;
  refusals: number;
  kills: number;
  /** From the last report until nothing was owed any more. */
  drainedMs: number;
  greatestBacklog: number;
  /** Lines of the log, by event. */
  events: Map<string, number>;
  /** What replicas asked of the tenant, and how often. */
  asked: Map<string, number>;
}

/** N reports in an hour, against the stand-in tenant with SharePoint's real limits, by replicas with the real wiring. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { reports, replicas: count, kill, lastsMs = hourMs, say = () => undefined } = options;
  const time = new VirtualTime(monday);
  const realFetch = globalThis.fetch;
  const events = new Map<string, number>();
  const sink = new Writable({
    write: (chunk, _, done) => {
      const { msg } = JSON.parse(String(chunk)) as { msg: string };
      events.set(msg, (events.get(msg) ?? 0) + 1);
      done();
    },
  });
  // Making the site ready gathers reads for a moment, which nobody lets pass yet: it has real time.
  const product = await startProduct({ pollSeconds: 15, leaseSeconds: 60 });
  const endTime = time.rule();
  globalThis.fetch = countedFetch(time, realFetch);
  const log = new PinoServiceLog(createLogger('info', sink as never));
  const { settings, sandbox } = product;
  const replicas = new Replicas({ settings, time, log, send: globalThis.fetch });
  const open = () => openWork(product);
  try {
    await replicas.listen();
    // What replicas ask once when they start belongs to no report, and to no limit either.
    let started = 0;
    for (let number = 0; number < count; number += 1) void replicas.start().then(() => (started += 1));
    await time.pass(() => started === count);
    const readyAt = time.now + beginsWithinMs;
    time.at(readyAt, () => undefined);
    await time.pass(() => time.now >= readyAt);

    const since = new Date(time.now - 1000);
    const before = await unitsOf(product);
    const people = new People(product, time, globalThis.fetch);
    await control(sandbox.origin, 'PUT', 'throttling', { as: 'real' });
    const begin = time.now;
    let troubles: unknown = null;
    let done = 0;
    for (let number = 0; number < reports; number += 1) {
      // Not all at even distances: two of three come in the first half of their minute.
      const place = begin + (number / reports) * lastsMs;
      time.at(place - ((place - begin) % 60_000) / 3, () => {
        people.report(number).then(
          () => {
            done += 1;
          },
          (error: unknown) => {
            troubles = error;
          },
        );
      });
    }
    let kills = 0;
    const killAndReplace = () => {
      if (done === reports) return;
      replicas.kill();
      kills += 1;
      time.at(time.now + restartMs, () => void replicas.start().catch((error: unknown) => (troubles = error)));
      time.at(time.now + killEveryMs * (lastsMs / hourMs), killAndReplace);
    };
    if (kill) time.at(begin + (killEveryMs / 2) * (lastsMs / hourMs), killAndReplace);

    let greatestBacklog = 0;
    let lastDoneAt = 0;
    let isDrained = false;
    const look = () => {
      const backlog = open();
      greatestBacklog = Math.max(greatestBacklog, backlog);
      say(
        `${Math.round((time.now - begin) / 60_000)} min: ${people.stored.length} reported, ${backlog} open, ` +
          `${events.get('submissionTaken') ?? 0} taken, heap ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`,
      );
      isDrained = done === reports && backlog === 0;
      if (!isDrained) time.at(time.now + lookEveryMs, look);
    };
    time.at(begin + lookEveryMs, look);
    await time.pass(() => {
      if (troubles !== null) throw troubles;
      if (done === reports && lastDoneAt === 0) lastDoneAt = time.now;
      return isDrained || time.now > begin + lastsMs + drainMs;
    });
    const drainedMs = time.now - lastDoneAt;
    const units = (await unitsOf(product)) - before;
    const refusals = replicas.refusals + people.refusals;
    await control(sandbox.origin, 'PUT', 'throttling', { as: 'off' });
    await replicas.close();
    const outcome = await outcomeOf(product, people.stored, since);
    const unitsOfPeople = 2 * people.writes;
    return {
      ...outcome,
      reports,
      units,
      unitsOfPeople,
      refusals,
      kills,
      drainedMs,
      greatestBacklog,
      events,
      asked: replicas.asked,
    };
  } finally {
    await product.close();
    globalThis.fetch = realFetch;
    endTime();
  }
}

type Product = Awaited<ReturnType<typeof startProduct>>;

/** Reports and records that somebody still has to work on; looked up in the tenant's own tables, which costs no request. */
function openWork({ sandbox, settings }: Product): number {
  const { db } = sandbox.tenant;
  const { intake, incidents, incidentsHr } = settings.site.lists;
  const count = (list: string, condition: string) => {
    const { number } = db.prepare('SELECT number FROM sp_lists WHERE id = ?').get(list) as { number: number };
    const sql = `SELECT count(*) AS count FROM sp_rows_${number} WHERE ${condition}`;
    return (db.prepare(sql).get() as { count: number }).count;
  };
  return (
    count(intake, "c_EntryType = 'report' AND coalesce(c_Receipts, '') = ''") +
    count(incidents, "c_WorkState <> 'done'") +
    count(incidentsHr, "c_WorkState <> 'done'")
  );
}

async function unitsOf({ sandbox, settings }: Product): Promise<number> {
  const response = await fetch(`${sandbox.origin}/sandbox/usage`);
  const { apps } = (await response.json()) as { apps: Record<string, { resourceUnits: number }> };
  return apps[settings.clientId]?.resourceUnits ?? 0;
}

async function control(origin: string, method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${origin}/sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
}
