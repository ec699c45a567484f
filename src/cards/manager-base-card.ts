import { noticeFacts } from '../domain/incident/notice-facts.ts';
import { dateAndTime } from '../words/reader.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { execute, heading, label, labelled, type ManagerCardInput, openLink, sentence, wholeCard } from './parts.ts';
import { oneLine } from './plain-text.ts';

/** Heading and first facts: all that may stand in the chat. X-SAFE-1, B-SUI-3. */
export function openingParts(input: ManagerCardInput): CardElement[] {
  const { reader } = input;
  const facts = noticeFacts(input.incident, 'lineManager');
  return [
    ...heading(reader, ({ card }) => {
      if (facts.kind === 'suicideThreat') return card.headingWelfare(facts.reference);
      return facts.kind === 'internal' ? card.headingHr(facts.reference) : card.heading(facts.reference);
    }),
    ...(facts.kind === 'internal' ? [] : sentence(reader, ({ card }) => card.urgent[facts.severity])),
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
    { type: 'ActionSet', actions: [show, openLink(input)] },
  ];
  return wholeCard(input, body, true);
}
