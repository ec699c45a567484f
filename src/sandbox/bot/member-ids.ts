import { createHash } from 'node:crypto';

/**
 * How a bot knows a person: `29:` and an id that only this bot can use. Another bot has another id for the same
 * person, so that ids cannot be shared between bots (facts 4.1).
 */
export function memberId(botId: string, userId: string): string {
  return `29:1${createHash('sha256').update(`${botId} ${userId}`).digest('base64url')}`;
}

/** How Teams names a bot in an activity. */
export function botMemberId(botId: string): string {
  return `28:${botId}`;
}
