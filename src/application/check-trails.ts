import * as v from 'valibot';
import { officeHoursAt } from '../domain/calendar/office-hours.ts';
import { can } from '../domain/incident/permissions.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import { type CaveatBoundary, caveatBoundaries } from '../domain/incident/vocabulary.ts';
import type { Limit } from '../domain/permissions/vocabulary.ts';
import { clockSettings } from './assessment-settings.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { StateCell } from './state-cell.ts';
import { trailProblems, verifyRecord } from './verify-trail.ts';

/** How long one replica has for a page of records; then another may take it. */
const pageMs = 10 * 60_000;
const roundMs = 20 * 60 * 60_000;
/** Named of each register; the others are counted. */
const mostNamed = 50;

const findingSchema = v.object({
  reference: v.string(),
  problem: v.picklist(trailProblems),
  sequence: v.nullable(v.number()),
});
const countSchema = v.object({ records: v.number(), broken: v.number(), findings: v.array(findingSchema) });
const countsSchema = v.object({ default: countSchema, hr: countSchema });
const progressSchema = v.object({
  began: v.string(),
  at: v.nullable(v.object({ boundary: v.picklist(caveatBoundaries), cursor: v.nullable(v.string()) })),
  present: countsSchema,
  last: v.nullable(v.object({ ended: v.string(), ...countsSchema.entries })),
  taken: v.object({ by: v.string(), until: v.string() }),
});
type Progress = v.InferOutput<typeof progressSchema>;
type Count = v.InferOutput<typeof countSchema>;

/** The last round through one register; `ended` (UTC) null before the first is over. */
export interface TrailSummary extends Count {
  ended: string | null;
}

const noneYet: Count = { records: 0, broken: 0, findings: [] };
const beginning: Progress = {
  began: '',
  at: null,
  present: { default: noneYet, hr: noneYet },
  last: null,
  taken: { by: '', until: '' },
};

/**
 * Goes through the histories of all records while the office is closed, a page at a time, round after round, whichever replica comes first.
 * What is not whole is in the log at once and on the board of whoever keeps the register. X-AUD-1
 */
export class CheckTrails {
  readonly #ports: ServicePorts;
  readonly #owner: string;
  readonly #progress: StateCell<Progress>;

  constructor(ports: ServicePorts, owner: string) {
    this.#ports = ports;
    this.#owner = owner;
    this.#progress = new StateCell(ports.state, 'trails:checked', progressSchema, beginning);
  }

  /** Gives how many records were looked at. */
  async run(): Promise<number> {
    const now = this.#ports.clock.now();
    const { hours } = clockSettings(this.#ports.organisation());
    if (officeHoursAt(now.toISOString(), hours) !== 'uncovered') return 0;
    const by = `${this.#owner} ${now.toISOString()}`;
    const until = new Date(now.getTime() + pageMs).toISOString();
    const taken = await this.#progress.update((present) =>
      isFree(present, now) ? { ...begun(present, now), taken: { by, until } } : present,
    );
    if (taken.taken.by !== by || taken.at === null) return 0;
    const { boundary, cursor } = taken.at;
    const page = await this.#page(boundary, cursor);
    const count = await this.#look(page.rows);
    const at = page.hasMore ? { boundary, cursor: page.cursor } : following(boundary);
    const ended = this.#ports.clock.now().toISOString();
    // Whoever comes to the end of a page first moves on, even where another has taken it over from one that was slow.
    await this.#progress.update((present) =>
      isSamePage(present, taken) ? advanced(present, boundary, count, at, ended) : present,
    );
    return page.rows.length;
  }

  /** For whoever keeps that register; null for everybody else. */
  async summary(staffId: string, boundary: CaveatBoundary): Promise<TrailSummary | null> {
    const facts = new Set<Limit>(boundary === 'hr' ? ['boundary', 'internal'] : ['boundary']);
    const isKeeper = await this.#ports.readers.mayRead(staffId, boundary);
    if (!isKeeper || !can(keeperOf(boundary), 'read', 'audit', facts)) {
      this.#ports.log.warn('accessRefused', {
        event: 'trailSummary',
        entity: 'audit',
        right: 'read',
        reason: 'notYours',
      });
      return null;
    }
    const { last } = await this.#progress.read();
    return last ? { ...last[boundary], ended: last.ended } : { ...noneYet, ended: null };
  }

  async #page(boundary: CaveatBoundary, cursor: string | null) {
    try {
      return await this.#ports.register.changes(boundary, cursor);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      return this.#ports.register.changes(boundary, null);
    }
  }

  async #look(rows: readonly RegisterRow[]): Promise<Count> {
    const count: Count = { records: rows.length, broken: 0, findings: [] };
    for (const row of rows) {
      const findings = await this.#findings(row);
      if (findings.length === 0) continue;
      count.broken += 1;
      const { reference, report } = row.incident;
      for (const { problem, sequence } of findings) {
        count.findings.push({ reference, problem, sequence });
        const { submissionId } = report;
        this.#ports.log.error('trailBroken', new Error(problem), { submissionId, entry: sequence ?? 0 });
      }
    }
    return count;
  }

  /** The page may be minutes old: before anybody is accused, the record is read again. */
  async #findings(row: RegisterRow) {
    const { register } = this.#ports;
    if ((await verifyRecord(this.#ports, row)).length === 0) return [];
    const present = await register.find(row.incident.report.submissionId);
    return present ? verifyRecord(this.#ports, present) : [];
  }
}

function isFree({ taken, at, began }: Progress, now: Date): boolean {
  const isTaken = Date.parse(taken.until) > now.getTime();
  return !isTaken && (at !== null || began === '' || now.getTime() - Date.parse(began) >= roundMs);
}

function isSamePage(one: Progress, other: Progress): boolean {
  return one.began === other.began && one.at?.boundary === other.at?.boundary && one.at?.cursor === other.at?.cursor;
}

function begun(progress: Progress, now: Date): Progress {
  if (progress.at !== null) return progress;
  const at = { boundary: caveatBoundaries[0], cursor: null };
  return { ...progress, began: now.toISOString(), at, present: { default: noneYet, hr: noneYet } };
}

function advanced(
  progress: Progress,
  boundary: CaveatBoundary,
  count: Count,
  at: Progress['at'],
  ended: string,
): Progress {
  const before = progress.present[boundary];
  const sum: Count = {
    records: before.records + count.records,
    broken: before.broken + count.broken,
    findings: [...before.findings, ...count.findings].slice(0, mostNamed),
  };
  const present = { ...progress.present, [boundary]: sum };
  const taken = { by: '', until: '' };
  return { ...progress, at, present, taken, last: at === null ? { ended, ...present } : progress.last };
}

function following(boundary: CaveatBoundary): Progress['at'] {
  const next = caveatBoundaries[caveatBoundaries.indexOf(boundary) + 1];
  return next === undefined ? null : { boundary: next, cursor: null };
}
