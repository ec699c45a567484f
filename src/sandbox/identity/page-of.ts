import { GraphFailure, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';

const largestPage = 999;

/** One page of a directory collection, with the link to the next. Skip tokens are opaque, as Graph's are. */
export function pageOf<T>(
  tenant: Tenant,
  c: SandboxContext,
  of: string,
  all: readonly T[],
  usualSize = 100,
): Record<string, unknown> {
  const top = Number(c.req.query('$top') ?? usualSize);
  if (!Number.isInteger(top) || top < 1 || top > largestPage) {
    throw new GraphFailure(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified. Must be between 1 and ${largestPage} inclusive.`,
    );
  }
  const skipToken = c.req.query('$skiptoken');
  const start = skipToken === undefined ? 0 : Number(Buffer.from(skipToken, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0)
    throw new GraphFailure(400, 'Directory_ExpiredPageToken', 'The page token is not valid.');
  const page: Record<string, unknown> = { '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#${of}` };
  if (c.req.query('$count') === 'true') page['@odata.count'] = all.length;
  if (start + top < all.length) {
    const next = new URL(c.req.url);
    next.searchParams.set('$skiptoken', Buffer.from(String(start + top)).toString('base64url'));
    page['@odata.nextLink'] = tenant.origin + next.pathname + next.search;
  }
  page.value = all.slice(start, start + top);
  return page;
}
