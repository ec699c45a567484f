import type { Incident } from '../../../domain/incident/incident.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { TrailChange, TrailValue } from '../../../domain/trail/trail-changes.ts';
import { incidentAccountCy } from '../../../words/incident-account.cy.ts';
import { incidentAccountEn } from '../../../words/incident-account.en.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import type { trailEn } from '../../../words/trail.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';

export interface ChangeWords {
  words: typeof trailEn;
  terms: typeof termsEn;
  language: Language;
  /** Names by directory id. */
  names: ReadonlyMap<string, string>;
}

/** One line about a field: its name, what it was, what it is. What this version does not know is shown as it stands. X-AUD-1 */
export function describeChange({ field, before, after }: TrailChange, given: ChangeWords): string {
  return `${nameOf(field, given)}: ${valueText(before, given)} → ${valueText(after, given)}`;
}

/** `tasks[t1].done.at` is said as the name of the part and what is left of the place. */
function nameOf(field: string, { words, language }: ChangeWords): string {
  const [part = '', ...inner] = field.replaceAll(/\[[^\]]*\]/g, '').split('.');
  const account = (language === 'cy' ? incidentAccountCy : incidentAccountEn).fields as Record<string, string>;
  if (part === 'report') {
    const path = inner.join('.');
    return Object.hasOwn(account, path) ? (account[path] ?? path) : path;
  }
  const name = Object.hasOwn(words.fields, part) ? (words.fields as Record<string, string>)[part] : part;
  return inner.length === 0 ? String(name) : `${name} (${inner.join('.')})`;
}

function valueText(value: TrailValue, given: ChangeWords): string {
  const { words } = given;
  if (value === null) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((each) => valueText(each, given)).join(', ') || words.nothing;
  if (typeof value === 'object') return value.withheld === null ? words.withheld : words.withheldOf(value.withheld);
  return typeof value === 'string' ? textOf(value, given) : String(value);
}

function textOf(value: string, { terms, language, names }: ChangeWords): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(value, language);
  const name = names.get(value);
  if (name !== undefined) return name;
  const { states, severities, severityReasons, kinds, behaviours, channels, roles, policeTasks, forwardStates } = terms;
  const known = [states, severities, severityReasons, kinds, behaviours, channels, roles, policeTasks, forwardStates];
  for (const group of known as Record<string, string>[]) {
    if (Object.hasOwn(group, value) && typeof group[value] === 'string') return group[value];
  }
  return value;
}

/** Everybody whom the record names. */
export function namesIn(incident: Incident): Map<string, string> {
  const names = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id, name, address } = value as Record<string, unknown>;
    if (typeof id === 'string' && typeof name === 'string' && typeof address === 'string') names.set(id, name);
    for (const inner of Object.values(value)) look(inner);
  };
  look(incident);
  return names;
}
