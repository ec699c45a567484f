import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import type { Measurement, Opening } from './measurement.ts';
import { slow } from './slow-browser.ts';

const folder = import.meta.dirname;

export async function writeResults(rows: Measurement[], machine: Machine & { browser: string }): Promise<void> {
  const plain = rows.map(({ name, value, unit, against, ratio, runs }) => ({
    name,
    value,
    unit,
    against,
    ratio,
    runs,
  }));
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(plain, null, 2)}\n`);
  await writeFile(join(folder, 'results.md'), page(rows, machine));
}

export function table(rows: Measurement[]): string {
  const head = ['Name', 'Value', 'Against', 'Ratio', 'Runs', 'Budget', 'Met'];
  const single = rows.filter(({ opening }) => !opening);
  const lines = single.map((row) => [
    `\`${row.name}\``,
    row.value === null ? 'not measured' : `${row.value} ${row.unit}`,
    row.against ? `${row.against.value} ${row.unit} (${row.against.name})` : '',
    row.ratio === null ? '' : String(row.ratio),
    String(row.runs),
    budgetOf(row),
    metOf(row),
  ]);
  return asTable([head, ...lines]);
}

function asTable([head = [], ...lines]: string[][]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const openingColumns: Opening['column'][] = ['First text', 'Over the line', 'Requests'];

/** One row an opening of a page, each figure before that of the same files from a server without thought; empty without any. */
export function openings(rows: Measurement[]): string {
  const names = [...new Set(rows.flatMap(({ opening }) => opening?.row ?? []))];
  if (names.length === 0) return '';
  const cell = (name: string, column: string) => {
    const found = rows.find(({ opening }) => opening?.row === name && opening.column === column);
    if (!found) return '';
    if (found.value === null) return 'not measured';
    const value = `${found.value} ${found.unit}`.trim();
    return found.against ? `${value} (${found.against.value})` : value;
  };
  const runs = Math.max(...rows.filter(({ opening }) => opening).map((row) => row.runs));
  const lines = names.map((name) => [name, ...openingColumns.map((column) => cell(name, column))]);
  return `
## Opening a page

In brackets the same files from a server that neither compresses nor lets anything be kept. Over a slow line and with a slow processor, as above; medians of ${runs}.

${asTable([['Opened', ...openingColumns], ...lines])}
`;
}

function budgetOf({ budget, unit }: Measurement): string {
  if (!budget) return '';
  return budget.of === 'ratio' ? `ratio ≤ ${budget.atMost}` : `≤ ${budget.atMost} ${unit}`;
}

function metOf(row: Measurement): string {
  if (!row.budget) return '';
  if (row.isMet === null || row.isMet === undefined) return 'not measured';
  if (row.isMet) return 'yes';
  const judged = (row.budget.of === 'ratio' ? row.ratio : row.value) ?? 0;
  return `**no**, ${Math.round((judged / row.budget.atMost - 1) * 100)} % over`;
}

function page(rows: Measurement[], machine: Machine & { browser: string }): string {
  const notes = rows.flatMap(({ name, note }) => (note ? [`- \`${name}\`: ${note}.`] : []));
  const loadNow = Number((loadavg()[0] ?? 0).toFixed(1));
  return `# Measured

Written by \`npm run bench\`; see \`bench/README.md\` for how each figure is made.

Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}, ${machine.browser}; ${machine.date}.
Load average before ${machine.loadBefore}, at the end ${loadNow}. Times of a loaded machine are long; the ratios are of one interleaved run.
Pane figures: ${slow.cpu} times slower processor, ${slow.bitsPerSecond / 1_000_000} Mbit/s, ${slow.roundTripMs} ms round trip; medians.

${table(rows)}
${openings(rows)}
${notes.join('\n')}
`;
}
