import type { Clock } from '../../../src/application/ports/clock.ts';
import { nextDueAt, runningClocks } from '../../../src/domain/deadlines/clocks.ts';
import { standardClocks } from '../../../src/domain/deadlines/deadline-settings.ts';
import { completeIncident } from '../../../src/domain/incident/complete-incident.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { incidents } from './look.ts';
import type { TenantView } from './product.ts';

/** A clock that goes on as the real one does, from wherever it is put. */
export class MovableClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** To one second after the instant (UTC). */
  moveTo(instant: string): void {
    this.#ahead = Date.parse(instant) + 1000 - Date.now();
  }

  moveBy(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

export async function storedIncident(product: TenantView, submissionId: string): Promise<Incident> {
  const found = (await incidents(product)).find(({ incident }) => incident.report.submissionId === submissionId);
  if (!found) throw new Error('no incident');
  return completeIncident(found.incident);
}

/** What the column says, which the service goes by. */
export async function columnDue(product: TenantView, submissionId: string): Promise<string | undefined> {
  const found = (await incidents(product)).find(({ incident }) => incident.report.submissionId === submissionId);
  return found?.item.fields.NextDueAt;
}

/** When an event of this name falls due by the standard settings; throws when its clock does not run. */
export function whenDue(incident: Incident, name: string): string {
  const event = runningClocks(incident, standardClocks).find((each) => each.name === name);
  if (!event) throw new Error(`no clock for ${name}`);
  return event.dueAt;
}

export function nextDue(incident: Incident): string | null {
  return nextDueAt(incident, standardClocks);
}
