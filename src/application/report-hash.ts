import type { Report } from '../domain/incident/report.ts';

/**
 * SHA-256 of what a report says, lower-case hex: the same for the same content, whoever computes it, wherever it was read from.
 * Stands on the paper in place of a signature's ink. ANX-16
 */
export async function hashOfReport(report: Report): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(inOrder(report)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The value with the parts of every object in the order of their names. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}
