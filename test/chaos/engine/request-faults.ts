import type { Caller, OutgoingRequest } from './request-gate.ts';
import type { SimulatedTime } from './simulated-time.ts';

interface Surroundings {
  time: SimulatedTime;
  /** Whose request it is. */
  caller: Caller;
}

/** What can happen to one request of a replica, below its client. One line a fault. */
export interface RequestFault {
  name: string;
  weight: number;
  /** The replica ends with it. */
  kills?: true;
  /** Every request, when left out. */
  fits?: (request: OutgoingRequest) => boolean;
  /** `send` does the request; an answer or an error is what the client sees. */
  act: (send: () => Promise<Response>, request: OutgoingRequest, around: Surroundings) => Promise<Response>;
}

export const isWrite = ({ method }: OutgoingRequest): boolean => method !== 'GET';
export const isGraph = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/graph/');
const isConnector = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/connector/');
const isSignIn = ({ url }: OutgoingRequest): boolean => url.pathname.startsWith('/login/');
const isMail = ({ url }: OutgoingRequest): boolean => /^\/graph\/v1\.0\/users\/[^/]+\/messages/.test(url.pathname);
const isDelta = ({ url }: OutgoingRequest): boolean => /\/items\/delta/.test(url.pathname);
const isBatch = ({ url }: OutgoingRequest): boolean => url.pathname.endsWith('/$batch');
const isOfRows = ({ url }: OutgoingRequest): boolean => /\/lists\/[^/]+\/items/.test(url.pathname);
const opensOrPosts = (request: OutgoingRequest): boolean =>
  isConnector(request) && request.method === 'POST' && !request.url.pathname.endsWith('/token');
const carriesToken = ({ url }: OutgoingRequest): boolean => /\/delta/.test(url.pathname) && url.search.includes('oken');
const mayHaveChanged = ({ method, url }: OutgoingRequest): boolean =>
  method === 'PATCH' && /\/items\/[^/]+\/fields$/.test(url.pathname);

function isWriteToGraph(request: OutgoingRequest): boolean {
  return isGraph(request) && isWrite(request) && !isBatch(request);
}

/** An answer in Graph's form. */
export function answer(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { error: { code, message: `A fault answers ${status}.` } };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** As long as a request may take before it is given up. */
const slowMs = 29_000;

const lost = () => Promise.reject(new TypeError('fetch failed'));
const late = () => Promise.reject(new DOMException('The operation timed out.', 'TimeoutError'));
const throttled = (seconds: number) => answer(429, 'activityLimitReached', { 'retry-after': String(seconds) });

const proxysPage = () =>
  new Response('<!doctype html><title>Sign in to the network</title>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });

/** The connection is cut in the middle of the answer's body. */
async function cutShort(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return lost();
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

type Json = Record<string, unknown>;

/** Another body in the place of the one that was answered; what is no JSON stays as it is. */
async function rewritten(response: Response, change: (body: Json) => unknown): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  if (!response.ok || !text.startsWith('{')) return new Response(text === '' ? null : text, { status, headers });
  return new Response(JSON.stringify(change(JSON.parse(text))), { status, headers });
}

/** The rows of a page of changes in another order or number; where the reading goes on stays as it is. */
const rowsOf = (name: string, change: (rows: Json[]) => Json[]): RequestFault => ({
  name,
  weight: 2,
  fits: isDelta,
  act: async (send) => rewritten(await send(), (page) => ({ ...page, value: change(page.value as Json[]) })),
});

/** The page without its rows, or with them, and the place in the list that was asked from: the same comes again. */
const placeStays = (name: string, change: (rows: Json[]) => Json[]): RequestFault => ({
  name,
  weight: 2,
  fits: isDelta,
  act: async (send, { url }) =>
    rewritten(await send(), ({ '@odata.nextLink': _, ...page }) => ({
      ...page,
      value: change(page.value as Json[]),
      '@odata.deltaLink': url.href,
    })),
});

/** An older state of the row: before anybody but its author had written. */
const older = (row: Json): Json => ({
  ...row,
  eTag: '"00000000-0000-4000-8000-000000000000,1"',
  fields: { ...(row.fields as Json), State: 'submitted', WorkState: 'pending', WorkOwner: '', NewComment: '' },
});

/** Its clock is set by so much, until all is mended. */
const clockJumps = (name: string, milliseconds: number): RequestFault => ({
  name,
  weight: 1,
  act: (send, _, { caller }) => {
    caller.jumpMs = milliseconds;
    return send();
  },
});

const withoutEtag = (text: string) =>
  text.replaceAll(/"(@odata\.etag|eTag)":"(\\.|[^"\\])*",?/g, '').replaceAll(',}', '}');

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
  // The rest is what nobody promises, and has been seen all the same.
  { name: '409 without a reason', weight: 2, fits: isWriteToGraph, act: async () => answer(409, 'conflict') },
  { name: '423 locked', weight: 2, fits: isWriteToGraph, act: async () => answer(423, 'resourceLocked') },
  { name: 'a proxy’s page before', weight: 2, act: async () => proxysPage() },
  { name: 'a proxy’s page after', weight: 1, act: (send) => send().then(proxysPage) },
  { name: 'cut short', weight: 3, act: (send) => send().then(cutShort) },
  {
    name: 'no ETag',
    weight: 2,
    fits: isOfRows,
    act: async (send) => {
      const response = await send();
      const text = withoutEtag(await response.text());
      return new Response(text === '' ? null : text, { status: response.status, headers: response.headers });
    },
  },
  {
    name: 'no id from Teams',
    weight: 2,
    fits: opensOrPosts,
    act: (send) => send().then(() => new Response(null, { status: 202 })),
  },
  {
    name: 'some of a batch refused',
    weight: 3,
    fits: isBatch,
    act: async (send) =>
      rewritten(await send(), ({ responses }) => ({
        responses: (responses as Json[])
          .map((each, index) => (index % 2 === 0 ? { id: each.id, status: 503, body: { error: { code: 'x' } } } : each))
          .reverse(),
      })),
  },
  rowsOf('delta in another order', (rows) => rows.toReversed()),
  rowsOf('delta rows twice', (rows) => rows.flatMap((row) => [older(row), row])),
  placeStays('delta page twice', (rows) => rows),
  placeStays('delta knows of nothing yet', () => []),
  {
    name: 'slow',
    weight: 2,
    act: (send, _, { time }) => {
      time.advance(slowMs);
      return send();
    },
  },
  clockJumps('clock set back', -20 * 60_000),
  clockJumps('clock put forward', 20 * 60_000),
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
    { name: 'a proxy answers all', weight: 1, act: async () => proxysPage() },
    {
      name: 'everything slow',
      weight: 1,
      act: (send, _, { time }) => {
        time.advance(slowMs);
        return send();
      },
    },
    {
      name: 'lists locked',
      weight: 1,
      fits: (each) => isOfRows(each) && isWrite(each),
      act: async () => answer(423, 'resourceLocked'),
    },
    { name: 'tokens refused', weight: 1, fits: isGraph, act: async () => answer(401, 'InvalidAuthenticationToken') },
  ];
}
