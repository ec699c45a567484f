import { setupApp } from '../../../src/main/start/demo-tenant.ts';
import type { TenantView } from './product.ts';

/** Changes or deletes a row with rights over everything, as nobody of the product has them. */
export async function asAdministrator(
  product: TenantView,
  method: 'PATCH' | 'DELETE',
  { list, itemId }: { list: string; itemId: string },
  fields?: Record<string, unknown>,
): Promise<void> {
  const token = await product.token({ app: setupApp.clientId, scopes: ['.default'] });
  const { site, graphBaseUrl } = product.settings;
  const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const item = `${root}/v1.0/sites/${site.id}/lists/${list}/items/${itemId}`;
  const response = await fetch(method === 'PATCH' ? `${item}/fields` : item, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(fields ? { body: JSON.stringify(fields) } : {}),
  });
  if (!response.ok) throw new Error(`${method}: ${response.status}`);
}
