import { escapeHtml } from '../control/control-page.ts';
import type { SandboxApp } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { findApp } from './app-registrations.ts';
import { answerDeviceSignIn, beginDeviceSignIn, deviceCodeSeconds } from './device-codes.ts';
import { personOfPersona } from './directory-store.ts';
import { readScopes } from './resources.ts';
import { personaButtons, signInPage } from './sign-in-page.ts';

/**
 * Sign-in for a program that has no window of its own: it shows a code, which a person enters at a page on any device.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function registerDeviceCode(app: SandboxApp, tenant: Tenant): void {
  const root = `/login/${tenant.tenantId}/oauth2`;
  const path = `${root}/deviceauth`;

  app.post(`${root}/v2.0/devicecode`, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const refuse = (error: string, description: string) =>
      c.json({ error, error_description: description, error_codes: [Number(/\d+/.exec(description)?.[0])] }, 400);
    const registration = findApp(tenant, form.get('client_id') ?? '');
    if (!registration) {
      return refuse('unauthorized_client', 'AADSTS700016: The application was not found in the directory.');
    }
    if (!registration.allowsPublicClient) {
      return refuse('invalid_client', "AADSTS7000218: The request must contain 'client_assertion' or 'client_secret'.");
    }
    const scope = form.get('scope') ?? '';
    const asked = readScopes(tenant, scope.split(' ').filter(Boolean));
    if (!asked.ok) return refuse('invalid_scope', asked.description);
    const { deviceCode, userCode } = beginDeviceSignIn(tenant, registration.clientId, scope);
    return c.json({
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: `${tenant.origin}${path}`,
      expires_in: deviceCodeSeconds,
      interval: 5,
      message: `To sign in, open ${tenant.origin}${path} in a browser and enter the code ${userCode}.`,
    });
  });

  app.get(path, (c) =>
    signInPage(
      c,
      'Enter the code',
      `<form method="post" action="${path}"><label>Code <input name="code" autocomplete="off" required></label>${personaButtons(tenant)}<button name="persona" value="">Cancel</button></form>`,
    ),
  );

  app.post(path, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const key = form.get('persona') ?? '';
    const person = key === '' ? null : personOfPersona(tenant, key);
    if (key !== '' && !person?.accountEnabled)
      return signInPage(c, 'Sorry, something went wrong', '<p>AADSTS50057</p>', 400);
    if (!answerDeviceSignIn(tenant, form.get('code') ?? '', person?.id ?? null)) {
      return signInPage(c, 'Sorry, something went wrong', '<p>That code did not work. Begin again.</p>', 400);
    }
    const who = person ? `Signed in as ${escapeHtml(person.displayName)}. ` : '';
    return signInPage(c, 'Done', `<p>${who}You may close this window.</p>`);
  });
}
