import { describe, expect, it } from 'vitest';
import { helperCy } from '../../src/words/helper.cy.ts';
import { helperEn } from '../../src/words/helper.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { personOf } from '../service/support/reporter.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const { colleague: words } = helperEn;

/** The live helper of a bomb call, with the manager as the one to ask. */
async function bombCall(): Promise<{ tab: Tab; manager: { displayName: string; userPrincipalName: string } }> {
  const manager = await personOf(under.system, 'manager');
  const tab = await Tab.open(await under.browser.page(), under.system, 'reporter');
  await tab.frame.getByRole('button', { name: startEn.calls.kinds.bombThreat.name }).first().click();
  await tab.frame
    .getByRole('button', { name: words.sendTo(manager.displayName), exact: true })
    .first()
    .waitFor({ timeout: 30_000 });
  return { tab, manager };
}

async function chatsOf(persona: string) {
  const answer = await fetch(`${under.system.origin}/sandbox/teams/chats?persona=${persona}`);
  const chats = (await answer.json()) as { title: string; messages: { text: string; isImportant: boolean }[] }[];
  const { displayName } = await personOf(under.system, 'reporter');
  return chats.filter(({ title }) => title === displayName).flatMap(({ messages }) => messages);
}

// COM-3d-3, COM-3e-1
describe('Asking a colleague in the middle of a bomb call', { timeout: 120_000 }, () => {
  it('sends one important message by one tap, without a window, and the colleague reads it in Teams', async () => {
    const { tab, manager } = await bombCall();
    await tab.frame
      .getByRole('button', { name: words.sendTo(manager.displayName), exact: true })
      .first()
      .click();
    await tab.frame.getByText(`Sent to ${manager.displayName}`).waitFor();
    expect(tab.page.context().pages()).toHaveLength(1);
    const messages = await chatsOf('manager');
    expect(messages).toMatchObject([{ isImportant: true }]);

    const page = await under.browser.page();
    await page.goto(`${under.system.origin}/teams?persona=manager&view=chat`);
    const { displayName } = await personOf(under.system, 'reporter');
    await page.getByRole('button', { name: displayName }).click();
    await page.getByRole('list', { name: 'Messages' }).getByText('IMPORTANT!').waitFor();
  });

  it('says at once that it could not, where the permission is missing, and opens Teams’ own chat with the words written', async () => {
    const { tab, manager } = await bombCall();
    await under.system.control('POST', '/sandbox/faults', {
      match: { part: 'graph', path: '*/chats*' },
      times: null,
      effect: { kind: 'missingScope' },
    });
    under.browser.allowsRefusedRequests = true;
    const before = (await chatsOf('manager')).length;
    await tab.frame
      .getByRole('button', { name: words.sendTo(manager.displayName), exact: true })
      .first()
      .click();
    await tab.frame.getByRole('alert').getByText(words.failed(manager.displayName)).waitFor();
    await tab.frame.getByRole('button', { name: words.openChat(manager.displayName), exact: true }).click();
    const box = tab.page.getByRole('textbox', { name: 'Type a message' });
    // In the colleague’s own language, line by line.
    expect((await box.inputValue()).split('\n')).toContain(helperCy.colleague.please);
    expect(await chatsOf('manager'), 'nothing is sent unasked').toHaveLength(before);
    await tab.page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(async () => (await chatsOf('manager')).length).toBe(before + 1);
  });
});
