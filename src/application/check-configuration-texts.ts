import { type ConfigurationRows, checkOrganisation } from './check-organisation.ts';
import type { ConfigurationProblem } from './configuration-problem.ts';
import type { ConfigurationRow } from './ports/configuration-view.ts';

/** The value of each row, read from its JSON; `undefined` where it is none. */
export function readRows(rows: readonly Pick<ConfigurationRow, 'key' | 'text'>[]): ConfigurationRows {
  return Object.fromEntries(rows.map(({ key, text }) => [key, readJson(text)]));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What would be wrong with the row of that key, and with others because of it, were this its text. Nothing is saved. F26 */
export function checkChange(
  rows: readonly ConfigurationRow[],
  change: { key: string; text: string },
  options: { isDemo: boolean },
): ConfigurationProblem[] {
  const before = readRows(rows);
  const known = new Set(checkOrganisation(before, options).map(({ field, code }) => `${field} ${code}`));
  const after = checkOrganisation({ ...before, ...readRows([change]) }, options);
  const isOfRow = ({ field }: ConfigurationProblem) => field === change.key || field.startsWith(`${change.key}.`);
  return after.filter((problem) => isOfRow(problem) || !known.has(`${problem.field} ${problem.code}`));
}
