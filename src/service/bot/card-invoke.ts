import * as v from 'valibot';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import type { ReviewIncident } from '../../application/review-incident.ts';
import { within } from '../../application/within.ts';
import { readCardAction } from '../../cards/action-schema.ts';
import { type CardRefusal, cardRefusal, isCardRefusal } from '../../cards/manager-card.ts';
import type { AnswerRefusal } from '../../domain/incident/answer-as-manager.ts';
import type { ManagerAnswer } from '../../domain/incident/manager-answer.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { type Activity, cardInvokeSchema } from './activity.ts';

/** Body of an answer to `adaptiveCard/action`: `statusCode`, not `status` (facts 4.1, trap 19). */
export type InvokeAnswer =
  | { statusCode: 200; type: 'application/vnd.microsoft.card.adaptive'; value: object }
  | { statusCode: 200; type: 'application/vnd.microsoft.activity.message'; value: string }
  | { statusCode: 400; type: 'application/vnd.microsoft.error'; value: { code: 'BadRequest'; message: string } };

/** Teams gives up after 10 to 15 seconds, and says "Unable to reach app" although it was done (facts 4.1). */
const clientPatienceMs = 4_000;

/** Answers what a person does in a card. Who it is comes from the channel; the card only says which incident is meant. */
export class CardInvoke {
  readonly #ports: ServicePorts;
  readonly #review: ReviewIncident;
  readonly #patienceMs: number;

  constructor(ports: ServicePorts, review: ReviewIncident, patienceMs = clientPatienceMs) {
    this.#ports = ports;
    this.#review = review;
    this.#patienceMs = patienceMs;
  }

  async answer(activity: Activity): Promise<InvokeAnswer> {
    const actorId = activity.from?.aadObjectId;
    const language = languageOf(activity.locale);
    const invoke = v.safeParse(cardInvokeSchema, activity.value);
    const action = invoke.success ? readCardAction(invoke.output.action) : null;
    if (!action || actorId === undefined) return unreadable(language);
    const { submissionId, verb } = action;
    try {
      return action.verb === 'refresh'
        ? await this.#refresh(submissionId, actorId, language)
        : await this.#answer(submissionId, actorId, action.answer, language);
    } catch (error) {
      this.#ports.log.error('cardActionFailed', error, { submissionId, verb });
      return refusal('tryAgain', language);
    }
  }

  async #refresh(submissionId: string, actorId: string, language: Language | null): Promise<InvokeAnswer> {
    const seen = await this.#review.view(submissionId, actorId);
    if (!seen) return card(this.#ports.writer.goneCard(language));
    const { row, holder } = seen;
    const memberId = await this.#memberId(actorId);
    if (!holder) return card(this.#ports.writer.card(row, { memberId, language }));
    return card(this.#ports.writer.detailsCard(row, { memberId, language: holder.language }));
  }

  async #answer(
    submissionId: string,
    actorId: string,
    given: ManagerAnswer,
    language: Language | null,
  ): Promise<InvokeAnswer> {
    const taking = this.#review.answer(submissionId, actorId, given, 'card');
    const answer = await within(this.#patienceMs, taking, () => null);
    if (answer === null) {
      // It goes on, and the card is redrawn for everyone when it is done; pressed again meanwhile, it changes nothing twice.
      taking.catch((error: unknown) =>
        this.#ports.log.error('cardActionFailed', error, { submissionId, verb: given.verb }),
      );
      return refusal('working', language);
    }
    if (answer.kind === 'gone') return refusal('gone', language);
    const own = answer.holder ? answer.holder.language : language;
    if (answer.kind === 'refused') return refusal(refusalIn(answer.refusal), own);
    return card(this.#ports.writer.detailsCard(answer.row, { memberId: await this.#memberId(actorId), language: own }));
  }

  /** Only for the next refresh; a card without it is as good. */
  async #memberId(staffId: string): Promise<string | null> {
    return this.#ports.cards.memberId(staffId).catch(() => null);
  }
}

/** Every refusal has words of its own, but for moves that only others make. */
function refusalIn(refused: AnswerRefusal): CardRefusal {
  return isCardRefusal(refused) ? refused : 'movedOn';
}

function card(value: object): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

function refusal(why: CardRefusal, language: Language | null): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: cardRefusal(why, language) };
}

/** What no card of ours can have sent. The body says 400, the request itself was served (facts 4.1). */
function unreadable(language: Language | null): InvokeAnswer {
  const message = cardRefusal('notUnderstood', language);
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message } };
}

/** Of the person's Teams. */
function languageOf(locale: string | undefined): Language | null {
  if (!locale) return null;
  return locale.toLowerCase().startsWith('cy') ? 'cy' : 'en';
}
