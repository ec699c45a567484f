import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { browserUnderTest } from './running-browser.ts';
import { tabPage } from './tab-page.ts';

const sandbox = sandboxUnderTest();
const tab = tabPage();
const browser = browserUnderTest();
const clientId = '22222222-2222-4333-8444-555555555555';
const teamsAppId = '33333333-2222-4333-8444-555555555555';

beforeAll(async () => {
  const query = new URLSearchParams({
    host: sandbox.origin,
    client: clientId,
    link: `https://teams.microsoft.com/l/entity/${teamsAppId}/second?context=${encodeURIComponent('{"subEntityId":"row-9"}')}`,
  });
  const answer = await sandbox.send('PUT', `/sandbox/apps/${clientId}`, {
    body: {
      name: 'Tab app',
      brokerOrigins: [tab.origin],
      delegatedConsent: ['User.Read'],
      teams: {
        teamsAppId,
        tabs: [
          { entityId: 'home', name: 'Home', url: `${tab.origin}/home?${query}` },
          { entityId: 'second', name: 'Second', url: `${tab.origin}/second?${query}` },
        ],
        installedFor: ['manager'],
      },
    },
  });
  expect(answer.status).toBe(201);
});
beforeEach(async () => {
  await sandbox.send('DELETE', '/sandbox/faults');
});

const open = async (search: string) => {
  const page = await browser.open(`${sandbox.origin}/teams?persona=manager${search}`);
  const inTab = page.frameLocator('iframe');
  const read = async (id: string) => {
    await inTab.locator(`#${id}:not(:empty)`).waitFor();
    return (await inTab.locator(`#${id}`).textContent()) ?? '';
  };
  const until = (id: string, text: string) => inTab.locator(`#${id}`, { hasText: text }).waitFor();
  return { page, inTab, read, until };
};

describe('a tab made of unmodified libraries', () => {
  it('starts, and learns who and where it is', async () => {
    const { read } = await open('&entity=home&sub=row-7&locale=cy-GB');
    const { tenant } = sandbox.running;
    expect(JSON.parse(await read('context'))).toEqual({
      locale: 'cy-GB',
      theme: 'default',
      page: 'home',
      sub: 'row-7',
      user: expect.stringContaining('@'),
      tenant: tenant.tenantId,
      naa: true,
      pages: true,
    });
  });

  it('follows the theme while it runs', async () => {
    const { page, until } = await open('&entity=home');
    await until('theme', 'default');
    await page.getByLabel('Theme').selectOption('dark');
    await until('theme', 'dark');
    await page.getByLabel('Theme').selectOption('contrast');
    await until('theme', 'contrast');
  });

  it('gets a token for Graph by nested app authentication', async () => {
    const { read } = await open('&entity=home');
    const { user } = JSON.parse(await read('context'));
    expect(await read('token')).toBe(`silent ${user}`);
  });

  it('goes on to a question when it cannot be silent, and takes no for an answer', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { part: 'signin' }, effect: { kind: 'signIn', refusal: 'interaction_required' } },
    });
    const { page, inTab, read, until } = await open('&entity=home');
    expect(await read('token')).toMatch(/^InteractionRequiredAuthError /);
    await inTab.getByRole('button', { name: 'Ask with a popup' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await until('token', 'refused user_cancel');
    await inTab.getByRole('button', { name: 'Ask with a popup' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
    await until('token', 'popup ');
    expect(await read('token')).toContain('@');
  });

  it('gets no token on an origin that is not registered', async () => {
    const put = (origins: string[]) =>
      sandbox.send('GET', `/sandbox/apps/${clientId}`).then(async (answer) => {
        const {
          clientId: _id,
          secretCount: _count,
          ...registration
        } = (await answer.json()) as Record<string, unknown>;
        await sandbox.send('PUT', `/sandbox/apps/${clientId}`, { body: { ...registration, brokerOrigins: origins } });
      });
    await put(['http://localhost:1']);
    try {
      const { read } = await open('&entity=home');
      expect(await read('token')).not.toMatch(/^silent/);
    } finally {
      await put([tab.origin]);
    }
  });

  it('opens its own deep links, and moves within itself', async () => {
    const { page, inTab, read } = await open('&entity=home');
    await read('context');
    await inTab.getByRole('button', { name: 'Open a link' }).click();
    await page.waitForURL(/entity=second&sub=row-9/);
    expect(JSON.parse(await read('context'))).toMatchObject({ page: 'second', sub: 'row-9' });
    await inTab.getByRole('button', { name: 'Go within the app' }).click();
    await page.waitForURL(/entity=second&sub=row-2/);
    await page.goBack();
    await page.waitForURL(/sub=row-9/);
  });

  it('is not there for a person who has not got the app', async () => {
    const page = await browser.open(`${sandbox.origin}/teams?persona=colleague`);
    await page.getByText('No app is installed for you.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
