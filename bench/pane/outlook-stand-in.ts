import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { type HostedItem, hostUrl } from '../../test/office/host-page.ts';
import { newContext } from '../slow-browser.ts';
import type { RunningSystem } from '../system.ts';
import type { TenantControl } from '../tenant-control.ts';
import { watcher } from './watcher.ts';

const subject = 'Your so called decision';

/** A message of the reporter's inbox, as Outlook would hand it to Office.js. */
export async function findItem(system: RunningSystem, control: TenantControl): Promise<HostedItem> {
  const { personas } = await control.send<{
    personas: { key: string; displayName: string; userPrincipalName: string }[];
  }>('GET', '/sandbox/personas');
  const reporter = personas.find(({ key }) => key === 'reporter');
  const token = await control.token({ persona: 'reporter', scopes: ['Mail.Read'] });
  const answer = await fetch(
    `${system.settings.graphBaseUrl}/me/messages?$top=200&$select=id,subject,from,toRecipients,internetMessageId,conversationId,createdDateTime`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { value } = (await answer.json()) as { value: GraphMessage[] };
  const message = value.find((each) => each.subject === subject);
  if (!reporter || !message) throw new Error(`The reporter has no message "${subject}".`);
  const address = ({ emailAddress }: GraphRecipient) => ({ ...emailAddress });
  return {
    // Exchange's own form of the id; the pane turns it back.
    id: message.id.replace(/-/g, '/').replace(/_/g, '+'),
    subject: message.subject,
    internetMessageId: message.internetMessageId,
    conversationId: message.conversationId,
    dateTimeCreated: message.createdDateTime,
    from: address(message.from),
    sender: address(message.from),
    to: message.toRecipients.map(address),
    cc: [],
    userDisplayName: reporter.displayName,
    userEmailAddress: reporter.userPrincipalName,
  };
}

interface GraphRecipient {
  emailAddress: { name: string; address: string };
}

interface GraphMessage {
  id: string;
  subject: string;
  internetMessageId: string;
  conversationId: string;
  createdDateTime: string;
  from: GraphRecipient;
  toRecipients: GraphRecipient[];
}

/** The host's own sign-in of the stand-in tenant, asked as its host page asks it. */
export function relayTo(system: RunningSystem) {
  return async ({ clientId, scope }: { clientId: string; scope: string }): Promise<unknown> => {
    const order = { persona: 'reporter', clientId, scope, pageOrigin: system.appOrigin, interactive: false };
    const answer = await fetch(`${system.origin}/sandbox/host-token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: system.origin },
      body: JSON.stringify(order),
    });
    return answer.json();
  };
}

/** Outlook's bridge for nested sign-in, which the npm build of Office.js lacks: present in the pane's frame, to its parent. */
const bridge = `(() => {
  if (window.parent === window || !/pane\\.html$/.test(location.pathname)) return;
  const listeners = new Set();
  addEventListener('message', ({ data }) => {
    if (data?.benchSignInAnswer) for (const listener of listeners) listener(data.benchSignInAnswer);
  });
  window.nestedAppAuthBridge = {
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
    postMessage: (request) => window.parent.postMessage({ benchSignIn: request }, '*'),
  };
})();`;

/** A browser profile that has seen nothing yet. */
export async function newProfile(browser: Browser): Promise<BrowserContext> {
  const context = await newContext(browser);
  await context.addInitScript(bridge);
  await context.addInitScript(watcher);
  return context;
}

/**
 * Makes Outlook on the web, in this page, our host page. Playwright's own routing would switch the browser's cache off.
 */
export async function standIn(session: CDPSession, hostHtml: string): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId }) => {
    session
      .send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
        body: Buffer.from(hostHtml).toString('base64'),
      })
      .catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${hostUrl}*` }] });
}
