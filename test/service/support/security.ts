import { incidents } from './look.ts';
import type { TenantView } from './product.ts';

/** Changes columns of an incident as a member of Security does in SharePoint itself, with their own rights. Gives the HTTP status. */
export async function editAsSecurity(
  product: TenantView,
  reference: string,
  fields: Record<string, string>,
  persona = 'security',
): Promise<number> {
  const found = (await incidents(product)).find(({ incident }) => incident.reference === reference);
  return editRow(product, product.settings.site.lists.incidents, found?.item.id ?? '', fields, persona);
}

/** The same in any register. */
export async function editRow(
  product: TenantView,
  list: string,
  itemId: string,
  fields: Record<string, string>,
  persona: string,
): Promise<number> {
  const { site, graphBaseUrl, clientId } = product.settings;
  const token = await product.token({ persona, app: clientId, scopes: ['Sites.Selected', 'Sites.ReadWrite.All'] });
  const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const response = await fetch(`${root}/v1.0/sites/${site.id}/lists/${list}/items/${itemId}/fields`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return response.status;
}

export async function uploadEvidence(
  product: TenantView,
  origin: string,
  request: {
    submissionId: string;
    bytes: Uint8Array;
    sha256: string;
    persona?: string;
    token?: string | null;
    headers?: Record<string, string>;
  },
): Promise<Response> {
  const { clientId } = product.settings;
  const token =
    request.token ??
    (await product.token({
      persona: request.persona ?? 'reporter',
      app: clientId,
      audience: `api://${clientId}`,
      scopes: ['access_as_user'],
    }));
  return fetch(`${origin}/api/submissions/${request.submissionId}/evidence`, {
    method: 'PUT',
    headers: {
      ...(request.token === null ? {} : { authorization: `Bearer ${token}` }),
      'x-evidence-sha256': request.sha256,
      'x-evidence-method': 'officeFile',
      'x-evidence-message-id': encodeURIComponent('<a@b.example>'),
      'x-evidence-item-id': 'item',
      'x-evidence-captured-at': '2026-11-20T10:05:00Z',
      ...request.headers,
    },
    body: new Uint8Array(request.bytes),
  });
}
