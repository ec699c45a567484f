import * as v from 'valibot';
import { isSubmissionId } from '../domain/incident/identity.ts';

/** Version of our cards; an answer from an older one is still understood, one from a newer one is not. */
export const cardVersion = 1;

/** A comment is refused from 2,001 characters on; far beyond that, it is no comment but an attack on the parser. */
const commentCeiling = 20_000;

const reference = {
  submissionId: v.pipe(v.string(), v.check(isSubmissionId)),
  cardVersion: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(cardVersion)),
};

/** What a card carries in its buttons, by verb. */
const carriedSchemas = {
  refresh: v.strictObject(reference),
  forwardToSecurity: v.strictObject(reference),
};

/** What comes back: what it carried, and what was typed. Teams leaves an empty input out. */
const returnedSchemas = {
  refresh: v.strictObject({ ...reference, comment: v.optional(v.string()) }),
  forwardToSecurity: v.strictObject({
    ...reference,
    comment: v.optional(v.pipe(v.string(), v.maxLength(commentCeiling)), ''),
  }),
};

export type CardVerb = keyof typeof carriedSchemas;
export type CardReference = v.InferOutput<(typeof carriedSchemas)['refresh']>;

export type CardAction =
  | { verb: 'refresh'; submissionId: string; cardVersion: number }
  | { verb: 'forwardToSecurity'; submissionId: string; cardVersion: number; comment: string };

/** Checks what is about to be put into a card. Throws when a card would carry what we would not take back. */
export function carriedData(verb: CardVerb, submissionId: string): CardReference {
  return v.parse(carriedSchemas[verb], { submissionId, cardVersion });
}

/** Stable id of a card's action: the same press always has the same one. */
export function actionId(verb: CardVerb, submissionId: string): string {
  return `${verb}:${submissionId}`;
}

/**
 * Reads the `action` of an `adaptiveCard/action` invoke. Null for a verb we do not know, a field too many or a wrong type:
 * nothing in it is trusted, least of all who sent it.
 */
export function readCardAction(action: unknown): CardAction | null {
  const outer = v.safeParse(v.object({ verb: v.string(), data: v.unknown() }), action);
  if (!outer.success) return null;
  const { verb, data } = outer.output;
  if (verb === 'refresh') {
    const parsed = v.safeParse(returnedSchemas.refresh, data);
    if (!parsed.success) return null;
    const { submissionId, cardVersion: version } = parsed.output;
    return { verb, submissionId, cardVersion: version };
  }
  if (verb === 'forwardToSecurity') {
    const parsed = v.safeParse(returnedSchemas.forwardToSecurity, data);
    return parsed.success ? { verb, ...parsed.output } : null;
  }
  return null;
}
