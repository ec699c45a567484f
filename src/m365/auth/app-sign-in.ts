import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { RemoteError } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import { managedIdentityAssertion } from './managed-identity.ts';
import { redirectedNetwork } from './redirected-network.ts';
import { signInFailure } from './sign-in-failure.ts';

export interface AppSignInSettings {
  clientId: string;
  /** `https://login.microsoftonline.com/<tenant>`; msal-node refuses http. */
  authority: string;
  /** The same path on the origin that really answers, when it is a stand-in that speaks http; null in production. */
  authorityReachedAt: string | null;
  /** Client id of the host's managed identity, which the app trusts; null where a certificate signs in instead. */
  managedIdentityClientId: string | null;
  /** PEM file of the private key of the app's certificate. Read once; never logged. */
  certificateKeyFile: string | null;
  /** The key itself, where there is no file; line breaks may be written `\\n`. Never logged. */
  certificateKey: string | null;
  /** SHA-256, hex; null where a managed identity signs in. */
  certificateThumbprint: string | null;
}

/**
 * The service's own sign-in, by certificate or by the managed identity of its host. Tokens are cached by msal until shortly before they
 * run out; each resource (`https://graph.microsoft.com/.default`, `https://api.botframework.com/.default`) has its own. Both ways give
 * the same tokens: those of the app, with the app's permissions.
 */
export function createAppSignIn(
  settings: AppSignInSettings,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): { tokensFor(scope: string): GetToken } {
  const network = redirectedNetwork(settings.authority, settings.authorityReachedAt, send);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      // Named as known, msal does not ask Microsoft's public directory about it first.
      knownAuthorities: [new URL(settings.authority).host],
      ...credentialOf(settings, send),
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
          if (error instanceof RemoteError) throw error;
          throw network.last.status === null
            ? new RemoteError('offline', 'sign-in: no answer', { cause: error })
            : signInFailure(error);
        }
        throw new RemoteError('signInRequired', 'sign-in: no token');
      },
  };
}

function credentialOf(
  settings: AppSignInSettings,
  send: typeof fetch,
): Pick<NodeAuthOptions, 'clientAssertion' | 'clientCertificate'> {
  const { managedIdentityClientId, certificateThumbprint } = settings;
  if (managedIdentityClientId !== null) {
    return { clientAssertion: managedIdentityAssertion(managedIdentityClientId, send) };
  }
  if (certificateThumbprint === null) throw new RemoteError('signInRequired', 'sign-in: there is no certificate');
  return {
    clientCertificate: {
      thumbprintSha256: certificateThumbprint.replaceAll(':', '').toLowerCase(),
      privateKey: privateKeyOf(settings),
    },
  };
}

function privateKeyOf({ certificateKey, certificateKeyFile }: AppSignInSettings): string {
  if (certificateKey !== null) return certificateKey.replaceAll('\\n', '\n');
  if (certificateKeyFile === null) throw new RemoteError('signInRequired', 'sign-in: there is no key');
  return readFileSync(certificateKeyFile, 'utf8');
}
