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
  /** The same path on the origin that really answers, when it is a stand-in that speaks http; null in production. */
  authorityReachedAt: string | null;
  /** PEM file of the private key of the app's certificate. Read once; never logged. */
  certificateKeyFile: string | null;
  /** The key itself, where there is no file; line breaks may be written `\\n`. Never logged. */
  certificateKey: string | null;
  /** SHA-256, hex. */
  certificateThumbprint: string;
}

/**
 * The service's own sign-in, by certificate. Tokens are cached by msal until shortly before they run out; each resource
 * (`https://graph.microsoft.com/.default`, `https://api.botframework.com/.default`) has its own.
 */
export function createAppSignIn(
  settings: AppSignInSettings,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): { tokensFor(scope: string): GetToken } {
  const network = new RedirectedNetwork(settings.authority, settings.authorityReachedAt, send);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      // Named as known, msal does not ask Microsoft's public directory about it first.
      knownAuthorities: [new URL(settings.authority).host],
      clientCertificate: {
        thumbprintSha256: settings.certificateThumbprint.replaceAll(':', '').toLowerCase(),
        privateKey: privateKeyOf(settings),
      },
      clientCapabilities: ['CP1'],
    },
    system: { networkClient: network },
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
          throw network.isOffline
            ? new RemoteError('offline', 'sign-in: no answer', { cause: error })
            : signInFailure(error);
        }
        throw new RemoteError('signInRequired', 'sign-in: no token');
      },
  };
}

function privateKeyOf({ certificateKey, certificateKeyFile }: AppSignInSettings): string {
  if (certificateKey !== null) return certificateKey.replaceAll('\\n', '\n');
  if (certificateKeyFile === null) throw new RemoteError('signInRequired', 'sign-in: there is no key');
  return readFileSync(certificateKeyFile, 'utf8');
}

/**
 * msal's network over `fetch`, with the authority's address exchanged for the one it answers on, there and back: msal
 * compares the names in the metadata with the authority it was given.
 */
class RedirectedNetwork implements INetworkModule {
  readonly #from: URL;
  readonly #to: URL;
  readonly #fetch: typeof fetch;
  /** True when the last request got no answer: msal replaces what its network throws by errors of its own. */
  isOffline = false;

  constructor(authority: string, reachedAt: string | null, send: typeof fetch) {
    this.#from = new URL(authority);
    this.#to = new URL(reachedAt ?? authority);
    this.#fetch = send;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('POST', url, options);
  }

  async #send<T>(method: string, url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    let response: Response;
    let text: string;
    this.isOffline = false;
    try {
      response = await this.#fetch(this.#reach(url), {
        method,
        headers: options.headers ?? {},
        signal: AbortSignal.timeout(30_000),
        ...(options.body === undefined ? {} : { body: options.body }),
      });
      text = await response.text();
    } catch (error) {
      this.isOffline = true;
      throw error;
    }
    const body = JSON.parse(text.replaceAll(this.#to.origin, this.#from.origin)) as T;
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  }

  #reach(url: string): URL {
    const wanted = new URL(url);
    if (wanted.origin !== this.#from.origin) throw new Error('the authority leads somewhere else');
    return new URL(wanted.pathname + wanted.search, this.#to.origin);
  }
}
