import { bodyOf, shorten } from '../control/traffic-log.ts';
import type { Tenant } from '../tenant.ts';
import type { TeamsApp } from './installations.ts';
import { issueInvokeToken, type TokenVariation } from './invoke-token.ts';

/** How the bot's endpoint answered; `unreachable` when it did not, or not in time. */
export type BotAnswer = { status: number; body: unknown } | { unreachable: 'timeout' | 'connection' };

/** Seconds that the bot service waits before it tells the person that the app cannot be reached (facts 4.1). */
export const botTimeoutMs = 15_000;

/**
 * Posts one activity to the bot. A time-out ends the waiting, not the bot's work: the request is left to run on,
 * as it does in Teams.
 */
export async function callBot(
  tenant: Tenant,
  app: TeamsApp,
  activity: object,
  options: { token?: TokenVariation; timeoutMs?: number } = {},
): Promise<BotAnswer> {
  const bot = app.teams.bot;
  if (!bot) return { unreachable: 'connection' };
  const token = await issueInvokeToken(tenant, bot.id, options.token);
  const answer = fetch(bot.endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(activity),
  }).then(async (response): Promise<BotAnswer> => {
    const text = await response.text();
    noteCall(tenant, bot.endpoint, activity, { status: response.status, text });
    return { status: response.status, body: parse(text) };
  });
  const settled = answer.catch((): BotAnswer => ({ unreachable: 'connection' }));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<BotAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ unreachable: 'timeout' }), options.timeoutMs ?? botTimeoutMs);
  });
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}

function noteCall(tenant: Tenant, endpoint: string, activity: object, answer: { status: number; text: string }): void {
  const json = 'application/json';
  tenant.traffic?.write({
    from: 'tenant',
    method: 'POST',
    url: new URL(endpoint).pathname,
    headers: { 'content-type': json },
    body: shorten(JSON.parse(JSON.stringify(activity))),
    status: answer.status,
    answerHeaders: {},
    answer: bodyOf(answer.text, json),
    app: null,
    caller: 'none',
    batched: false,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
