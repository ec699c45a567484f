import * as v from 'valibot';
import { nextDueAt } from '../domain/deadlines/clocks.ts';
import { type CaveatBoundary, caveatBoundaries } from '../domain/incident/vocabulary.ts';
import { clockSettings } from './assessment-settings.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { sha256Hex } from './report-email-id.ts';
import { isDatedWell } from './run-clocks.ts';
import { StateCell } from './state-cell.ts';

const progressSchema = v.object({
  /** Of the settings that the rows are being dated by. */
  fingerprint: v.string(),
  /** Where the walk stands; null when every row has been seen. */
  at: v.nullable(v.object({ boundary: v.picklist(caveatBoundaries), cursor: v.nullable(v.string()) })),
});
type Progress = v.InferOutput<typeof progressSchema>;

/**
 * Dates the rows anew when deadlines, office hours or holidays have been changed, and once for rows that an earlier version of the service
 * wrote: the column says when a clock is due, so a shortened limit would be noticed too late. The registers are walked in pages by their
 * changes from the beginning, whatever their size; another replica goes on where one stopped. Model 4.4, X-SCALE-1
 */
export class RedateClocks {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #progress: StateCell<Progress | null>;
  /** So that the State list is asked only after a change. */
  #done = '';

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
    this.#progress = new StateCell(ports.state, 'clocks:dated', v.nullable(progressSchema), null);
  }

  /** Gives how many rows were dated anew. */
  async run(): Promise<number> {
    const settings = clockSettings(this.#ports.organisation());
    const fingerprint = await sha256Hex(new TextEncoder().encode(JSON.stringify(settings)));
    if (fingerprint === this.#done) return 0;
    const known = await this.#progress.read();
    let at: Progress['at'] =
      known?.fingerprint === fingerprint ? known.at : { boundary: caveatBoundaries[0], cursor: null };
    let dated = 0;
    while (at !== null) {
      const page = await this.#page(at.boundary, at.cursor);
      for (const row of page.rows) {
        if (!isDatedWell(row, nextDueAt(row.incident, settings)) && (await this.#date(row))) dated += 1;
      }
      at = page.hasMore ? { boundary: at.boundary, cursor: page.cursor } : following(at.boundary);
      const progress: Progress = { fingerprint, at };
      await this.#progress.update(() => progress);
    }
    this.#done = fingerprint;
    if (dated > 0) this.#ports.log.info('clocksRedated', { rows: dated });
    return dated;
  }

  async #page(boundary: CaveatBoundary, cursor: string | null) {
    try {
      return await this.#ports.register.changes(boundary, cursor);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      return this.#ports.register.changes(boundary, null);
    }
  }

  /** Saving is enough: the register dates what it saves. */
  async #date({ incident }: RegisterRow): Promise<boolean> {
    const outcome = await this.#desk.change(incident.report.submissionId, (row): Change<'datedWell'> => {
      const settings = clockSettings(this.#ports.organisation());
      return isDatedWell(row, nextDueAt(row.incident, settings))
        ? { kind: 'refused', refusal: 'datedWell' }
        : { kind: 'changed', mustBeKept: false, draft: row };
    });
    return outcome.kind === 'changed';
  }
}

function following(boundary: CaveatBoundary): Progress['at'] {
  const next = caveatBoundaries[caveatBoundaries.indexOf(boundary) + 1];
  return next === undefined ? null : { boundary: next, cursor: null };
}
