import * as v from 'valibot';
import { isSubmissionId } from '../domain/incident/identity.ts';
import type { ManagerAnswer, ManagerVerb } from '../domain/incident/manager-answer.ts';
import { severities } from '../domain/incident/vocabulary.ts';

/** Version of our cards; an answer from an older one is still understood, one from a newer one is not. */
export const cardVersion = 1;

/** A text is refused from 2,001 characters on; far beyond that, it is no text but an attack on the parser. */
const textCeiling = 20_000;

const reference = {
  submissionId: v.pipe(v.string(), v.check(isSubmissionId)),
  cardVersion: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(cardVersion)),
};

/** What every card carries in its buttons. */
const carriedSchema = v.strictObject(reference);

/** Teams leaves an empty input out. */
const text = v.optional(v.pipe(v.string(), v.maxLength(textCeiling)), '');

/** One verb: the inputs that come back with it, by their ids in the card, and what they mean. */
interface Taking {
  inputs: readonly string[];
  read: (data: unknown) => (CardReference & { answer: ManagerAnswer }) | null;
}

function taking<E extends v.ObjectEntries>(
  entries: E,
  say: (typed: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => ManagerAnswer,
): Taking {
  const own = v.object(entries);
  return {
    inputs: Object.keys(entries),
    read: (data) => {
      const carried = v.safeParse(v.object(reference), data);
      const typed = v.safeParse(own, data);
      if (!carried.success || !typed.success || !isOfOurCards(data)) return null;
      return { ...carried.output, answer: say(typed.output as never) };
    },
  };
}

const takings: Record<ManagerVerb, Taking> = {
  forwardToSecurity: taking({ comment: text }, ({ comment }) => ({ verb: 'forwardToSecurity', text: comment })),
  comment: taking({ comment: text }, ({ comment }) => ({ verb: 'comment', text: comment })),
  askReporter: taking({ question: text }, ({ question }) => ({ verb: 'askReporter', text: question })),
  noteAnswer: taking({ answer: text }, ({ answer }) => ({ verb: 'noteAnswer', text: answer })),
  keepLocal: taking({ reason: text }, ({ reason }) => ({ verb: 'keepLocal', reason })),
  closeLocal: taking({ closingReason: text }, ({ closingReason: reason }) => ({ verb: 'closeLocal', reason })),
  tellHr: taking({}, () => ({ verb: 'tellHr' })),
  tellDesks: taking({}, () => ({ verb: 'tellDesks' })),
  requestGuards: taking({ guardsNote: text }, ({ guardsNote: note }) => ({ verb: 'requestGuards', note })),
  requestPolice: taking({ policeNote: text }, ({ policeNote: note }) => ({ verb: 'requestPolice', note })),
  customerSpoken: taking({}, () => ({ verb: 'customerSpoken' })),
  customerWritten: taking({}, () => ({ verb: 'customerWritten' })),
  planMeeting: taking(
    {
      meetingOn: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
      meetingIsSafe: v.optional(v.picklist(['true', 'false']), 'false'),
      meetingMeasures: text,
    },
    ({ meetingOn: on, meetingIsSafe, meetingMeasures: measures }) => ({
      verb: 'planMeeting',
      on,
      isSafe: meetingIsSafe === 'true',
      measures,
    }),
  ),
  raiseSeverity: taking(
    // A client that lets nothing be chosen: the lowest is never higher, and the person is told so.
    { severity: v.optional(v.picklist(severities), severities[0]), severityReason: text },
    ({ severity: to, severityReason: reason }) => ({ verb: 'raiseSeverity', to, reason }),
  ),
  markAbusive: taking({}, () => ({ verb: 'markAbusive' })),
};

const ourFields: ReadonlySet<string> = new Set([
  ...Object.keys(reference),
  ...Object.values(takings).flatMap(({ inputs }) => inputs),
]);

/**
 * A client may send the inputs of every part of the card along, opened or not; they are left alone. A field that none of our cards has is
 * as wrong as one of a wrong type.
 */
function isOfOurCards(data: unknown): boolean {
  return Object.keys(data as object).every((field) => ourFields.has(field));
}

export type CardVerb = ManagerVerb | 'refresh';
export type CardReference = v.InferOutput<typeof carriedSchema>;
export type CardAction = CardReference & ({ verb: 'refresh' } | { verb: ManagerVerb; answer: ManagerAnswer });

/** Ids of the inputs that come back with a verb. */
export function inputsOf(verb: ManagerVerb): readonly string[] {
  return takings[verb].inputs;
}

/** Checks what is about to be put into a card. Throws when a card would carry what we would not take back. */
export function carriedData(submissionId: string): CardReference {
  return v.parse(carriedSchema, { submissionId, cardVersion });
}

/** Stable id of a card's action: the same press always has the same one. */
export function actionId(verb: CardVerb, submissionId: string): string {
  return `${verb}:${submissionId}`;
}

function isManagerVerb(verb: string): verb is ManagerVerb {
  return Object.hasOwn(takings, verb);
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
    // A client that refreshes by hand may send along what stands in the inputs of the card.
    const parsed = v.safeParse(v.object(reference), data);
    return parsed.success ? { verb, ...parsed.output } : null;
  }
  if (!isManagerVerb(verb)) return null;
  const taken = takings[verb].read(data);
  return taken && { verb, ...taken };
}
