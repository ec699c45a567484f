import { setTimeout as wait } from 'node:timers/promises';
import type { FaultEffect } from '../control/faults.ts';
import { findPerson, personaKeyOf } from '../identity/directory-store.ts';
import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { type BotAnswer, botTimeoutMs, callBot } from './call-bot.ts';
import { type CardOutcome, readCardAnswer } from './card-answer.ts';
import { keepCardView } from './card-views.ts';
import { type CardAction, cardInvoke, channelActivity, type InvokeTrigger } from './channel-activity.ts';
import type { ChatMessage } from './chat-messages.ts';
import type { Conversation } from './conversations.ts';
import { findAppOfBot, installationState, type TeamsApp } from './installations.ts';

const lateByDefaultMs = 10_000;

function takeInvokeFault(tenant: Tenant, app: TeamsApp, person: Person, activity: object): FaultEffect | null {
  const occasion = {
    persona: [person.id, personaKeyOf(person.id) ?? person.id],
    app: app.clientId,
    body: JSON.stringify(activity),
  };
  return tenant.faults.take('invoke', occasion, ({ kind }) => kind === 'timeout' || kind === 'webhook');
}

async function deliver(tenant: Tenant, app: TeamsApp, person: Person, activity: object): Promise<BotAnswer> {
  const fault = takeInvokeFault(tenant, app, person, activity);
  if (fault?.kind === 'timeout') {
    // The bot does its work; only its answer is lost.
    await Promise.all([callBot(tenant, app, activity), wait(fault.milliseconds ?? lateByDefaultMs)]);
    return { unreachable: 'timeout' };
  }
  if (fault?.kind === 'webhook') {
    if (fault.delivery === 'never') return { unreachable: 'connection' };
    if (fault.delivery === 'late') await wait(Math.min((fault.delaySeconds ?? 5) * 1000, botTimeoutMs));
    if (fault.delivery === 'twice') {
      const [first] = await Promise.all([callBot(tenant, app, activity), callBot(tenant, app, activity)]);
      return first;
    }
  }
  return callBot(tenant, app, activity);
}

/**
 * A person presses an action of a card, or their Teams refreshes it: the bot is asked, and a card it answers with is
 * shown to this person only (facts 4.1).
 */
export async function performCardAction(
  tenant: Tenant,
  press: { conversation: Conversation; message: ChatMessage; action: CardAction; trigger: InvokeTrigger },
): Promise<CardOutcome> {
  const { conversation, message, action, trigger } = press;
  const app = findAppOfBot(tenant, conversation.botId);
  const person = findPerson(tenant, conversation.userId);
  if (!app || !person || installationState(tenant, app, person.id) === 'notInstalled') {
    return { kind: 'error', text: 'This app is not installed for you.' };
  }
  const invoke = cardInvoke(channelActivity(tenant, app, conversation, person), message.id, action, trigger);
  const outcome = readCardAnswer(await deliver(tenant, app, person, invoke));
  if (outcome.kind === 'card') keepCardView(tenant, message, person.id, outcome.card);
  return outcome;
}
