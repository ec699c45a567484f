import { resourceOf } from './gate-handler.ts';

/** A name out of a short list for what a request goes to. */
export function resourceNames(graphBaseUrl: string): (url: URL) => string {
  const graph = new URL(graphBaseUrl);
  return ({ origin, pathname }) => {
    // A mailbox's name is an address: only that it is one is kept.
    if (origin === graph.origin && pathname.startsWith(graph.pathname)) return resourceOf(pathname).split(' ')[0] ?? '';
    if (pathname.includes('/v3/conversations')) return 'connector';
    if (pathname.includes('/_api/')) return 'sharePoint';
    return /\/(oauth2|discovery|\.well-known)\b/.test(pathname) ? 'signIn' : 'other';
  };
}
