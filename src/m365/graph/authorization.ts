import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { RemoteError } from '../../application/remote-error.ts';

/**
 * Gives an access token for Graph. `claims` is what a 401 asked for (a JSON text); with `renew` the cached token is
 * known to be refused, so another must be got without asking the person. Throws `RemoteError('signInRequired')` otherwise.
 */
export type GetToken = (options?: { claims?: string; renew?: boolean }) => Promise<string>;

/**
 * Puts the token on requests to Graph, and renews it once on a 401, with the claims challenge if there was one.
 *
 * The library's own handler drops `Authorization` without a word on any host that is not Microsoft's over https
 * (and matches hosts by name only). This one sends the token to the configured root, and refuses any other address:
 * a token must never follow a link out of an answer.
 */
export class AuthorizationHandler implements Middleware {
  readonly #root: URL;
  readonly #getToken: GetToken;
  #next: Middleware | undefined;

  constructor(root: URL, getToken: GetToken) {
    this.#root = root;
    this.#getToken = getToken;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    if (url.origin !== this.#root.origin || !url.pathname.startsWith(this.#root.pathname)) {
      throw new RemoteError('forbidden', `no token for ${url.origin}`);
    }
    await this.#send(context, await this.#getToken());
    if (context.response?.status !== 401) return;
    const claims = readClaimsChallenge(context.response.headers.get('WWW-Authenticate'));
    await this.#send(context, await this.#getToken({ renew: true, ...(claims === undefined ? {} : { claims }) }));
  }

  async #send(context: Context, token: string): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined);
    headers.set('Authorization', `Bearer ${token}`);
    // A plain object, because the library's other handlers add to it by key.
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    if (!this.#next) throw new Error('No handler follows.');
    await this.#next.execute(context);
  }
}

/**
 * The `claims` of a continuous access evaluation challenge, decoded.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsChallenge(header: string | null): string | undefined {
  const encoded = header?.match(/claims="([^"]+)"/)?.[1];
  if (encoded === undefined) return undefined;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
