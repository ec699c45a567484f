import type { Incident } from './incident.ts';

/** What must be there, or be given a reason for, before a record is closed. T13 */
export type MandatoryItem = 'police' | 'statements';

/** Mandatory items that are still open. POL-4.3-1, BEH-8.14-2 */
export function openMandatoryItems({
  policeTask,
  statements,
}: Pick<Incident, 'policeTask' | 'statements'>): MandatoryItem[] {
  const isPoliceDue = policeTask === 'mandatory' || policeTask === 'nowAndMandatory';
  const isAwaited = statements.some(({ signed, waived }) => signed === null && waived === null);
  return [...(isPoliceDue ? (['police'] as const) : []), ...(isAwaited ? (['statements'] as const) : [])];
}
