import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Graph, literal, segment } from '../graph/client.ts';
import { pageSchema } from '../graph/paging.ts';
import type { CheckedTenant } from './question.ts';

const rowSchema = v.object({ id: v.string() });

export const itemsOf = ({ site }: CheckedTenant, list: string) =>
  `/sites/${segment(site.id)}/lists/${segment(list)}/items`;

/**
 * Puts a row into Intake as the author, lets `look` see it, and takes it away as the service. It carries nothing that
 * the service could take for a report: a row without a payload is noted as unreadable, and nothing comes of it.
 */
export async function withProbeRow<T>(
  tenant: CheckedTenant,
  author: Graph,
  look: (probe: { id: string; key: string }) => Promise<T>,
): Promise<T> {
  const path = itemsOf(tenant, tenant.site.lists.intake);
  const key = `CHECK${randomBytes(12).toString('hex').toUpperCase()}`.slice(0, 26);
  const fields = { SubmissionId: key, EntryType: 'guidanceRead', SubmittedAt: new Date().toISOString() };
  const { id } = await author.json(rowSchema, { method: 'POST', path, body: { fields } });
  try {
    return await look({ id, key });
  } finally {
    await tenant.service.done({ method: 'DELETE', path: `${path}/${segment(id)}` });
  }
}

/** How many rows with this key a token is shown. */
export async function countShown(tenant: CheckedTenant, graph: Graph, key: string): Promise<number> {
  const query = { $filter: `fields/SubmissionId eq ${literal(key)}`, $expand: 'fields($select=SubmissionId)' };
  const path = itemsOf(tenant, tenant.site.lists.intake);
  return (await graph.json(pageSchema(rowSchema), { method: 'GET', path, query })).value.length;
}
