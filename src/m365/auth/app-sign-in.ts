import { readFileSync } from 'node:fs';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { RemoteError } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import { signInFailure } from './sign-in-failure.ts';

export interface AppSignInSettings {
  clientId: string;
  /** `https://login.microsoftonline.com/<tenant>`; msal-node refuses http. */
  authority: string;
  /** Where that authority really answers, when it is a stand-in that speaks http; null in production. */
  authorityReachedAt: string | null;
  /** PEM file of the private key of the app's certificate. Read once; never logged. */
  certificateKeyFile: string;
  /** SHA-256, hex. */
  certificateThumbprint: string;
}

/**
 * The service's own sign-in, by certificate. Tokens are cached by msal until shortly before they run out; each resource
 * (`https://graph.microsoft.com/.default`, `https://api.botframework.com/.default`) has its own.
 */
export function createAppSignIn(settings: AppSignInSettings): { tokensFor(scope: string): GetToken } {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      // Named as known, msal does not ask Microsoft's public directory about it first.
      knownAuthorities: [new URL(settings.authority).host],
      clientCertificate: {
        thumbprintSha256: settings.certificateThumbprint.replaceAll(':', '').toLowerCase(),
        privateKey: readFileSync(settings.certificateKeyFile, 'utf8'),
      },
      clientCapabilities: ['CP1'],
    },
    system: { networkClient: new RedirectedNetwork(settings.authority, settings.authorityReachedAt) },
  });
  return {
    tokensFor:
      (scope) =>
      async ({ claims, renew } = {}) => {
        try {
          const result = await application.acquireTokenByClientCredential({
            scopes: [scope],
            ...(claims === undefined ? {} : { claims }),
            ...(renew ? { skipCache: true } : {}),
          });
          if (result) return result.accessToken;
        } catch (error) {
          throw signInFailure(error);
        }
        throw new RemoteError('signInRequired', 'sign-in: no token');
      },
  };
}

/** msal's network over `fetch`, with the authority's address exchanged for the one it answers on. */
class RedirectedNetwork implements INetworkModule {
  readonly #from: string;
  readonly #to: string;

  constructor(authority: string, reachedAt: string | null) {
    this.#from = authority.replace(/\/+$/, '');
    this.#to = (reachedAt ?? authority).replace(/\/+$/, '');
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('POST', url, options);
  }

  async #send<T>(method: string, url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(this.#reach(url), {
        method,
        headers: options.headers ?? {},
        signal: AbortSignal.timeout(30_000),
        ...(options.body === undefined ? {} : { body: options.body }),
      });
      body = await response.json();
    } catch (error) {
      throw new RemoteError('offline', 'sign-in: no answer', { cause: error });
    }
    return { headers: Object.fromEntries(response.headers), body: body as T, status: response.status };
  }

  #reach(url: string): string {
    if (url.startsWith(this.#from)) return this.#to + url.slice(this.#from.length);
    const { origin } = new URL(this.#to);
    // The authority's metadata may name its endpoints by the address it answers on.
    if (new URL(url).origin === origin || this.#from === this.#to) return url;
    throw new RemoteError('forbidden', 'sign-in: the authority leads somewhere else');
  }
}
