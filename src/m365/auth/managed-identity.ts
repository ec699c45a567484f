import { ManagedIdentityApplication } from '@azure/msal-node';
import { RemoteError } from '../../application/remote-error.ts';
import { FetchNetwork, type LastAnswer } from './fetch-network.ts';

/** Entra's own resource: a token for it may be exchanged for another app's, where that app trusts whoever it was given to. */
const tokenExchange = 'api://AzureADTokenExchange';

/**
 * Gives what shows Entra who the service is where it runs in Azure: a token of the host's managed identity, for no resource but Entra
 * itself. No secret of ours exists. msal keeps it until shortly before it runs out, and finds the host's endpoint in the environment
 * (`IDENTITY_ENDPOINT`, `IDENTITY_HEADER`; without them the address that virtual machines have).
 * msal knows one host in a process and keeps the first network it was given for it: make one of these in a process.
 * Throws `RemoteError`: `offline`, `throttled`, or `server` where the host refuses (an identity it was not given, for example).
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function managedIdentityAssertion(clientId: string, send: typeof fetch): () => Promise<string> {
  const network = new FetchNetwork(send);
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    // Whoever needs the token waits and tries again by the rules of this service; msal would sit out whatever Retry-After says.
    system: { networkClient: network, disableInternalRetries: true },
  });
  let asked: Promise<string> | null = null;
  const ask = async () => {
    try {
      return (await identity.acquireToken({ resource: tokenExchange })).accessToken;
    } catch (error) {
      throw identityFailure(network.last, error);
    }
  };
  // Asked for by several at once, it is asked for once: the endpoint is a small one.
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}

function identityFailure({ status, retryAfterSeconds }: LastAnswer, cause: unknown): RemoteError {
  if (status === null) return new RemoteError('offline', 'managed identity: no answer', { cause });
  return new RemoteError(status === 429 ? 'throttled' : 'server', `managed identity: refused with ${status}`, {
    status,
    cause,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}
