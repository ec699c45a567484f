import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** What the last request came to: msal replaces what its network throws, and what a status says, by errors of its own. */
export interface LastAnswer {
  /** HTTP status; null where nothing answered. */
  status: number | null;
  /** Seconds the other side asked to be left alone. */
  retryAfterSeconds: number | undefined;
  /** Entra's own number in a refusal, `AADSTS65001`: msal leaves it away where it waits for a code to be entered. */
  refusal: string | undefined;
}

const nothing: LastAnswer = { status: null, retryAfterSeconds: undefined, refusal: undefined };

/**
 * msal's network over `fetch`. `reach` may exchange an address for the one it answers on, and refuse others; `read` exchanges it back
 * in what comes.
 */
export class FetchNetwork implements INetworkModule {
  readonly #send: typeof fetch;
  readonly #reach: (url: string) => URL;
  readonly #read: (text: string) => string;
  last: LastAnswer = nothing;

  constructor(
    send: typeof fetch,
    reach: (url: string) => URL = (url) => new URL(url),
    read: (text: string) => string = (text) => text,
  ) {
    this.#send = send;
    this.#reach = reach;
    this.#read = read;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#ask<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#ask<T>('POST', url, options);
  }

  async #ask<T>(method: string, url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    this.last = nothing;
    const response = await this.#send(this.#reach(url), {
      method,
      headers: options.headers ?? {},
      signal: AbortSignal.timeout(30_000),
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    const text = await response.text();
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.last = {
      status: response.status,
      retryAfterSeconds: Number.isFinite(wait) ? wait : undefined,
      refusal: response.ok ? undefined : /AADSTS\d+/.exec(text)?.[0],
    };
    return {
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(this.#read(text)) as T,
      status: response.status,
    };
  }
}
