import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { remoteErrorFromThrown } from './errors.ts';

const defaultTimeoutMs = 30_000;

/** The library hands options through to the last handler as they are. */
type TransportOptions = NonNullable<Context['options']> & { timeoutMs?: number };

/** The last handler: sends the request, and gives a lost network or a timeout its type. */
export class TransportHandler implements Middleware {
  readonly #fetch: typeof fetch;

  constructor(send: typeof fetch) {
    this.#fetch = send;
  }

  async execute(context: Context): Promise<void> {
    const { timeoutMs = defaultTimeoutMs, signal, ...options }: TransportOptions = context.options ?? {};
    // Counted from here, so that the time a person takes to sign in is not in it.
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      context.response = await this.#fetch(context.request, {
        ...options,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      throw remoteErrorFromThrown(error, options.method ?? 'GET');
    }
  }
}
