import { type AccountInfo, type AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { RemoteError } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import { redirectedNetwork } from './redirected-network.ts';
import { signInFailure } from './sign-in-failure.ts';

export interface AdministratorSignInSettings {
  /** Registration that allows public client flows, with the delegated permissions that are asked for. */
  clientId: string;
  /** `https://login.microsoftonline.com/<tenant>`; msal-node refuses http. */
  authority: string;
  /** The same path on the origin that really answers, when it is a stand-in that speaks http; null in production. */
  authorityReachedAt: string | null;
}

/**
 * A person's sign-in by a code that is entered in any browser, on any device. Tokens and account stay in this process's memory and
 * nowhere else: msal-node keeps its cache there unless it is given another. The first scope asked for signs in; those of other resources
 * come silently from the same sign-in. `show` gets the sentence with the address and the code.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function createAdministratorSignIn(
  settings: AdministratorSignInSettings,
  show: (sentence: string) => void,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): { tokensFor(scope: string): GetToken } {
  const network = redirectedNetwork(settings.authority, settings.authorityReachedAt, send);
  const application = new PublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [new URL(settings.authority).host],
    },
    system: { networkClient: network },
  });
  let account: AccountInfo | null = null;

  async function silently(scope: string, renew: boolean, signedIn: AccountInfo): Promise<AuthenticationResult | null> {
    return application.acquireTokenSilent({ account: signedIn, scopes: [scope], forceRefresh: renew });
  }

  async function byCode(scope: string): Promise<AuthenticationResult | null> {
    const result = await application.acquireTokenByDeviceCode({
      scopes: [scope],
      deviceCodeCallback: ({ message }) => show(reachable(message, settings)),
    });
    account = result?.account ?? null;
    return result;
  }

  return {
    tokensFor:
      (scope) =>
      async ({ renew = false } = {}) => {
        try {
          const result = account === null ? await byCode(scope) : await silently(scope, renew, account);
          if (result) return result.accessToken;
        } catch (error) {
          throw network.last.status === null
            ? new RemoteError('offline', 'sign-in: no answer', { cause: error })
            : explained(error, network.last.refusal);
        }
        throw new RemoteError('signInRequired', 'sign-in: no token');
      },
  };
}

const notPublic =
  'Entra gave no code. The registration you sign in by (signIn.clientId) must be of this tenant, allow public client flows, and have the permissions of docs/provisioning.md.';

/** Whoever reads it opens the address themselves: it must be the one that answers. */
function reachable(
  message: string | undefined,
  { authority, authorityReachedAt }: AdministratorSignInSettings,
): string {
  // msal hands on a refusal as an answer without anything in it.
  if (message === undefined) throw new RemoteError('signInRequired', notPublic);
  return authorityReachedAt === null
    ? message
    : message.replaceAll(new URL(authority).origin, new URL(authorityReachedAt).origin);
}

const sentences: Record<string, string> = {
  authorization_declined: 'The sign-in was declined. Run it again.',
  expired_token: 'The code has run out: nobody entered it in time. Run it again.',
  device_code_expired: 'The code has run out: nobody entered it in time. Run it again.',
};

/** What msal says of a refusal after the code was entered is a failed request, and not why: Entra's number says it. */
function failureOf(error: unknown, refusal: string | undefined): RemoteError {
  const failure = signInFailure(error);
  if (refusal === undefined || failure.code !== 'offline') return failure;
  return signInFailure({ name: 'InteractionRequiredAuthError', errorCode: 'refused', errorMessage: refusal });
}

/** Who reads this is an administrator at a terminal; a code of Entra's alone would not help. */
function explained(error: unknown, refusal: string | undefined): RemoteError {
  const failure = failureOf(error, refusal);
  // msal tells of Entra's own code in the words of its error alone.
  const said = error instanceof Error ? error.message : '';
  const known = Object.keys(sentences).find((code) => said.includes(code));
  if (known !== undefined) return new RemoteError('signInRequired', sentences[known] ?? '', { cause: error });
  if (failure.code !== 'consentRequired') return failure;
  const sentence =
    'The app you sign in by has no consent for this. Give its delegated permissions an administrator’s consent (docs/provisioning.md).';
  return new RemoteError('consentRequired', `${sentence} (${failure.message})`, { cause: error });
}
