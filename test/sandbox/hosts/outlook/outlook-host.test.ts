import type { Frame, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../../../browser/axe.ts';
import { sandboxUnderTest } from '../../running-sandbox.ts';
import { browserUnderTest } from '../running-browser.ts';
import { panePage } from './pane-page.ts';

const sandbox = sandboxUnderTest();
const pane = panePage();
const browser = browserUnderTest();
const clientId = '44444444-2222-4333-8444-555555555555';

beforeAll(async () => {
  const query = new URLSearchParams({ tenant: sandbox.origin, client: clientId });
  const answer = await sandbox.send('PUT', `/sandbox/apps/${clientId}`, {
    body: {
      name: 'Pane app',
      brokerOrigins: [pane.origin],
      delegatedConsent: ['User.Read'],
      outlook: { paneUrl: `${pane.origin}/?${query}`, label: 'Report abuse' },
    },
  });
  expect(answer.status).toBe(201);
});
beforeEach(() => sandbox.send('DELETE', '/sandbox/faults'));

const open = (search = '', persona = 'reporter') =>
  browser.open(`${sandbox.origin}/outlook?persona=${persona}${search}`);
const message = (page: Page, subject: string) => page.locator('.messages li > button', { hasText: subject });

async function openMail(page: Page, subject: string) {
  await message(page, subject).first().click();
  await page.getByRole('article', { name: 'Message' }).getByRole('heading', { name: subject }).waitFor();
}

/** The frame of the pane, once Office has said that it is ready. */
async function paneFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('.task-pane iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('There is no pane.');
  await frame.locator('html[data-ready=Outlook]').waitFor();
  return frame;
}

async function openPane(page: Page, subject: string): Promise<Frame> {
  await openMail(page, subject);
  await page.getByRole('button', { name: 'Report abuse' }).click();
  return paneFrame(page);
}

/** Runs in the pane; `expression` sees `item`, `mailbox` and `Office`. */
const inPane = <T>(frame: Frame, expression: string): Promise<T> =>
  frame.evaluate(
    `(async () => { const { mailbox } = Office.context; const { item } = mailbox; return (${expression}); })()`,
  ) as Promise<T>;

describe('Outlook’s pages', () => {
  it('say that they are a stand-in, and show the person’s own mail', async () => {
    const page = await open();
    await expect.poll(() => page.getByRole('banner').textContent()).toContain('stand-in');
    await openMail(page, 'Your so called decision');
    const text = page.frameLocator('iframe[title="Text of the message"]').locator('body');
    expect((await text.textContent())?.length).toBeGreaterThan(20);
  });

  it.each(['light', 'dark', 'highContrast'])('have no fault that axe can find, in %s', async (theme) => {
    const page = await open(`&theme=${theme}`);
    await openMail(page, 'Your so called decision');
    expect(await axeFaults(page, { exclude: 'iframe' })).toEqual([]);
  });

  it('run nothing of a mail and load nothing that it names', async () => {
    const page = await open();
    const outside: string[] = [];
    // Only what would really leave comes by here; what the page's policy stops does not.
    await page.route(
      (url) => url.origin !== sandbox.origin,
      (route) => {
        outside.push(route.request().url());
        return route.abort();
      },
    );
    await openMail(page, 'About your grant');
    const frame = page.frameLocator('iframe[title="Text of the message"]');
    await frame.locator('body').waitFor();
    for (const active of ['script', 'form', 'iframe', 'a[href]', '[onerror]', 'img[src^=http]']) {
      expect(await frame.locator(active).count(), active).toBe(0);
    }
    expect(await page.locator('iframe[title="Text of the message"]').getAttribute('sandbox')).toBe('');
    expect(outside).toEqual([]);
  });

  it('show a mailbox of the team that may only be read, and say so', async () => {
    const page = await open('', 'seniorManager');
    const mailbox = page.getByRole('region', { name: 'Enquiries / Ymholiadau' });
    await expect.poll(() => mailbox.textContent()).toContain('read only');
    await mailbox.getByRole('button', { name: 'Inbox' }).click();
    await page.locator('.messages li').first().waitFor();
  });

  it('show each persona that person’s mail only', async () => {
    const page = await open('', 'colleague');
    await page.locator('.messages li').first().waitFor();
    expect(await message(page, 'Your so called decision').count()).toBe(0);
  });
});

describe('Office in the pane', () => {
  it('gives what Outlook knows of the open message', async () => {
    const frame = await openPane(await open(), 'Your so called decision');
    const seen = await inPane<Record<string, unknown>>(
      frame,
      `({ subject: item.subject, from: item.from.emailAddress, id: item.internetMessageId, created: item.dateTimeCreated instanceof Date,
          rest: mailbox.convertToRestId(item.itemId, 'v2.0'), ews: item.itemId, me: mailbox.userProfile.emailAddress,
          set: [Office.context.requirements.isSetSupported('Mailbox', '1.14'), Office.context.requirements.isSetSupported('Mailbox', '1.20'),
                Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')], shared: typeof item.getSharedPropertiesAsync })`,
    );
    expect(seen).toMatchObject({
      subject: 'Your so called decision',
      from: 'd.farrow@brynhafod.example',
      me: 'carys.llwydfenn@glanrafon.example',
      created: true,
      set: [true, false, true],
      shared: 'undefined',
    });
    expect(seen.id).toMatch(/^<.+>$/);
    expect(seen.ews, 'the id must be converted before Graph takes it').not.toBe(seen.rest);
    const token = await sandbox.token({ persona: 'reporter', scopes: ['Mail.Read'] });
    expect(
      (await sandbox.send('GET', `/graph/v1.0/me/messages/${encodeURIComponent(String(seen.rest))}`, { token })).status,
    ).toBe(200);
  });

  it('reads body and headers by callback, with the context handed back', async () => {
    const frame = await openPane(await open(), 'Your so called decision');
    const body = await inPane<{ status: string; value: string; context: unknown }>(
      frame,
      `await ask(item.body, 'getAsync', 'text', { asyncContext: 7 })`,
    );
    expect(body).toMatchObject({ status: 'succeeded', context: 7 });
    expect(body.value).not.toContain('<html');
    const headers = await inPane<{ value: string }>(frame, `await ask(item, 'getAllInternetHeadersAsync')`);
    expect(headers.value).toMatch(/^From: /m);
  });

  it('gives the original as a file, byte for byte as Graph has it', async () => {
    const frame = await openPane(await open(), 'Your so called decision');
    const file = await inPane<{ value: string }>(frame, `await ask(item, 'getAsFileAsync')`);
    const id = await inPane<string>(frame, `mailbox.convertToRestId(item.itemId, 'v2.0')`);
    const token = await sandbox.token({ persona: 'reporter', scopes: ['Mail.Read'] });
    const raw = await sandbox.send('GET', `/graph/v1.0/me/messages/${encodeURIComponent(id)}/$value`, { token });
    expect(Buffer.from(file.value, 'base64').equals(Buffer.from(await raw.arrayBuffer()))).toBe(true);
  });

  it('gives a message of 25 MB as a file too', async () => {
    const frame = await openPane(await open(), 'Every letter I ever wrote to you');
    const size = await inPane<number>(frame, `(await ask(item, 'getAsFileAsync')).value.length * 3 / 4`);
    expect(size).toBeGreaterThan(25 * 1024 * 1024);
  });

  it('names the team’s mailbox for a message that lies there', async () => {
    const page = await open('', 'seniorManager');
    await page.getByRole('region', { name: 'Enquiries / Ymholiadau' }).getByRole('button', { name: 'Inbox' }).click();
    await page.locator('.messages li > button').first().click();
    await page.getByRole('article', { name: 'Message' }).waitFor();
    await page.getByRole('button', { name: 'Report abuse' }).click();
    const shared = await inPane<{ value: { targetMailbox: string; delegatePermissions: number } }>(
      await paneFrame(page),
      `await ask(item, 'getSharedPropertiesAsync')`,
    );
    expect(shared.value).toMatchObject({ targetMailbox: 'ymholiadau@glanrafon.example', delegatePermissions: 1 });
  });

  it('tells a pinned pane of each message, of none and of several; an unpinned one closes', async () => {
    const page = await open();
    const frame = await openPane(page, 'Your so called decision');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await openMail(page, 'About your grant');
    await frame.waitForFunction('changes.length === 1');
    await page.getByRole('checkbox', { name: 'Select Your so called decision' }).check();
    await frame.waitForFunction('changes.length === 2');
    expect(await frame.evaluate('changes')).toEqual(['About your grant', null]);
    await page.getByRole('button', { name: 'Unpin' }).click();
    await openMail(page, 'About your grant');
    await expect.poll(() => page.locator('.task-pane').count()).toBe(0);
  });

  it('passes on theme and language', async () => {
    const page = await open('&locale=cy-GB&theme=dark');
    const frame = await openPane(page, 'Your so called decision');
    expect(await inPane(frame, 'Office.context.displayLanguage')).toBe('cy-GB');
    expect(await inPane(frame, 'Office.context.officeTheme.isDarkTheme')).toBe(true);
    await page.getByLabel('Theme').selectOption('highContrast');
    await frame.waitForFunction('themes.length > 0');
    expect(await frame.evaluate('themes')).toEqual(['#000000']);
  });

  it('can be an older Outlook without the original file and without nested sign-in', async () => {
    const frame = await openPane(await open('&without=originalFile,nestedAppAuth'), 'Your so called decision');
    expect(await inPane(frame, `[typeof item.getAsFileAsync, typeof window.nestedAppAuthBridge]`)).toEqual([
      'undefined',
      'undefined',
    ]);
    expect(await inPane(frame, `Office.context.requirements.isSetSupported('Mailbox', '1.14')`)).toBe(false);
  });

  it('can lack a member, refuse it or say nothing to it, whatever set it names', async () => {
    const path = 'Office.context.mailbox';
    const query = `&missing=${path}.item.getAsFileAsync,Office.context.officeTheme&refusing=${path}.item.getAllInternetHeadersAsync,${path}.convertToRestId&silent=${path}.item.body.getAsync,nestedAppAuthBridge`;
    const frame = await openPane(await open(query), 'Your so called decision');
    expect(await inPane(frame, 'typeof item.getAsFileAsync + typeof Office.context.officeTheme')).toBe(
      'undefinedundefined',
    );
    expect(await inPane(frame, `Office.context.requirements.isSetSupported('Mailbox', '1.14')`)).toBe(true);
    const headers = 'new Promise((done) => item.getAllInternetHeadersAsync((result) => done(result.status)))';
    expect(await inPane(frame, headers)).toBe('failed');
    await expect(inPane(frame, `mailbox.convertToRestId(item.itemId, 'v2.0')`)).rejects.toThrow('refuses');
    expect(await inPane(frame, `String(item.body.getAsync('text', () => { throw new Error(); }))`)).toBe('undefined');
    expect(await inPane(frame, `String(window.nestedAppAuthBridge.postMessage('{}'))`)).toBe('undefined');
  });

  it('can say that it has an older set', async () => {
    const frame = await openPane(await open('&mailbox=1.7'), 'Your so called decision');
    const offers = (set: string) => inPane(frame, `Office.context.requirements.isSetSupported('Mailbox', '${set}')`);
    expect([await offers('1.7'), await offers('1.8')]).toEqual([true, false]);
    expect(await inPane(frame, 'typeof item.getAllInternetHeadersAsync')).toBe('undefined');
  });

  it('can hang: the page loads, and Office never answers', async () => {
    const page = await open('&without=office');
    await openMail(page, 'Your so called decision');
    await page.getByRole('button', { name: 'Report abuse' }).click();
    const inside = page.frameLocator('.task-pane iframe');
    await inside.getByRole('heading', { name: 'Pane under test' }).waitFor();
    const frame = page.frames().find((candidate) => candidate.url().startsWith(pane.origin));
    await frame?.waitForFunction('typeof Office === "object"');
    expect(await frame?.evaluate('Office.context.mailbox === undefined')).toBe(true);
  });

  it('leaves nothing but Office in the page’s globals, and closes the pane when told', async () => {
    const page = await open();
    const frame = await openPane(page, 'Your so called decision');
    const added = await frame.evaluate('Object.keys(window).length - window.globals');
    expect(added, 'Office, the bridge, and what this page itself added').toBeLessThanOrEqual(5);
    await inPane(frame, 'Office.context.ui.closeContainer()');
    await page.locator('.task-pane').waitFor({ state: 'detached' });
  });
});

describe('the unmodified msal-browser in the pane', () => {
  const signIn = (frame: Frame, scopes: string[], popup = false) =>
    frame.evaluate(`signIn(${JSON.stringify(scopes)}, ${popup})`) as Promise<string>;

  it('signs in silently as the person of this Outlook', async () => {
    const frame = await openPane(await open(), 'Your so called decision');
    expect(await signIn(frame, ['User.Read'])).toBe('Carys Llwyd-Fenn');
  });

  it('is told to ask the person, asks in a window of the host, and goes on', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: {
        match: { part: 'signin', persona: 'reporter' },
        times: null,
        effect: { kind: 'signIn', refusal: 'interaction_required' },
      },
    });
    const page = await open();
    const frame = await openPane(page, 'Your so called decision');
    expect(await signIn(frame, ['User.Read'])).toMatch(/^InteractionRequiredAuthError/);
    const result = signIn(frame, ['User.Read'], true);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await result).toBe('Carys Llwyd-Fenn');
  });

  it('hears of missing consent, and of a person who says no', async () => {
    const page = await open();
    const frame = await openPane(page, 'Your so called decision');
    expect(await signIn(frame, ['Sites.FullControl.All'])).toMatch(/^InteractionRequiredAuthError/);
    const result = signIn(frame, ['Sites.FullControl.All'], true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await result).toContain('user_cancel');
  });
});

describe('Outlook that is sent away by Exchange', () => {
  it('waits as long as it is told, and then shows the message', async () => {
    const page = await open();
    await message(page, 'Your so called decision').waitFor();
    await sandbox.send('POST', '/sandbox/faults', {
      body: {
        match: { part: 'graph', path: '*/messages/*' },
        times: 2,
        effect: { kind: 'status', status: 429, retryAfter: 1 },
      },
    });
    await openMail(page, 'Your so called decision');
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  });
});
