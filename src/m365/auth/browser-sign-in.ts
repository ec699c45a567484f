import type { AuthenticationResult, Configuration, IPublicClientApplication } from '@azure/msal-browser';
import { RemoteError } from '../../application/remote-error.ts';
import { within } from '../../application/within.ts';
import type { GetToken } from '../graph/authorization.ts';
import type { Msal } from './msal.ts';
import { isBrokerFailure, signInFailure } from './sign-in-failure.ts';
import { signInWindowMilliseconds } from './sign-in-window.ts';

export interface SignInSettings {
  clientId: string;
  authority: string;
  tenantId: string;
  /** Page of ours that a sign-in window of the browser returns to; used only where the host's broker fails. */
  redirectUri: string;
}

export interface BrowserSignIn {
  /** Tokens for these scopes, never asking the person. */
  tokensFor(scopes: readonly string[]): GetToken;
  /** Lets the person sign in or consent: to these scopes, or to others that were refused while these were not. Only from a button press. */
  interactively(scopes: readonly string[]): Promise<void>;
  /** Directory id of the signed-in person, from the account: no request to Graph. */
  personId(scopes: readonly string[]): Promise<string>;
}

/**
 * Signs in through the host (nested app authentication), and by the browser's own window where the host's broker fails:
 * that a host says it supports nested sign-in proves nothing (facts 7.13).
 * msal-browser (some 65 KB) loads on the first call and not with the page. `load` is there for tests.
 */
export function createBrowserSignIn(settings: SignInSettings, load: () => Promise<Msal> = loadMsal): BrowserSignIn {
  const clients: { nested: Client | null; own: Client | null } = { nested: null, own: null };
  let preferred: keyof typeof clients = 'nested';
  /** What could not be had without the person, by its scopes: the next window asks for it, with the claims that Graph asked for. */
  const refused = new Map<string, Wanted>();
  let personId: string | null = null;

  function client(kind: keyof typeof clients): Client {
    const present = clients[kind];
    if (present) return present;
    const created = startClient(settings, kind, load);
    clients[kind] = created;
    // A failed download or start must not be the answer for ever.
    created.catch(() => {
      if (clients[kind] === created) clients[kind] = null;
    });
    return created;
  }

  async function viaBrokerOrOwn(
    ask: (app: IPublicClientApplication) => Promise<AuthenticationResult>,
    { isPressed = false } = {},
  ): Promise<string> {
    let foreign: RemoteError | null = null;
    const first = preferred;
    try {
      const app = await client(first);
      return remember(await (first === 'nested' && !isPressed ? orSilent(ask(app)) : ask(app)));
    } catch (error) {
      foreign = error instanceof ForeignAccount ? error : null;
      const isUseless = error instanceof SilentBroker || isWithoutBridge(error);
      if (first === 'own' || !(foreign || isUseless || isBrokerFailure(error))) throw failureOf(error, isPressed);
      // From now on the browser's own window: the host has one account and names no other; one that says nothing would be waited for again;
      // and a window that comes only after the host has asked and failed is one that the browser may block, for the press is long ago.
      if (foreign || isUseless || isPressed) preferred = 'own';
    }
    try {
      const result = remember(await ask(await client('own')));
      preferred = 'own';
      return result;
    } catch (error) {
      // Why the host's account will not do is what the person has to know, and not that the second window was one too many.
      throw foreign ?? failureOf(error, isPressed);
    }
  }

  function remember(result: AuthenticationResult): string {
    if (result.tenantId && result.tenantId !== settings.tenantId) throw new ForeignAccount();
    personId = result.uniqueId;
    return result.accessToken;
  }

  const acquire = (scopes: readonly string[], options: Parameters<GetToken>[0] = {}) =>
    viaBrokerOrOwn((app) => {
      const account =
        preferred === 'nested' && hostDecides()
          ? null
          : (app.getAllAccounts({ tenantId: settings.tenantId }).at(0) ?? null);
      return app.acquireTokenSilent({
        scopes: [...scopes],
        ...(account ? { account } : {}),
        ...(options.claims === undefined ? {} : { claims: options.claims }),
        ...(options.renew ? { forceRefresh: true } : {}),
      });
    });

  const noted: typeof acquire = async (scopes, options = {}) => {
    const { claims } = options;
    const key = scopes.join(' ');
    try {
      const token = await acquire(scopes, options);
      // A token out of the cache says nothing about claims that it was refused for.
      if (claims !== undefined || refused.get(key)?.claims === undefined) refused.delete(key);
      return token;
    } catch (error) {
      if (isForPerson(error)) refused.set(key, { scopes, ...(claims === undefined ? refused.get(key) : { claims }) });
      throw error;
    }
  };

  /** The same token asked for by several at once is asked for once. */
  const asked = new Map<string, Promise<string>>();
  const silently: typeof acquire = (scopes, options) => {
    const key = JSON.stringify([scopes, options]);
    const running = asked.get(key) ?? noted(scopes, options).finally(() => asked.delete(key));
    asked.set(key, running);
    return running;
  };

  return {
    tokensFor: (scopes) => (options) => silently(scopes, options),
    interactively: async (scopes) => {
      const others = [...refused.values()];
      const wanted = refused.get(scopes.join(' ')) ?? others[0] ?? { scopes };
      await viaBrokerOrOwn((app) => app.acquireTokenPopup({ ...wanted, scopes: [...wanted.scopes] }), {
        isPressed: true,
      });
      refused.delete(wanted.scopes.join(' '));
    },
    personId: async (scopes) => {
      if (personId === null) await silently(scopes);
      if (personId === null) throw new RemoteError('signInRequired', 'sign-in: no account');
      return personId;
    },
  };
}

