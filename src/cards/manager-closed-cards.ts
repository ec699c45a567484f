import { dateAndTime } from '../words/reader.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import {
  heading,
  label,
  labelled,
  type ManagerCardInput,
  openLink,
  plainSentence,
  sentence,
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
      stateLine(input),
      { type: 'ActionSet', actions: [openLink(input)] },
    ],
    false,
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
      { type: 'ActionSet', actions: [openLink(input)] },
    ],
    false,
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
      { type: 'ActionSet', actions: [openLink(input)] },
    ],
    false,
  );
}
