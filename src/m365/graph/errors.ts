import { RemoteError, type RemoteErrorCode } from '../../application/remote-error.ts';

/** What Graph says besides the status: `code` is stable enough to react to, `message` is not (and may hold names). */
export interface GraphFault {
  status: number;
  /** `error.code` of the body, when it has Graph's form. */
  code: string | undefined;
  retryAfterSeconds: number | undefined;
  requestId: string | undefined;
}

/** What a query over SharePoint's list view threshold is answered with; real throttling has another code. */
export const thresholdCode = 'throttledRequest';

const byStatus: Record<number, RemoteErrorCode> = {
  401: 'signInRequired',
  403: 'forbidden',
  404: 'notFound',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  412: 'changedMeanwhile',
  413: 'tooLarge',
  415: 'unsupported',
  // Somebody else's save holds it for a moment.
  423: 'server',
  429: 'throttled',
  501: 'unsupported',
  504: 'timeout',
  // No room left: sending the same again cannot help.
  507: 'tooLarge',
  509: 'throttled',
};

/** Codes that say more than their status. Exchange answers some of these with 400. */
const byGraphCode: Record<string, RemoteErrorCode> = {
  ErrorItemNotFound: 'notFound',
  // An id of another mailbox than the one it was asked of.
  ErrorInvalidMailboxItemId: 'notFound',
  ErrorMessageSizeExceeded: 'tooLarge',
  ErrorQuotaExceeded: 'tooLarge',
  ErrorIrresolvableConflict: 'changedMeanwhile',
  nameAlreadyExists: 'conflict',
  resyncRequired: 'gone',
  syncStateNotFound: 'gone',
  activityLimitReached: 'throttled',
  // SharePoint's list view threshold comes as a 429, but waiting does not help: the query is wrong (decision 0065).
  [thresholdCode]: 'invalid',
  quotaLimitReached: 'tooLarge',
};

/** The typed error of an answer that is not a success. The message names status and code only: never the body. */
export function remoteErrorFromFault(fault: GraphFault, what: string): RemoteError {
  return new RemoteError(codeOf(fault), `${what}: ${fault.status}${fault.code ? ` ${fault.code}` : ''}`, {
    status: fault.status,
    retryAfterSeconds: fault.retryAfterSeconds,
    requestId: fault.requestId,
  });
}

function codeOf(fault: GraphFault): RemoteErrorCode {
  const named = byGraphCode[fault.code ?? ''];
  if (named) return named;
  // 503 with Retry-After is SharePoint's other way of throttling (facts 1.8).
  if (fault.status === 503 && fault.retryAfterSeconds !== undefined) return 'throttled';
  return byStatus[fault.status] ?? (fault.status >= 500 ? 'server' : 'invalid');
}

/** Reads what there is to know of a failed answer; a body that is not Graph's (a proxy's page) is ignored. */
export async function readFault(response: Response): Promise<GraphFault> {
  const body: unknown = await response.json().catch(() => null);
  return faultFrom(response.status, (name) => response.headers.get(name), body);
}

/** The same for one answer inside a batch. */
export function faultFrom(status: number, header: (name: string) => string | null, body: unknown): GraphFault {
  const error = property(body, 'error');
  const inner = property(error, 'innerError');
  return {
    status,
    code: asString(property(error, 'code')),
    retryAfterSeconds: parseRetryAfter(header('Retry-After')),
    requestId: header('request-id') ?? asString(property(inner, 'request-id')),
  };
}

/** Seconds, from either form of the header (a number or an HTTP date). Never negative. */
export function parseRetryAfter(value: string | null, now: number = Date.now()): number | undefined {
  if (!value?.trim()) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/**
 * What `fetch` threw. It says almost nothing: a TypeError is a lost network, a refused connection or a forbidden
 * origin alike, so all of these are `offline`.
 */
export function remoteErrorFromThrown(error: unknown, what: string): RemoteError {
  if (error instanceof RemoteError) return error;
  const name = asString(property(error, 'name'));
  if (name === 'TimeoutError' || name === 'AbortError') return new RemoteError('timeout', `${what}: ${name}`);
  return new RemoteError('offline', `${what}: no answer`, { cause: error });
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
