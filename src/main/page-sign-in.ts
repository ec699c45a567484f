import type { ClientSettings } from '../application/client-settings.ts';
import type { SignIn } from '../application/ports/sign-in.ts';
import { createBrowserSignIn } from '../m365/auth/browser-sign-in.ts';
import type { GetToken } from '../m365/graph/authorization.ts';

export interface PageSignIn extends SignIn {
  graphToken: GetToken;
  serviceToken: GetToken;
  /** For a call with permissions of its own; never asks the person. */
  tokenFor(scopes: readonly string[]): GetToken;
}

/** One sign-in for a page, after its host has answered: the bridge to the host is not there before (facts 7.15). */
export function createPageSignIn(
  settings: ClientSettings,
  scopes: readonly string[],
  hostReady: () => Promise<unknown>,
): PageSignIn {
  const signIn = createBrowserSignIn({
    clientId: settings.clientId,
    authority: settings.authority,
    tenantId: settings.tenantId,
    redirectUri: new URL('/sign-in.html', window.location.origin).href,
  });
  const after = (getToken: GetToken): GetToken => {
    return async (options) => {
      await hostReady();
      return getToken(options);
    };
  };
  const serviceToken = signIn.tokensFor([settings.serviceScope]);
  return {
    graphToken: after(signIn.tokensFor(scopes)),
    serviceToken: after(serviceToken),
    tokenFor: (own) => after(signIn.tokensFor(own)),
    interactively: async () => {
      await hostReady();
      await signIn.interactively(scopes);
      // Our own API is consented to together with Graph; where it was not, filing evidence will say so.
      await serviceToken().catch(() => undefined);
    },
    personId: async () => {
      await hostReady();
      return signIn.personId(scopes);
    },
  };
}
