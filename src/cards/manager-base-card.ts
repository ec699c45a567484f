import type { Incident } from '../domain/incident/incident.ts';
import { hasManagerCommented } from '../domain/incident/manager-answer.ts';
import { noticeFacts } from '../domain/incident/notice-facts.ts';
import { dateAndTime } from '../words/reader.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import {
  execute,
  heading,
  label,
  labelled,
  type ManagerCardInput,
  openLink,
  type Say,
  sentence,
  stacked,
  wholeCard,
} from './parts.ts';
import { oneLine } from './plain-text.ts';

/** It is still the manager's turn: to read, to comment, or to say what Security had to do without. */
export function needsManager(incident: Incident): boolean {
  const { state, managerUnresolved } = incident;
  const isAwaited = state === 'withSecurity' && !managerUnresolved && !hasManagerCommented(incident);
  return isAwaited || state === 'submitted' || state === 'managerReview' || state === 'hrRoute';
}

/** What the card is about, and where it stands: read out in place of the parts. */
function title({ incident }: ManagerCardInput): Say {
  const { reference, report, state } = incident;
  return ({ card, actions, terms }) => {
    if (state === 'infoRequested') return actions.waitingHeading(reference);
    if (state === 'localOnly') return actions.localHeading(reference);
    if (state === 'acknowledged') return card.acknowledgedHeading(reference);
    if (!needsManager(incident)) {
      return state === 'withSecurity' ? card.doneHeading(reference) : `${reference}: ${terms.states[state]}`;
    }
    if (report.kind === 'suicideThreat') return card.headingWelfare(reference);
    return report.kind === 'internal' ? card.headingHr(reference) : card.heading(reference);
  };
}

/** Heading and first facts: all that may stand in the chat. X-SAFE-1, B-SUI-3. */
export function openingParts(input: ManagerCardInput): CardElement[] {
  const { reader, incident, answerBy } = input;
  const facts = noticeFacts(incident, 'lineManager');
  const isUrgent = facts.kind !== 'internal' && needsManager(incident);
  return [
    ...heading(reader, title(input)),
    ...(isUrgent ? sentence(reader, ({ card }) => card.urgent[facts.severity]) : []),
    labelled(
      reader,
      ({ card }) => card.kind,
      label(reader, ({ terms }) => terms.noticeKinds[facts.kind]),
    ),
    labelled(
      reader,
      ({ card }) => card.severity,
      label(reader, ({ terms }) => terms.severities[facts.severity]),
    ),
    labelled(
      reader,
      ({ card }) => card.when,
      label(reader, (_, language) => dateAndTime(facts.occurredAt, language)),
    ),
    labelled(reader, ({ card }) => card.reporter, oneLine(facts.reporterName, 100)),
    ...(answerBy === null
      ? []
      : [
          labelled(
            reader,
            ({ card }) => card.answerBy,
            label(reader, (_, language) => dateAndTime(answerBy, language)),
          ),
        ]),
  ];
}

/**
 * The card as it stands in the chat, the same for everyone who sees it: reference, kind, urgency, time and reporter,
 * no word of what was said. The manager's client asks for the rest by `refresh`. COM-3b-6, X-SAFE-1; scenario S5.
 */
export function managerBaseCard(input: ManagerCardInput): AdaptiveCard {
  const { reader, incident } = input;
  const { kind, submissionId } = incident.report;
  const show = execute(
    'refresh',
    label(reader, ({ card }) => card.showDetails),
    submissionId,
  );
  const body: CardElement[] = [
    ...openingParts(input),
    ...sentence(
      reader,
      ({ card }) => {
        if (kind === 'suicideThreat') return card.leadWelfare;
        return kind === 'internal' ? card.leadHr : card.lead;
      },
      { isSubtle: true, spacing: 'medium' },
    ),
    ...stacked([show, openLink(input)]),
  ];
  return wholeCard(input, body, true);
}
