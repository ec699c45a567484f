import type { BotAnswer } from './call-bot.ts';

/** What a person sees after a card's action. */
export type CardOutcome =
  | { kind: 'card'; card: unknown }
  | { kind: 'message'; text: string }
  | { kind: 'error'; text: string }
  /** The action may have run all the same (facts 4.1, trap 19). */
  | { kind: 'unreachable'; text: string };

export const unreachableText = 'Unable to reach app. Please try again.';
const defaultErrorText = 'Something went wrong. Please try again.';

const unreachable: CardOutcome = { kind: 'unreachable', text: unreachableText };

/**
 * Reads the body of an `adaptiveCard/action` answer: `{statusCode, type, value}`, nothing else
 * (`status` instead of `statusCode` is the commonest mistake: facts, trap 19).
 */
export function readCardAnswer(answer: BotAnswer): CardOutcome {
  if ('unreachable' in answer || answer.status !== 200) return unreachable;
  const body = answer.body as { statusCode?: unknown; type?: unknown; value?: unknown } | null;
  if (typeof body !== 'object' || body === null || typeof body.statusCode !== 'number') return unreachable;
  switch (body.type) {
    case 'application/vnd.microsoft.card.adaptive': {
      const isCard = (body.value as { type?: unknown } | null | undefined)?.type === 'AdaptiveCard';
      return body.statusCode === 200 && isCard ? { kind: 'card', card: body.value } : unreachable;
    }
    case 'application/vnd.microsoft.activity.message':
      return body.statusCode === 200 && typeof body.value === 'string'
        ? { kind: 'message', text: body.value }
        : unreachable;
    case 'application/vnd.microsoft.error':
    case 'application/vnd.microsoft.error.preconditionFailed':
    case 'application/vnd.microsoft.error.incorrectAuthCode': {
      const message = (body.value as { message?: unknown } | null | undefined)?.message;
      return { kind: 'error', text: typeof message === 'string' && message ? message : defaultErrorText };
    }
    case 'application/vnd.microsoft.activity.loginRequest':
      return { kind: 'error', text: 'The app asks you to sign in, which this stand-in cannot do inside a card.' };
    default:
      return unreachable;
  }
}
