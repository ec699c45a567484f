import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Colleagues } from '../../../src/application/ports/colleagues.ts';
import type { Staff } from '../../../src/domain/incident/staff.ts';
import { chatScopes, tabScopes } from '../../../src/m365/auth/scopes.ts';
import { createColleagueChat } from '../../../src/m365/chats/colleague-chat.ts';
import { createGraph } from '../../../src/m365/graph/client.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { addFault, clearFaults } from '../support/faults.ts';
import { registerTestApp, startTestTenant, type TestApp, tokenFor } from '../support/sandbox.ts';

let running: RunningSandbox;
let app: TestApp;
const people = new Map<string, Staff>();

beforeAll(async () => {
  running = await startTestTenant();
  app = await registerTestApp(running.origin);
  const answer = await fetch(`${running.origin}/sandbox/personas`);
  const { personas } = (await answer.json()) as {
    personas: { key: string; id: string; displayName: string; userPrincipalName: string }[];
  };
  for (const { key, id, displayName, userPrincipalName } of personas) {
    people.set(key, { id, name: displayName, address: userPrincipalName });
  }
});
afterAll(() => running.close());
afterEach(() => clearFaults(running.origin));

const person = (key: string): Staff => people.get(key) ?? { id: key, name: '', address: '' };
function chatOf(key: string, scopes: readonly string[] = chatScopes): Pick<Colleagues, 'ask'> {
  const getToken = () => tokenFor(running.origin, { persona: key, app: app.clientId, scopes: [...scopes] });
  return createColleagueChat(
    createGraph({ baseUrl: `${running.origin}/graph/v1.0`, getToken }),
    async () => person(key).id,
  );
}
async function read(key: string) {
  const chats = (await (await fetch(`${running.origin}/sandbox/teams/chats?persona=${key}`)).json()) as {
    title: string;
    messages: { text: string; isOwn: boolean; isImportant: boolean }[];
  }[];
  return chats.map(({ title, messages }) => ({
    title,
    messages: messages.map(({ text }) => text),
    last: messages.at(-1),
  }));
}

// COM-3d-3, COM-3e-1
describe('Asking colleagues for help', () => {
  it('reaches each in a chat of their own, marked as important, word for word', async () => {
    const words = 'I have a bomb call on 20417.\nRing <3333> & say "bomb call" – it’s now';
    const answer = await chatOf('reporter').ask([person('colleague'), person('manager')], words);
    expect(answer).toEqual([
      { to: person('colleague'), sent: true },
      { to: person('manager'), sent: true },
    ]);
    for (const key of ['colleague', 'manager']) {
      expect(await read(key)).toEqual([
        {
          title: person('reporter').name,
          messages: [words],
          last: expect.objectContaining({ isOwn: false, isImportant: true }),
        },
      ]);
    }
  });

  it('goes on in the chat that is there', async () => {
    await chatOf('reporter').ask([person('seniorManager')], 'First');
    await chatOf('reporter').ask([person('seniorManager')], 'Second');
    expect((await read('seniorManager')).map(({ messages }) => messages)).toEqual([['First', 'Second']]);
  });

  it('says for each whether it was sent, when one of them cannot be reached', async () => {
    const gone: Staff = { id: crypto.randomUUID(), name: 'Gone', address: '' };
    const answer = await chatOf('reporter').ask([gone, person('hr')], 'Help');
    expect(answer.map(({ sent }) => sent)).toEqual([false, true]);
  });

  it.each([
    ['throttled', { kind: 'status', status: 429, retryAfter: 60 }],
    ['server', { kind: 'status', status: 500 }],
    ['offline', { kind: 'drop' }],
    ['forbidden', { kind: 'missingScope' }],
  ])('says that it was %s when nobody was reached, and waits for nothing', async (code, effect) => {
    await addFault(running.origin, { match: { part: 'graph', path: '*/chats*' }, times: null, effect });
    await expect(chatOf('reporter').ask([person('hr'), person('manager')], 'Help')).rejects.toMatchObject({ code });
  });

  it('tells a message whose answer was lost as not sent: twice is better than never', async () => {
    const fault = { match: { part: 'graph', path: '*/messages' }, effect: { kind: 'drop', after: true } };
    await addFault(running.origin, fault);
    await expect(chatOf('reporter').ask([person('helpDesk')], 'Help')).rejects.toMatchObject({ code: 'offline' });
    expect((await read('helpDesk'))[0]?.messages).toEqual(['Help']);
  });

  it('does not count oneself as a colleague', async () => {
    await expect(chatOf('reporter').ask([person('reporter')], 'Help')).rejects.toMatchObject({ code: 'invalid' });
    const answer = await chatOf('reporter').ask([person('reporter'), person('switchboard')], 'Help');
    expect(answer.map(({ sent }) => sent)).toEqual([false, true]);
  });

  it('needs permissions that the tab’s own sign-in does not ask for', async () => {
    expect(tabScopes.filter((scope) => (chatScopes as readonly string[]).includes(scope))).toEqual([]);
    await expect(chatOf('reporter', tabScopes).ask([person('hr')], 'Help')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
