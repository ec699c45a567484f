import { dutyRoles, type ManagerVerb, openVerbs } from '../domain/incident/manager-answer.ts';
import { isAsking, isMeetingOver, type VerbGroup, verbGroups } from '../domain/incident/offered-verbs.ts';
import { dateAndTime } from '../words/reader.ts';
import type { CardActionPart, CardElement } from './adaptive-card.ts';
import { inputsFor } from './manager-inputs.ts';
import { execute, label, type ManagerCardInput, openLink, sentence, stacked, subheading } from './parts.ts';

function button(input: ManagerCardInput, verb: ManagerVerb): CardActionPart {
  const { reader, incident } = input;
  const { submissionId } = incident.report;
  const title = label(reader, ({ actions }) => actions.titles[verb]);
  if (!isAsking(verb)) return execute(verb, title, submissionId);
  const send = execute(
    verb,
    label(reader, ({ actions }) => actions.send[verb]),
    submissionId,
    true,
  );
  const body: CardElement[] = [
    ...inputsFor[verb](input),
    { type: 'ActionSet', actions: [{ ...send, style: 'positive' }] },
  ];
  const isFirst = verb === 'forwardToSecurity';
  return {
    type: 'Action.ShowCard',
    title,
    ...(isFirst ? { style: 'positive' as const } : {}),
    card: { type: 'AdaptiveCard', body },
  };
}

function hintsFor(input: ManagerCardInput, group: VerbGroup): CardElement[] {
  const { reader, incident } = input;
  if (group === 'tell') {
    const open = incident.duties.filter(
      ({ role, state }) => state === 'open' && [...dutyRoles.tellHr, ...dutyRoles.tellDesks].includes(role),
    );
    const [soonest] = open.map(({ dueAt }) => dueAt).sort();
    return soonest === undefined
      ? []
      : sentence(reader, ({ actions }, language) => actions.tellHint(dateAndTime(soonest, language)), {
          isSubtle: true,
        });
  }
  if (group === 'person' && incident.meeting === null && isMeetingOver(input.meetingBy, input.at)) {
    return sentence(reader, ({ actions }) => actions.meetingOver, { isSubtle: true });
  }
  return [];
}

/**
 * Everything the manager can do about the report now, in groups, and the way to the whole of it. T5 to T8, COM-3c-1, BEH-4.3-1, BEH-5.
 */
export function actionParts(input: ManagerCardInput): CardElement[] {
  const { reader } = input;
  const open = openVerbs(input.incident).filter(
    (verb) => verb !== 'planMeeting' || !isMeetingOver(input.meetingBy, input.at),
  );
  const shown = verbGroups.flatMap(({ group, verbs }): CardElement[] => {
    const offered = verbs.filter((verb) => open.includes(verb));
    if (offered.length === 0) return [];
    return [
      {
        type: 'Container',
        spacing: 'medium',
        items: [
          ...subheading(reader, ({ actions }) => actions.groups[group]),
          ...hintsFor(input, group),
          ...stacked(offered.map((verb) => button(input, verb))),
        ],
      },
    ];
  });
  return [...shown, { type: 'ActionSet', actions: [openLink(input)] }];
}
