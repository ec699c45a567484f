import type { ClockEventName } from '../../../src/domain/deadlines/clock-event.ts';
import { runningClocks } from '../../../src/domain/deadlines/clocks.ts';
import { type ClockSettings, standardClocks } from '../../../src/domain/deadlines/deadline-settings.ts';
import type { DeriveInput } from '../../../src/domain/incident/derive.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { sampleIncident } from '../samples.ts';

/** Must reach Security by the rules: an e-mail, abusive. Happened ten minutes before it was reported. */
export function reportedAt(at: string, change: Partial<Report> = {}, given: Partial<DeriveInput> = {}): Incident {
  const occurredAt = new Date(Date.parse(at) - 600_000).toISOString();
  return sampleIncident({ occurredAt, ...change }, { recordedAt: at, ...given });
}

/** Need not reach Security: an abusive call of the ordinary kind. */
export const localCall = { channel: 'phone', email: null, kind: 'abusive' } as const satisfies Partial<Report>;

/** Critical, and Security must know. */
export const homeThreat = { homeThreat: true } as const satisfies Partial<Report>;

/** When an event would fall due as things stand; null when its clock does not run. */
export function dueTime(
  incident: Incident,
  name: ClockEventName,
  settings: ClockSettings = standardClocks,
): string | null {
  return runningClocks(incident, settings).find((each) => each.name === name)?.dueAt ?? null;
}

/** `2026-04-02T15:00:00Z` for what the code writes with fractions. */
export function plain(instant: string | null): string | null {
  return instant === null ? null : instant.replace('.000Z', 'Z');
}
