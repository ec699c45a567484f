import { FetchNetwork } from './fetch-network.ts';

/**
 * The authority's address exchanged for the one it answers on, there and back: msal compares the names in the metadata with the
 * authority it was given. Nothing else is reached.
 */
export function redirectedNetwork(authority: string, reachedAt: string | null, send: typeof fetch): FetchNetwork {
  const from = new URL(authority);
  const to = new URL(reachedAt ?? authority);
  return new FetchNetwork(
    send,
    (url) => {
      const wanted = new URL(url);
      if (wanted.origin !== from.origin) throw new Error('the authority leads somewhere else');
      return new URL(wanted.pathname + wanted.search, to.origin);
    },
    (text) => text.replaceAll(to.origin, from.origin),
  );
}
