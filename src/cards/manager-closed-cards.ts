import { isEnded } from '../domain/incident/manager-answer.ts';
import { dateAndTime } from '../words/reader.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import {
  execute,
  heading,
  label,
  labelled,
  type ManagerCardInput,
  openLink,
  plainSentence,
  sentence,
  stacked,
  wholeCard,
} from './parts.ts';
import { oneLine } from './plain-text.ts';

function stateLine({ reader, incident }: ManagerCardInput) {
  return labelled(
    reader,
    ({ card }) => card.state,
    label(reader, ({ terms }) => terms.states[incident.state]),
  );
}

/** The details can be asked for as long as the record is open. */
function buttons(input: ManagerCardInput): CardElement[] {
  const { reader, incident } = input;
  const show = execute(
    'refresh',
    label(reader, ({ card }) => card.showDetails),
    incident.report.submissionId,
  );
  return stacked([...(isEnded(incident) ? [] : [show]), openLink(input)]);
}

/** While the reporter has been asked for more. T5 */
export function managerWaitingCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  return wholeCard(
    input,
    [
      ...heading(reader, ({ actions }) => actions.waitingHeading(incident.reference)),
      ...sentence(reader, ({ actions }) => actions.askedHint),
      ...buttons(input),
    ],
    true,
  );
}

/** After the manager kept it. T8 */
export function managerLocalCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  const kept = incident.reasons.findLast(({ about }) => about === 'keepLocal');
  return wholeCard(
    input,
    [
      ...heading(reader, ({ actions }) => actions.localHeading(incident.reference)),
      ...(kept ? plainSentence(reader, ({ actions }) => actions.local(oneLine(kept.by.name, 100))) : []),
      ...buttons(input),
    ],
    true,
  );
}

/** After the manager forwarded it: who did so and when, for everyone who has the card. */
export function managerDoneCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  const comment = incident.comments.findLast((each) => each.role === 'lineManager');
  return wholeCard(
    input,
    [
      ...heading(reader, ({ card }) => card.doneHeading(incident.reference)),
      ...(comment
        ? plainSentence(reader, ({ card }, language) =>
            card.done(oneLine(comment.by.name, 100), dateAndTime(comment.at, language)),
          )
        : sentence(reader, ({ card }) => card.doneWithoutManager)),
      ...(comment || incident.managerUnresolved ? [] : sentence(reader, ({ actions }) => actions.commentAwaited)),
      stateLine(input),
      ...buttons(input),
    ],
    !isEnded(incident),
  );
}

/** After Security acknowledged it. BEH-8.3-1. */
export function managerAcknowledgedCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  const at = incident.acknowledgement?.at ?? null;
  return wholeCard(
    input,
    [
      ...heading(reader, ({ card }) => card.acknowledgedHeading(incident.reference)),
      ...(at === null ? [] : sentence(reader, ({ card }, language) => card.acknowledged(dateAndTime(at, language)))),
      stateLine(input),
      ...buttons(input),
    ],
    !isEnded(incident),
  );
}

/** When there is nothing left for the manager to do here. */
export function managerMovedOnCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  return wholeCard(
    input,
    [
      ...heading(reader, ({ card }) => card.movedHeading(incident.reference)),
      ...sentence(reader, ({ card }) => card.moved),
      stateLine(input),
      ...buttons(input),
    ],
    !isEnded(incident),
  );
}
