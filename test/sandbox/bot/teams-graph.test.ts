// biome-ignore-all lint/suspicious/noExplicitAny: answers are JSON of many shapes, and each test says which
import { describe, expect, it } from 'vitest';
import { botUnderTest, card, cardMessage } from './running-bot.ts';

const bot = botUnderTest();
const { sandbox } = bot;
const json = async (answer: Response) => (await answer.json()) as Record<string, any>;

async function graph(roles: string[], path: string, options: { method?: string; body?: unknown; app?: string } = {}) {
  const token = await sandbox.token({ app: options.app ?? bot.clientId, scopes: roles });
  return sandbox.send(options.method ?? 'GET', `/graph/v1.0${path}`, { token, body: options.body });
}
const reads = ['TeamsAppInstallation.ReadForUser.All'];
const writes = ['TeamsAppInstallation.ReadWriteSelfForUser.All'];
const chats = ['Chat.Read.WhereInstalled'];
const apps = async (persona: string, query = '') =>
  graph(reads, `/users/${await bot.personId(persona)}/teamwork/installedApps${query}`);

async function chatOf(persona: string): Promise<string> {
  const [installed] = (await json(await apps(persona, '?$expand=teamsApp'))).value;
  const path = `/users/${await bot.personId(persona)}/teamwork/installedApps/${encodeURIComponent(installed.id)}/chat`;
  return (await json(await graph(reads, path))).id;
}

