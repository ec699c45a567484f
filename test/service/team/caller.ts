import type { TenantView } from '../support/product.ts';

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: never;
}

/** Calls the service as that person's own page does, with a token for our API. */
export async function call(
  product: Pick<TenantView, 'settings' | 'token'>,
  persona: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answered> {
  const { clientId, origin } = product.settings;
  const token = await product.token({
    persona,
    app: clientId,
    scopes: ['access_as_user'],
    audience: `api://${clientId}`,
  });
  const response = await fetch(`${origin}/api/team/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const { 'x-correlation-id': _, date: __, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: (await response.json()) as never };
}
