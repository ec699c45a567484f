import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client';

/**
 * The first handler. The library rebuilds every error that its handlers throw, and its type and cause are lost;
 * only a `GraphClientError` passes untouched, so the original travels in one.
 */
export class FailureCarrier implements Middleware {
  #next: Middleware | undefined;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    try {
      await this.#next?.execute(context);
    } catch (error) {
      const carrier = new GraphClientError('carried');
      carrier.customError = error;
      throw carrier;
    }
  }
}

/** What a handler threw in the first place. */
export function carriedFailure(error: unknown): unknown {
  return error instanceof GraphClientError && error.customError !== undefined ? error.customError : error;
}
