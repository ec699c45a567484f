import type { ServiceSettings } from '../settings.ts';

/** Where Office.js fetches its parts from, and where large mails and files are uploaded to. */
const microsoftConnections = [
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.office.net',
  'https://*.sharepoint.com',
];
const officeParts = ['https://ajax.aspnetcdn.com'];

/**
 * Headers of our pages. Scripts come from us and from Office's address alone; only the configured hosts may frame a page.
 * `inlineScriptHashes` are those of scripts that the build itself put into the page.
 */
export function pageHeaders(settings: ServiceSettings, inlineScriptHashes: readonly string[]): Record<string, string> {
  const office = new URL(settings.officeScriptUrl).origin;
  const graph = new URL(settings.graphBaseUrl).origin;
  const signIn = new URL(settings.authority).origin;
  const policy: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", office, ...officeParts, ...inlineScriptHashes.map((hash) => `'sha256-${hash}'`)],
    // The component library writes its rules into style elements as it goes.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", graph, signIn, office, ...microsoftConnections],
    // The tab keeps itself on the device by a worker of our own.
    'worker-src': ["'self'"],
    // A sign-in that has run out is asked for in a hidden frame, which comes back to a page of ours: kept from that it says nothing, and msal
    // waits. Where Office.js does not know the host's name, it asks the person by a page of its own whether to trust it.
    'frame-src': ["'self'", signIn, office],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'self'", ...settings.frameAncestors, ...settings.teamsHostOrigins],
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${[...new Set(sources)].join(' ')}`)
      .join('; '),
    ...commonHeaders(settings),
  };
}

/** Headers of every answer. */
export function commonHeaders(settings: ServiceSettings): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(settings.origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
