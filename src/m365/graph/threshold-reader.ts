import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { faultFrom, thresholdCode } from './errors.ts';

const overThreshold = new WeakSet<Response>();

/** True for an answer that says 429 but means that the query matches too many rows. */
export function isOverThreshold(response: Response): boolean {
  return overThreshold.has(response);
}

/**
 * Looks into a 429 that names no time: SharePoint's list view threshold is answered so, and whoever repeats such a
 * query waits for nothing (decision 0065). Stands after the retry handler, which cannot read a body while it decides.
 */
export class ThresholdReader implements Middleware {
  #next: Middleware | undefined;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    await this.#next?.execute(context);
    const response = context.response;
    if (response?.status !== 429 || response.headers.has('Retry-After')) return;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const fault = faultFrom(response.status, (name) => response.headers.get(name), body);
    if (fault.code === thresholdCode) overThreshold.add(response);
  }
}
