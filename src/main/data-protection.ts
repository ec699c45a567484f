import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gravest, type Processing, processings } from '../application/processing.ts';
import { type DataClass, fieldsByClass } from '../domain/data-protection/data-class.ts';
import { incidentData } from '../domain/data-protection/incident-data.ts';
import { defaultRetention, retentionRules } from '../domain/retention/rules.ts';
import { sitePlan } from '../m365/provisioning/site-plan.ts';
import { betweenMarks } from './between-marks.ts';

/** `npm run privacy`: writes the tables of docs/data-protection.md from the data that the code works with. B-DP-1 */
const marks = { start: '<!-- data: written by npm run privacy -->', end: '<!-- /data -->' };

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function readersOf({ lists, elsewhere }: Processing): string {
  const inLists = lists.map((name) => {
    const plan = sitePlan.lists.find((each) => each.name === name);
    if (!plan) throw new RangeError(`The plan has no list ${name}.`);
    const groups = plan.access.map(({ group, role }) => {
      if (group === 'everyone' && plan.readSecurity === 2) return 'everyone (own rows)';
      return role === 'read' ? group : `${group} (${role})`;
    });
    return `\`${name}\`: ${[...groups, 'the service'].join(', ')}`;
  });
  return [...inLists, ...(elsewhere === null ? [] : [elsewhere])].join('; ');
}

const classWords: Record<Exclude<DataClass, 'none'>, string> = {
  special: 'Special category (article 9)',
  offence: 'Criminal offence, alleged (article 10)',
  ordinary: 'Other personal data',
};

/** The three tables, Markdown, with their marks. */
export function dataTables(): string {
  const record = fieldsByClass(incidentData);
  const classes = Object.keys(classWords) as Exclude<DataClass, 'none'>[];
  return [
    marks.start,
    '### Record of processing',
    '',
    table(
      ['What', 'Purpose', 'Whose data', 'Gravest class', 'Where, and who reads it', 'Kept'],
      processings.map((each) => [each.name, each.purpose, each.people, gravest(each.data), readersOf(each), each.kept]),
    ),
    '',
    '### Fields of a record, by class',
    '',
    table(
      ['Class', 'Fields'],
      classes.map((name) => [classWords[name], record[name].map((field) => `\`${field}\``).join(' ')]),
    ),
    '',
    '### Periods',
    '',
    table(
      ['Rule', 'From', 'Months', 'Source'],
      [...retentionRules, defaultRetention].map(({ id, family, months, source }) => [id, family, `${months}`, source]),
    ),
    marks.end,
  ].join('\n');
}

/** The text with what stands between its marks written anew. Throws where the marks are gone. */
export function withDataTables(text: string): string {
  return betweenMarks(text, marks, dataTables());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../docs/data-protection.md', import.meta.url));
  await writeFile(file, withDataTables(await readFile(file, 'utf8')));
}
