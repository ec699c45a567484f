import type { Incident } from '../../src/domain/incident/incident.ts';
import { joinText, partNames, recordParts } from '../../src/m365/lists/split-text.ts';
import { mailsSince } from '../chaos/engine/tenant-view.ts';
import { cardsOf } from '../service/support/look.ts';
import type { Product } from '../service/support/product.ts';
import type { StoredReport } from './people.ts';

interface Item {
  fields: Record<string, string>;
}

export interface Outcome {
  lost: string[];
  doubled: string[];
  /** From the stored report to the first notice that left, milliseconds, the shortest first. */
  firstNoticeMs: number[];
}

/** All rows of a list, page by page. */
async function allOf(product: Product, list: string, columns: string): Promise<Item[]> {
  const items: Item[] = [];
  const { id } = product.settings.site;
  let path: string | undefined = `/sites/${id}/lists/${list}/items?$expand=fields($select=${columns})&$top=900`;
  while (path !== undefined) {
    const page: { value: Item[]; '@odata.nextLink'?: string } = await product.look(path);
    items.push(...page.value);
    path = page['@odata.nextLink']?.replace(/^.*\/v1\.0/, '');
  }
  return items;
}

/** Looks at the tenant from outside: each report is there once, owes nothing, and every notice it names lies where it says, once. */
export async function outcomeOf(product: Product, stored: readonly StoredReport[], since: Date): Promise<Outcome> {
  const outcome: Outcome = { lost: [], doubled: [], firstNoticeMs: [] };
  const { incidents, incidentsHr, audit, auditHr } = product.settings.site.lists;
  const columns = ['SubmissionId', 'WorkState', ...partNames('Details', recordParts)].join(',');
  const rows = [...(await allOf(product, incidents, columns)), ...(await allOf(product, incidentsHr, columns))];
  const bySubmission = grouped(rows, ({ fields }) => fields.SubmissionId ?? '');
  const mails = grouped(
    (await mailsSince(product, since)).filter(({ isDraft }) => !isDraft),
    ({ key }) => key,
  );
  const entries = [...(await allOf(product, audit, 'EntryKey')), ...(await allOf(product, auditHr, 'EntryKey'))];
  const trails = new Set(entries.map(({ fields }) => fields.EntryKey?.split(':')[0]));
  const records: Incident[] = [];
  for (const { submissionId, storedAt } of stored) {
    const [row, ...others] = bySubmission.get(submissionId) ?? [];
    if (!row) {
      outcome.lost.push(`${submissionId}: no incident`);
      continue;
    }
    if (others.length > 0) outcome.doubled.push(`${submissionId}: ${others.length + 1} incidents`);
    if (row.fields.WorkState !== 'done') outcome.lost.push(`${submissionId}: work is ${row.fields.WorkState}`);
    if (!trails.has(submissionId)) outcome.lost.push(`${submissionId}: no trail`);
    const incident = JSON.parse(joinText('Details', recordParts, row.fields)) as Incident;
    records.push(incident);
    for (const { key, channel, state, role } of incident.deliveries) {
      if (state !== 'sent' && state !== 'suppressed') outcome.lost.push(`${key} is ${state}`);
      const count = mails.get(key)?.length ?? 0;
      // The question to the switchboard leaves under a key of its own.
      if (channel !== 'mail' || role === 'switchboard') continue;
      if (state === 'sent' && count === 0) outcome.lost.push(`mail ${key}`);
    }
    const sent = incident.deliveries.filter(({ state }) => state === 'sent').map(({ at }) => Date.parse(at ?? ''));
    if (sent.length > 0) outcome.firstNoticeMs.push(Math.min(...sent) - storedAt);
  }
  for (const [key, same] of mails) if (same.length > 1) outcome.doubled.push(`mail ${key}: ${same.length}`);
  await countCards(product, records, outcome, 10 * stored.length + 100);
  outcome.firstNoticeMs.sort((one, other) => one - other);
  return outcome;
}

const reference = /UB-\d{4}-\d{6,}/;

async function countCards(
  product: Product,
  records: readonly Incident[],
  outcome: Outcome,
  most: number,
): Promise<void> {
  const wanted = new Map<string, number>();
  for (const { reference: name, deliveries } of records) {
    for (const { channel, state, to } of deliveries) {
      if (channel !== 'card' || state !== 'sent') continue;
      wanted.set(`${to} ${name}`, (wanted.get(`${to} ${name}`) ?? 0) + 1);
    }
  }
  const names = new Set(records.map((each) => each.reference));
  const holders = new Set([...wanted.keys()].map((key) => key.split(' ')[0] ?? ''));
  const found = new Map<string, number>();
  for (const holder of holders) {
    for (const { json } of await cardsOf(product, holder, most)) {
      if (!json.includes('AdaptiveCard')) continue;
      const name = json.match(reference)?.[0] ?? '';
      if (names.has(name)) found.set(`${holder} ${name}`, (found.get(`${holder} ${name}`) ?? 0) + 1);
    }
  }
  for (const [key, count] of wanted) {
    const there = found.get(key) ?? 0;
    if (there < count) outcome.lost.push(`card ${key}`);
    if (there > count) outcome.doubled.push(`card ${key}: ${there}`);
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
