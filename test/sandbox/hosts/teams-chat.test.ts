import { beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../../browser/axe.ts';
import { botUnderTest, card, cardMessage } from '../bot/running-bot.ts';
import { browserUnderTest } from './running-browser.ts';

const bot = botUnderTest();
const browser = browserUnderTest();

const question = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '**UB-2026-000001** <img src=x onerror=alert(1)>', wrap: true },
    {
      type: 'Input.Text',
      id: 'comment',
      label: 'Comment',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Say something',
    },
    {
      type: 'Input.ChoiceSet',
      id: 'reason',
      label: 'Reason',
      value: 'a',
      choices: [
        { title: 'First', value: 'a' },
        { title: 'Second', value: 'b' },
      ],
    },
    { type: 'TextBlock', id: 'more', text: 'More about it', isVisible: false },
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.Execute', title: 'Approve', verb: 'approve', data: { key: 'K-1' } },
        { type: 'Action.Execute', title: 'Later', verb: 'later', associatedInputs: 'none' },
        { type: 'Action.ToggleVisibility', title: 'Show more', targetElements: ['more'] },
        { type: 'Action.ShowCard', title: 'Help', card: card('How this works') },
      ],
    },
  ],
};

async function openChat(persona: string, content: object) {
  const chat = await bot.conversationWith(persona);
  const sent = await bot.connector('POST', `/${chat}/activities`, cardMessage(content));
  const { id } = (await sent.json()) as { id: string };
  const page = await browser.open(`${bot.sandbox.origin}/teams?persona=${persona}&view=chat`);
  const message = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').last();
  return { page, message, chat, id };
}
const answerCard = (text: string) => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card(text) },
});

beforeEach(async () => {
  bot.received.length = 0;
  bot.answerWith(() => answerCard('Approved by you'));
  await bot.sandbox.send('DELETE', '/sandbox/faults');
});

