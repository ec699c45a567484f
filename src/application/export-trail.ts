import type { AuditEntry } from './ports/audit.ts';

const columns = ['sequence', 'at', 'actor', 'action', 'detail', 'id', 'previousHash', 'hash'] as const;

/** One entry a line, each a JSON object, oldest first. */
export function trailAsJsonLines(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** A table for a spreadsheet (RFC 4180). A cell that a spreadsheet would run as a formula is made text. */
export function trailAsCsv(entries: readonly AuditEntry[]): string {
  const rows = entries.map((entry) =>
    columns.map((column) => cell(column === 'detail' ? JSON.stringify(entry.detail) : String(entry[column]))).join(','),
  );
  return [columns.join(','), ...rows, ''].join('\r\n');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
