import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { CardChannel } from '../../application/ports/card-channel.ts';
import type { ServiceLog } from '../../application/ports/service-log.ts';
import { type Activity, activitySchema, tenantOf } from './activity.ts';
import type { CardInvoke } from './card-invoke.ts';
import type { ChannelTokenCheck } from './channel-token.ts';

/** An activity is small; nothing larger is read, let alone parsed. */
const largestActivity = 256 * 1024;

export interface BotParts {
  tokens: ChannelTokenCheck;
  invoke: CardInvoke;
  cards: CardChannel;
  log: ServiceLog;
  tenantId: string;
}

/** `/api/messages`: what Teams sends the bot. Nothing is done before the token has been checked (facts 6). */
export function registerBot(app: Hono, { tokens, invoke, cards, log, tenantId }: BotParts): void {
  app.post('/api/messages', bodyLimit({ maxSize: largestActivity }), async (c) => {
    const parsed = v.safeParse(activitySchema, await c.req.json().catch(() => null));
    const verdict = await tokens.check(c.req.header('authorization'), parsed.success ? parsed.output : null);
    if (!verdict.ok) {
      log.warn('botCallRefused', { reason: verdict.reason });
      return c.body(null, 401);
    }
    if (!parsed.success) return c.body(null, 400);
    const activity = parsed.output;
    if (tenantOf(activity)?.toLowerCase() !== tenantId.toLowerCase()) {
      log.warn('botCallRefused', { reason: 'tenant' });
      return c.body(null, 403);
    }
    if (activity.type === 'invoke') {
      if (activity.name !== 'adaptiveCard/action') return c.body(null, 501);
      return c.json(await invoke.answer(activity));
    }
    if (activity.type === 'installationUpdate' || activity.type === 'conversationUpdate') {
      await rememberChat(activity, cards).catch((error: unknown) => log.error('chatNotRemembered', error));
    }
    return c.body(null, 202);
  });
}

/** Where this person's personal chat is. Other kinds of conversation are none of ours. */
async function rememberChat(activity: Activity, cards: CardChannel): Promise<void> {
  const { from, conversation, serviceUrl } = activity;
  if (!from?.aadObjectId || !conversation || conversation.conversationType !== 'personal') return;
  await cards.remember(from.aadObjectId, { serviceUrl, conversationId: conversation.id, memberId: from.id });
}
