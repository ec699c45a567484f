import { londonDateOf } from '../calendar/london-time.ts';
import type { Incident } from './incident.ts';
import type { Holder, Question } from './manager-work.ts';

/** Whether this person must find no trace of it, whatever else they are. C-21, COM-3f-2 */
export function isExcluded(incident: Pick<Incident, 'excludedManagerId' | 'excluded'>, staffId: string): boolean {
  return incident.excludedManagerId === staffId || incident.excluded.some(({ id }) => id === staffId);
}

/** The same for an address that a notice would go to. */
export function isExcludedAddress({ excluded }: Pick<Incident, 'excluded'>, address: string): boolean {
  return excluded.some((each) => each.address !== '' && each.address.toLowerCase() === address.toLowerCase());
}

/** Everyone who answers for it as manager at this moment (UTC): the reviewer, and deputies whose time is not over. */
export function holdersOf(incident: Incident, at: string): Holder[] {
  const today = londonDateOf(at);
  const all = [
    ...(incident.manager ? [incident.manager] : []),
    ...incident.deputies.filter(({ until }) => until >= today),
  ];
  return all.filter(({ id }) => !isExcluded(incident, id) && id !== incident.reporter.id);
}

/** This person as one of them; null for everybody else. */
export function holderOf(incident: Incident, staffId: string, at: string): Holder | null {
  return holdersOf(incident, at).find(({ id }) => id === staffId) ?? null;
}

/** The question that waits for an answer; null when none does. */
export function openQuestion({ questions }: Pick<Incident, 'questions'>): Question | null {
  return questions.find(({ answer }) => answer === null) ?? null;
}