describe('installed apps', () => {
  it('are found by the id of the manifest, which is not the id of the catalogue', async () => {
    const query = `?$expand=teamsApp&$filter=teamsApp/externalId eq '${bot.manifestId}'`;
    const { value } = await json(await apps('manager', query));
    expect(value).toHaveLength(1);
    expect(value[0].teamsApp).toMatchObject({ externalId: bot.manifestId, distributionMethod: 'organization' });
    expect(value[0].teamsApp.id).not.toBe(bot.manifestId);
    const none = await json(await apps('manager', `?$filter=teamsApp/externalId eq 'another'`));
    expect(none.value).toEqual([]);
    expect((await json(await apps('manager'))).value[0].teamsApp).toBeUndefined();
  });

  it('can be removed and installed again by the app itself, once', async () => {
    const id = await bot.personId('helpDesk');
    const catalogue = await graph(
      ['AppCatalog.Read.All'],
      `/appCatalogs/teamsApps?$filter=externalId eq '${bot.manifestId}'`,
    );
    const [{ id: catalogueId }] = (await json(catalogue)).value;
    const [installed] = (await json(await apps('helpDesk'))).value;
    const path = `/users/${id}/teamwork/installedApps`;
    expect((await graph(writes, `${path}/${encodeURIComponent(installed.id)}`, { method: 'DELETE' })).status).toBe(204);
    expect((await json(await apps('helpDesk'))).value).toEqual([]);
    const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogueId}` };
    expect((await graph(writes, path, { method: 'POST', body })).status).toBe(201);
    expect((await graph(writes, path, { method: 'POST', body })).status).toBe(409);
    expect((await json(await apps('helpDesk'))).value).toHaveLength(1);
  });

  it('of others are hidden from a permission that covers the calling app only', async () => {
    const path = `/users/${await bot.personId('manager')}/teamwork/installedApps`;
    expect((await json(await graph(writes, path))).value).toHaveLength(1);
    expect((await json(await graph(writes, path, { app: 'another-app' }))).value).toEqual([]);
    expect((await json(await graph(reads, path, { app: 'another-app' }))).value).toHaveLength(1);
  });

  it('are not for a token without the permission, a wrong filter, or another person', async () => {
    expect(
      (await graph(['User.Read.All'], `/users/${await bot.personId('manager')}/teamwork/installedApps`)).status,
    ).toBe(403);
    expect((await apps('manager', `?$filter=contains(teamsApp/displayName,'x')`)).status).toBe(400);
    const token = await sandbox.token({ persona: 'manager', scopes: ['TeamsAppInstallation.ReadForUser'] });
    const path = `/graph/v1.0/users/${await bot.personId('hr')}/teamwork/installedApps`;
    expect((await sandbox.send('GET', path, { token })).status).toBe(403);
  });
});

describe('chats', () => {
  it('show the card as everyone has it, as JSON text', async () => {
    const conversation = await bot.conversationWith('manager');
    const content = card('Base', { metadata: { key: 'K-1' } });
    const sent = await json(await bot.connector('POST', `/${conversation}/activities`, cardMessage(content)));
    const { value } = await json(
      await graph(chats, `/chats/${encodeURIComponent(await chatOf('manager'))}/messages?$top=5`),
    );
    expect(value[0]).toMatchObject({
      id: sent.id,
      messageType: 'message',
      from: { application: { id: bot.clientId } },
    });
    const [attachment] = value[0].attachments;
    expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.parse(attachment.content)).toEqual(content);
    expect(value[0].body.content).toContain(`<attachment id="${attachment.id}">`);
  });

  it('are read page by page to the end', async () => {
    const conversation = await bot.conversationWith('seniorManager');
    for (let index = 0; index < 7; index += 1) {
      await bot.connector('POST', `/${conversation}/activities`, { type: 'message', text: `Number ${index}` });
    }
    const seen: string[] = [];
    let path: string | null = `/chats/${encodeURIComponent(await chatOf('seniorManager'))}/messages?$top=3`;
    while (path) {
      const page = await json(await graph(chats, path));
      seen.push(...page.value.map(({ body }: any) => body.content));
      path = page['@odata.nextLink']?.replace(`${sandbox.origin}/graph/v1.0`, '') ?? null;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `<p>Number ${index}</p>`));
  });

  it('are closed to an app that is not in them, or no longer', async () => {
    const path = `/chats/${encodeURIComponent(await chatOf('hr'))}/messages`;
    expect((await graph(chats, path)).status).toBe(200);
    expect((await graph(chats, path, { app: 'another-app' })).status).toBe(403);
    expect((await graph(['User.Read.All'], path)).status).toBe(403);
    await sandbox.send('PUT', '/sandbox/teams/installations', { body: { persona: 'hr', state: 'notInstalled' } });
    expect((await graph(chats, path)).status).toBe(403);
    expect((await graph(['Chat.Read.All'], path, { app: 'another-app' })).status).toBe(200);
  });

  it.each([
    ['$top=51', 400],
    ['$orderby=subject', 400],
    ['$top=50', 200],
  ])('answer %s with %i', async (query, status) => {
    expect((await graph(chats, `/chats/${encodeURIComponent(await chatOf('manager'))}/messages?${query}`)).status).toBe(
      status,
    );
  });
});

describe('the activity feed', () => {
  const notify = async (persona: string, change: object = {}) =>
    graph(['TeamsActivity.Send'], `/users/${await bot.personId(persona)}/teamwork/sendActivityNotification`, {
      method: 'POST',
      body: {
        topic: { source: 'text', value: 'Report', webUrl: 'https://teams.microsoft.com/l/entity/app/home' },
        activityType: 'acknowledged',
        previewText: { content: 'Acknowledged' },
        ...change,
      },
    });

  it('shows what was sent to that person only', async () => {
    expect((await notify('reporter')).status).toBe(204);
    const read = async (persona: string) =>
      (await sandbox.send('GET', `/sandbox/teams/notifications?persona=${persona}`)).json();
    expect(await read('reporter')).toMatchObject([{ preview: 'Acknowledged', activityType: 'acknowledged' }]);
    expect(await read('colleague')).toEqual([]);
  });

  it.each([
    ['no topic', { topic: undefined }],
    ['a link that is no Teams link', { topic: { source: 'text', value: 'x', webUrl: 'https://evil.example/' } }],
    ['a preview over 150 characters', { previewText: { content: 'x'.repeat(151) } }],
  ])('refuses %s', async (_name, change) => {
    expect((await notify('reporter', change)).status).toBe(400);
  });

  it('refuses a person who has not got the app', async () => {
    await sandbox.send('PUT', '/sandbox/teams/installations', {
      body: { persona: 'switchboard', state: 'notInstalled' },
    });
    expect((await notify('switchboard')).status).toBe(403);
  });
});
