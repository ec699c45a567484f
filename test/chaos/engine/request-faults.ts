import type { OutgoingRequest } from './request-gate.ts';

/** What can happen to one request of a replica, below its client. One line a fault. */
export interface RequestFault {
  name: string;
  weight: number;
  /** The replica ends with it. */
  kills?: true;
  /** Every request, when left out. */
  fits?: (request: OutgoingRequest) => boolean;
  /** `send` does the request; an answer or an error is what the client sees. */
  act: (send: () => Promise<Response>, request: OutgoingRequest) => Promise<Response>;
}

export const isWrite = ({ method }: OutgoingRequest): boolean => method !== 'GET';
export const isGraph = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/graph/');
const isConnector = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/connector/');
const isSignIn = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/login/');
const isMail = ({ url }: OutgoingRequest): boolean => /^\/graph\/v1\.0\/users\/[^/]+\/messages/.test(url.pathname);
const carriesToken = ({ url }: OutgoingRequest): boolean => /\/delta/.test(url.pathname) && url.search.includes('oken');
const mayHaveChanged = ({ method, url }: OutgoingRequest): boolean =>
  method === 'PATCH' && /\/items\/[^/]+\/fields$/.test(url.pathname);

/** An answer in Graph's form. */
export function answer(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { error: { code, message: `A fault answers ${status}.` } };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

const lost = () => Promise.reject(new TypeError('fetch failed'));
const late = () => Promise.reject(new DOMException('The operation timed out.', 'TimeoutError'));
const throttled = (seconds: number) => answer(429, 'activityLimitReached', { 'retry-after': String(seconds) });

/** Drawn by chance for single requests. */
export const requestFaults: readonly RequestFault[] = [
  { name: 'killed before', weight: 2, kills: true, act: lost },
  { name: 'killed after', weight: 2, kills: true, act: (send) => send() },
  { name: 'lost before', weight: 2, act: lost },
  { name: 'lost after', weight: 3, act: (send) => send().then(lost) },
  { name: 'timed out before', weight: 2, act: late },
  { name: 'timed out after', weight: 3, act: (send) => send().then(late) },
  { name: '429 for a moment', weight: 1, act: async () => throttled(2) },
  { name: '429 for a while', weight: 2, act: async () => throttled(45) },
  {
    name: '503 with Retry-After',
    weight: 1,
    act: async () => answer(503, 'serviceNotAvailable', { 'retry-after': '10' }),
  },
  { name: '503', weight: 1, act: async () => answer(503, 'serviceNotAvailable') },
  { name: '500 before', weight: 1, act: async () => answer(500, 'generalException') },
  {
    name: '500 after',
    weight: 3,
    fits: isWrite,
    act: (send) => send().then(() => answer(500, 'generalException')),
  },
  {
    name: '504 after',
    weight: 1,
    fits: isWrite,
    act: (send) => send().then(() => answer(504, 'gatewayTimeout')),
  },
  { name: '412', weight: 2, fits: mayHaveChanged, act: async () => answer(412, 'resourceModified') },
  { name: 'delta 410', weight: 3, fits: carriesToken, act: async () => answer(410, 'resyncRequired') },
  { name: 'token expired', weight: 1, act: async () => answer(401, 'InvalidAuthenticationToken') },
  {
    name: 'not JSON',
    weight: 1,
    fits: (request) => isGraph(request) && !isWrite(request),
    act: async () => new Response('<html>', { status: 200 }),
  },
];

/** Lasts for a while, and for everybody. One line a fault; `lists` are the ids of the site's lists by name. */
export function standingFaults(lists: Record<string, string>): RequestFault[] {
  const named = (list: string) => (request: OutgoingRequest) => request.url.pathname.includes(`/lists/${lists[list]}`);
  const missing = (list: string): RequestFault => ({
    name: `${list} list missing`,
    weight: 1,
    fits: named(list),
    act: async () => answer(404, 'itemNotFound'),
  });
  const renamed = (list: string): RequestFault => ({
    name: `${list} column renamed`,
    weight: 1,
    fits: named(list),
    act: async () => answer(400, 'invalidRequest'),
  });
  return [
    ...['intake', 'incidents', 'audit', 'state'].flatMap((list) => [missing(list), renamed(list)]),
    { name: 'Teams down', weight: 3, fits: isConnector, act: async () => answer(503, 'ServiceUnavailable') },
    { name: 'mail down', weight: 2, fits: isMail, act: async () => answer(503, 'serviceNotAvailable') },
    { name: 'mail scope missing', weight: 2, fits: isMail, act: async () => answer(403, 'ErrorAccessDenied') },
    { name: 'Graph scope missing', weight: 1, fits: isGraph, act: async () => answer(403, 'accessDenied') },
    { name: 'Graph throttled', weight: 2, fits: isGraph, act: async () => throttled(30) },
    { name: 'sign-in down', weight: 1, fits: isSignIn, act: late },
    { name: 'network gone', weight: 1, act: lost },
    { name: 'tokens refused', weight: 1, fits: isGraph, act: async () => answer(401, 'InvalidAuthenticationToken') },
  ];
}