describe('a card in the chat', () => {
  it('sends what was typed, once it is complete, and is replaced by the answer', async () => {
    const { message } = await openChat('manager', question);
    await message.getByRole('button', { name: 'Approve' }).click();
    await message.getByText('Say something').waitFor();
    expect(bot.received).toHaveLength(0);
    await message.getByLabel('Comment').fill('Diolch, ŵ ŷ');
    await message.getByLabel('Reason').selectOption({ label: 'Second' });
    await message.getByRole('button', { name: 'Approve' }).click();
    await message.getByText('Approved by you').waitFor();
    expect(bot.received[0]?.activity.value).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Approve',
        verb: 'approve',
        data: { key: 'K-1', comment: 'Diolch, ŵ ŷ', reason: 'b' },
      },
      trigger: 'manual',
    });
  });

  it('sends no inputs with an action that asks for none', async () => {
    const { message } = await openChat('manager', question);
    await message.getByRole('button', { name: 'Later' }).click();
    await message.getByText('Approved by you').waitFor();
    expect(bot.received[0]?.activity.value.action).toMatchObject({ verb: 'later', data: {} });
  });

  it('shows more on request, by keyboard, and runs nothing that its text holds', async () => {
    const { page, message } = await openChat('manager', question);
    await message.getByText('UB-2026-000001').waitFor();
    await expect.poll(() => message.locator('strong', { hasText: 'UB-2026' }).count()).toBe(1);
    await expect.poll(() => message.locator('img').count()).toBe(0);
    await message.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await message.getByText('More about it').waitFor();
    await message.getByRole('button', { name: 'Help' }).press('Space');
    await message.getByText('How this works').waitFor();
  });

  it('is drawn anew for everyone when the bot updates it, without a reload', async () => {
    const { message, chat, id } = await openChat('seniorManager', question);
    await message.getByLabel('Comment').waitFor();
    await bot.connector('PUT', `/${chat}/activities/${id}`, cardMessage(card('Acknowledged by Security')));
    await message.getByText('Acknowledged by Security').waitFor();
    await message.getByText('Edited').waitFor();
  });

  it.each([
    [
      'a message',
      { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Already done' } },
      'Already done',
    ],
    [
      'an error',
      {
        body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'Not yours' } },
      },
      'Not yours',
    ],
    ['nonsense', { body: { hello: 'world' } }, 'Unable to reach app'],
  ])('tells of %s and stays usable', async (_name, answer, words) => {
    bot.answerWith(() => answer);
    const { message } = await openChat('manager', question);
    await message.getByRole('button', { name: 'Later' }).click();
    await message.getByText(words).waitFor();
    bot.answerWith(() => answerCard('Second try worked'));
    await message.getByRole('button', { name: 'Later' }).click();
    await message.getByText('Second try worked').waitFor();
  });

  it('says that the app cannot be reached when its answer comes too late', async () => {
    await bot.sandbox.send('POST', '/sandbox/faults', {
      body: { match: { part: 'invoke' }, effect: { kind: 'timeout', milliseconds: 1 } },
    });
    const { message } = await openChat('manager', question);
    await message.getByRole('button', { name: 'Later' }).click();
    await message.getByRole('alert').getByText('Unable to reach app').waitFor();
    expect(bot.received).toHaveLength(1);
  });

  it('refreshes itself for the person it names, and shows the details to that person only', async () => {
    const chat = await bot.conversationWith('deputyDirector');
    const [member] = (await (await bot.connector('GET', `/${chat}/members`)).json()) as { id: string }[];
    const refresh = { action: { type: 'Action.Execute', verb: 'view', data: { key: 'K-2' } }, userIds: [member!.id] };
    bot.answerWith(() => answerCard('Details for your eyes'));
    const { message, id } = await openChat('deputyDirector', card('Something was reported', { refresh }));
    await message.getByText('Details for your eyes').waitFor();
    expect(bot.received.map(({ activity }) => [activity.value.trigger, activity.replyToId])).toEqual([
      ['automatic', id],
    ]);
  });

  it('does not ask again by itself after a failed refresh, but does by hand', async () => {
    bot.answerWith(() => ({ status: 500 }));
    const refresh = { action: { type: 'Action.Execute', verb: 'view', data: {} } };
    const { message } = await openChat('helpDesk', card('Base', { refresh }));
    await message.getByText('Unable to reach app').waitFor();
    bot.answerWith(() => answerCard('Now it works'));
    await message.getByRole('button', { name: 'Refresh card' }).click();
    await message.getByText('Now it works').waitFor();
    expect(bot.received.map(({ activity }) => activity.value.trigger)).toEqual(['automatic', 'manual']);
  });

  it('shows the newest messages first, and earlier ones when asked', async () => {
    const chat = await bot.conversationWith('security');
    for (let number = 1; number <= 60; number += 1) {
      await bot.connector('POST', `/${chat}/activities`, { type: 'message', text: `Number ${number} of 60` });
    }
    const page = await browser.open(`${bot.sandbox.origin}/teams?persona=security&view=chat`);
    await page.getByText('Number 60 of 60').waitFor();
    await expect.poll(() => page.getByText('Number 10 of 60').count()).toBe(0);
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await page.getByText('Number 1 of 60').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Show earlier messages' }).count()).toBe(0);
  });

  it.each(['default', 'dark', 'contrast'])('passes the accessibility checks in theme %s', async (theme) => {
    const { page, message } = await openChat('manager', question);
    await page.getByLabel('Theme').selectOption(theme);
    await message.getByLabel('Comment').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the activity list', () => {
  it('leads where a notification says', async () => {
    const token = await bot.sandbox.token({ app: bot.clientId, scopes: ['TeamsActivity.Send'] });
    await bot.sandbox.send(
      'POST',
      `/graph/v1.0/users/${await bot.personId('reporter')}/teamwork/sendActivityNotification`,
      {
        token,
        body: {
          topic: { source: 'text', value: 'Report', webUrl: 'https://teams.microsoft.com/l/chat/0/0' },
          activityType: 'acknowledged',
          previewText: { content: 'Your report was acknowledged' },
        },
      },
    );
    const page = await browser.open(`${bot.sandbox.origin}/teams?persona=reporter&view=activity`);
    await page.getByRole('button', { name: 'Your report was acknowledged' }).click();
    await page.waitForURL(/view=chat/);
  });
});
