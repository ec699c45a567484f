import * as v from 'valibot';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import type { ReviewIncident } from '../../application/review-incident.ts';
import { readCardAction } from '../../cards/action-schema.ts';
import { type CardRefusal, cardRefusal } from '../../cards/manager-card.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { type Activity, cardInvokeSchema } from './activity.ts';

/** Body of an answer to `adaptiveCard/action`: `statusCode`, not `status` (facts 4.1, trap 19). */
export type InvokeAnswer =
  | { statusCode: 200; type: 'application/vnd.microsoft.card.adaptive'; value: object }
  | { statusCode: 200; type: 'application/vnd.microsoft.activity.message'; value: string };

/** Answers what a person does in a card. Who it is comes from the channel; the card only says which incident is meant. */
export class CardInvoke {
  readonly #ports: ServicePorts;
  readonly #review: ReviewIncident;

  constructor(ports: ServicePorts, review: ReviewIncident) {
    this.#ports = ports;
    this.#review = review;
  }

  async answer(activity: Activity): Promise<InvokeAnswer> {
    const actorId = activity.from?.aadObjectId;
    const language = languageOf(activity.locale);
    const invoke = v.safeParse(cardInvokeSchema, activity.value);
    const action = invoke.success ? readCardAction(invoke.output.action) : null;
    if (!action || actorId === undefined) return refusal('notUnderstood', language);
    try {
      return action.verb === 'refresh'
        ? await this.#refresh(action.submissionId, actorId, language)
        : await this.#forward(action.submissionId, actorId, action.comment, language);
    } catch (error) {
      this.#ports.log.error('cardActionFailed', error, { submissionId: action.submissionId, verb: action.verb });
      return refusal('tryAgain', language);
    }
  }

  async #refresh(submissionId: string, actorId: string, language: Language | null): Promise<InvokeAnswer> {
    const seen = await this.#review.view(submissionId, actorId);
    if (!seen) return refusal('gone', language);
    const memberId = await this.#memberId(actorId);
    if (!seen.isManager) return card(this.#ports.writer.card(seen.row, memberId));
    return card(this.#ports.writer.detailsCard(seen.row, memberId));
  }

  async #forward(
    submissionId: string,
    actorId: string,
    comment: string,
    language: Language | null,
  ): Promise<InvokeAnswer> {
    const answer = await this.#review.forward(submissionId, actorId, comment);
    if (answer.kind === 'gone') return refusal('gone', language);
    if (answer.kind === 'done') {
      return card(this.#ports.writer.detailsCard(answer.row, await this.#memberId(actorId)));
    }
    const known: readonly string[] = ['notYours', 'alreadyDone', 'commentMissing', 'commentTooLong'];
    const why = known.includes(answer.refusal) ? (answer.refusal as CardRefusal) : 'movedOn';
    return refusal(why, answer.refusal === 'notYours' ? language : (answer.incident.manager?.language ?? language));
  }

  /** Only for the next refresh; a card without it is as good. */
  async #memberId(staffId: string): Promise<string | null> {
    return this.#ports.cards.memberId(staffId).catch(() => null);
  }
}

function card(value: object): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

function refusal(why: CardRefusal, language: Language | null): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: cardRefusal(why, language) };
}

/** Of the person's Teams. */
function languageOf(locale: string | undefined): Language | null {
  if (!locale) return null;
  return locale.toLowerCase().startsWith('cy') ? 'cy' : 'en';
}
