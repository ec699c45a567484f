import type { Account } from '../domain/incident/account.ts';
import type { Site } from './organisation.ts';

/** Where the reception of the site is told of a visitor; null when the site is not known or has no address. BEH-4.2-1. */
export function receptionOf(
  account: Pick<Account, 'visitor' | 'place'> | null,
  sites: readonly Pick<Site, 'id' | 'receptionAddress'>[],
): string | null {
  const siteId = account?.visitor?.siteId ?? account?.place.siteId ?? null;
  return sites.find(({ id }) => id === siteId)?.receptionAddress ?? null;
}
