/** What went wrong outside, in the few ways a use case can react to. */
export type RemoteErrorCode =
  | 'offline'
  | 'timeout'
  | 'throttled'
  | 'signInRequired'
  | 'consentRequired'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'changedMeanwhile'
  | 'tooLarge'
  | 'invalid'
  | 'gone'
  | 'unsupported'
  | 'server';

/** Codes after which the same request, which carries our key, may simply be sent again. */
const repeatable: ReadonlySet<RemoteErrorCode> = new Set([
  'offline',
  'timeout',
  'throttled',
  'server',
  'signInRequired',
]);

/**
 * The one error adapters throw. `message` is for logs and never holds personal text;
 * words for people come from the catalogues, by `code`.
 */
export class RemoteError extends Error {
  readonly code: RemoteErrorCode;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Seconds the other side asked to be left alone. */
  readonly retryAfterSeconds: number | undefined;
  /** `request-id` of the answer, for Microsoft's support. */
  readonly requestId: string | undefined;

  constructor(
    code: RemoteErrorCode,
    message: string,
    details: { status?: number; retryAfterSeconds?: number; requestId?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'RemoteError';
    this.code = code;
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.requestId = details.requestId;
  }

  get isRepeatable(): boolean {
    return repeatable.has(this.code);
  }
}

export function isRemoteError(error: unknown): error is RemoteError {
  return error instanceof RemoteError;
}
