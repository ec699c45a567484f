import type { Incident } from '../../../domain/incident/incident.ts';
import { keeperOf } from '../../../domain/incident/roles-in-record.ts';
import { type TransitionEvent, transitionTable } from '../../../domain/incident/transition-table.ts';

/** Whether whoever keeps this register could make the move now. The service decides again by the same table. */
export function mayMove(move: TransitionEvent, { state, boundary }: Pick<Incident, 'state' | 'boundary'>): boolean {
  const keeper = keeperOf(boundary);
  return transitionTable.some(({ event, from, who }) => event === move && from.includes(state) && who.includes(keeper));
}