/**
 * Once the token that renews others is refused, msal asks Entra in a hidden frame. Where that one is led on to a page that may stand in no frame
 * (another sign-in service, or a page with a fault), it never comes back, however good the network is: only the person goes on from there.
 */
function failureOf(error: unknown, isPressed: boolean): RemoteError {
  const isFrameLost = !isPressed && (error as { errorCode?: unknown } | null)?.errorCode === 'timed_out';
  if (!isFrameLost) return signInFailure(error);
  return new RemoteError('signInRequired', 'sign-in: the hidden frame did not come back', { cause: error });
}

interface Wanted {
  scopes: readonly string[];
  claims?: string;
}

const isForPerson = (error: unknown): boolean =>
  error instanceof RemoteError && (error.code === 'signInRequired' || error.code === 'consentRequired');

type Client = Promise<IPublicClientApplication>;

/** Tokens of another tenant: the page names no tenant to a host's broker, which takes the one that its account is of. */
class ForeignAccount extends RemoteError {
  constructor() {
    super('signInRequired', 'sign-in: an account of another organisation');
  }
}

/** The host took what was asked of it, and said nothing: msal itself waits for ever. */
class SilentBroker extends RemoteError {
  constructor() {
    super('timeout', 'sign-in: the host does not answer');
  }
}

/**
 * The bridge is there and msal could not start it: what msal then gives is a client like the browser's own, which asks for an account, and we
 * named none because the host should have decided. A host that has no account says it with another code.
 */
const isWithoutBridge = (error: unknown): boolean =>
  hostDecides() && (error as { errorCode?: unknown } | null)?.errorCode === 'no_account_error';

/** A token out of the host's cache is there at once, one from Entra in a second or two. A person is not waited for here. */
const brokerMilliseconds = 15_000;

function orSilent<T>(answer: Promise<T>): Promise<T> {
  return within(brokerMilliseconds, answer, () => {
    throw new SilentBroker();
  });
}

async function loadMsal(): Promise<Msal> {
  return (await import('./msal.ts')).msal;
}

async function startClient(settings: SignInSettings, kind: 'nested' | 'own', load: () => Promise<Msal>): Client {
  let msal: Msal;
  try {
    msal = await load();
  } catch (error) {
    throw new RemoteError('offline', 'sign-in: msal could not be loaded', { cause: error });
  }
  const configuration: Configuration = {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [new URL(settings.authority).host],
      redirectUri: settings.redirectUri,
      // The pane is a frame of another site, where a window's answer cannot reach it; the page is opened in between.
      popupRelayUri: settings.redirectUri,
      // "This client understands claims challenges": without it Entra sends none.
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { popupBridgeTimeout: signInWindowMilliseconds },
  };
  return kind === 'nested'
    ? orSilent(msal.createNestablePublicClientApplication(configuration))
    : msal.createStandardPublicClientApplication(configuration);
}

/**
 * Inside a host there is no account to name: the host decides, and a stale one makes it refuse (facts 7.15).
 * The browser's own sign-in needs one, of this organisation.
 */
function hostDecides(): boolean {
  return 'nestedAppAuthBridge' in globalThis;
}
