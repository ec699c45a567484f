import { dueEvents, nextDueAt } from '../domain/deadlines/clocks.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { applyClocks, type ClockRun } from './apply-clocks.ts';
import { clockSettings } from './assessment-settings.ts';
import { superiorOf } from './escalate-to.ts';
import { inTurn } from './in-turn.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/** Rows that are taken at a time; what is left comes right after. */
const atOnce = 500;
/** So few are done strictly one after the other; of more, several at a time, or an hour of many reports is over before its reminders are out. */
const inOrder = 10;
const most = 12;

/**
 * Does what clocks have come round to, for every record: reminders, the forward without the manager, duties in the manager's stead, word to
 * whoever is above. Any replica may run it at any time, several at once: each record is changed as by a person, under its ETag, and notes
 * what was done. It must run only when Intake and registers have been read: what people did meanwhile counts first. F29, BEH-5.1-1
 */
export class RunClocks {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /** Critical records first, then by time. Gives how many records were changed; `goesOn` is told of each. One that fails hinders no other, and is found again. */
  async run(goesOn: () => Promise<void> = async () => undefined): Promise<number> {
    const { register, clock, log, measures } = this.#ports;
    const tried = new Set<string>();
    let changed = 0;
    for (;;) {
      const asked = atOnce + tried.size;
      const due = await register.due(clock.now().toISOString(), asked);
      const next = due.filter(({ submissionId }) => !tried.has(submissionId));
      if (next.length === 0) return changed;
      for (const { submissionId } of next) tried.add(submissionId);
      await inTurn(next, Math.min(most, Math.ceil(next.length / inOrder)), async ({ submissionId, dueAt }) => {
        try {
          if (await this.#ring(submissionId)) {
            changed += 1;
            measures.clockRung((clock.now().getTime() - Date.parse(dueAt)) / 1000);
          }
        } catch (error) {
          log.error('clockFailed', error, { submissionId });
        }
        await goesOn();
      });
      // There were no more; what has come due meanwhile is the next run's.
      if (due.length < asked) return changed;
    }
  }

  async #ring(submissionId: string): Promise<boolean> {
    const known = await this.#desk.findRemembered(submissionId);
    if (!known) return false;
    const superior = await this.#superior(known);
    const outcome = await this.#desk.change(submissionId, (row): Change<'nothingDue'> => this.#rung(row, superior));
    return outcome.kind === 'changed';
  }

  #rung(row: RegisterRow, superior: ClockRun['superior']): Change<'nothingDue'> {
    const { clock } = this.#ports;
    const organisation = this.#ports.organisation();
    const settings = clockSettings(organisation);
    const draft = applyClocks(row, { settings, organisation, superior, now: clock.now().toISOString() });
    if (draft) return { kind: 'changed', mustBeKept: true, draft };
    // The column is older than the settings, or a person has written into it: saving puts it right.
    return isDatedWell(row, nextDueAt(row.incident, settings))
      ? { kind: 'refused', refusal: 'nothingDue' }
      : { kind: 'changed', mustBeKept: false, draft: row };
  }

  /** Asked only when something goes up; undefined when the directory cannot say at the moment. */
  async #superior({ incident }: RegisterRow): Promise<Staff | null | undefined> {
    const { clock, directory, log } = this.#ports;
    const now = clock.now().toISOString();
    const due = dueEvents(incident, clockSettings(this.#ports.organisation()), now);
    if (!due.some(({ name }) => name === 'answerEscalated')) return undefined;
    try {
      return await superiorOf(directory, incident, now);
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      log.warn('superiorUnknown', { submissionId: incident.report.submissionId, failure: error.code });
      return undefined;
    }
  }
}

/** Whether the column says what the record means, to the second. */
export function isDatedWell({ nextDueAt: written }: RegisterRow, meant: string | null): boolean {
  if (written === null || meant === null) return written === meant;
  return Math.abs(Date.parse(written) - Date.parse(meant)) < 1000;
}
