import { describe, expect, it } from 'vitest';
import { createBrowserSignIn } from '../../../src/m365/auth/browser-sign-in.ts';
import { isBrokerFailure, signInFailure } from '../../../src/m365/auth/sign-in-failure.ts';

const settings = {
  clientId: '5b0cc07a-1111-4222-8333-944455556666',
  authority: 'https://login.microsoftonline.com/7c0ffee0-aaaa-4bbb-8ccc-0123456789ab',
  tenantId: '7c0ffee0-aaaa-4bbb-8ccc-0123456789ab',
  redirectUri: 'https://urddas.example/sign-in.html',
};

/** The errors msal throws, as it makes them from a broker's answers (fact 3.1); made by hand to name each in a line. */
const authError = (name: string, errorCode: string, errorMessage = '') =>
  Object.assign(new Error(errorMessage), { name, errorCode, subError: '', errorMessage });

describe('a refused sign-in', () => {
  it.each([
    ['a person must act', authError('InteractionRequiredAuthError', 'interaction_required'), 'signInRequired', false],
    ['no consent yet', authError('InteractionRequiredAuthError', 'consent_required'), 'consentRequired', false],
    [
      'only an administrator may consent',
      authError('ServerError', 'access_denied', 'AADSTS90094: …'),
      'consentRequired',
      false,
    ],
    ['the window was closed', authError('ClientAuthError', 'user_canceled'), 'signInRequired', false],
    ['no account', authError('ClientAuthError', 'no_account_found'), 'signInRequired', false],
    ['no network', authError('ClientAuthError', 'no_network_connectivity'), 'offline', false],
    ['a passing failure', authError('ServerError', 'temporarily_unavailable'), 'server', false],
    ['a broken broker on a Mac', authError('ServerError', ''), 'server', true],
    ['a broker that is switched off', authError('ClientAuthError', 'nested_app_auth_bridge_disabled'), 'server', true],
  ])('%s', (_name, error, code, worthTheBrowser) => {
    expect(signInFailure(error).code).toBe(code);
    expect(isBrokerFailure(error)).toBe(worthTheBrowser);
  });

  it('names no person in its message', () => {
    const error = authError('ServerError', 'invalid_grant', 'The user ann@glanrafon.example may not sign in');
    expect(signInFailure(error).message).toBe('sign-in: invalid_grant');
  });
});

describe('signing in', () => {
  it('is offline when msal itself cannot be loaded, and tries to load it again the next time', async () => {
    let loads = 0;
    const signIn = createBrowserSignIn(settings, () => {
      loads += 1;
      return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    });
    const getToken = signIn.tokensFor(['User.Read']);
    await expect(getToken()).rejects.toMatchObject({ code: 'offline' });
    await expect(getToken()).rejects.toMatchObject({ code: 'offline' });
    expect(loads).toBe(2);
  });
});

it('waits for the sign-in window longer than a person needs who must find a telephone', async () => {
  const asked: { system?: { popupBridgeTimeout?: number } }[] = [];
  const refuse = (configuration: object) => {
    asked.push(configuration);
    return Promise.reject(new TypeError('Nothing is signed in to here.'));
  };
  const msal = { createNestablePublicClientApplication: refuse, createStandardPublicClientApplication: refuse };
  const signIn = createBrowserSignIn(settings, () => Promise.resolve(msal as never));
  await expect(signIn.interactively(['User.Read'])).rejects.toThrow();
  expect(asked.length).toBeGreaterThan(0);
  for (const { system } of asked) expect(system?.popupBridgeTimeout).toBeGreaterThanOrEqual(600_000);
});

it('asks for the person where the hidden frame of a silent sign-in never comes back, which no better network mends', async () => {
  const silent = () => Promise.reject(authError('BrowserAuthError', 'timed_out'));
  const client = { getAllAccounts: () => [], acquireTokenSilent: silent, acquireTokenPopup: silent };
  const create = () => Promise.resolve(client);
  const msal = { createNestablePublicClientApplication: create, createStandardPublicClientApplication: create };
  const signIn = createBrowserSignIn(settings, () => Promise.resolve(msal as never));
  await expect(signIn.tokensFor(['User.Read'])()).rejects.toMatchObject({ code: 'signInRequired' });
  // Of a window the person knows that it came to nothing.
  await expect(signIn.interactively(['User.Read'])).rejects.toMatchObject({ code: 'timeout' });
});
