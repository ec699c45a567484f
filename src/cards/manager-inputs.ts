import { londonDateOf } from '../domain/calendar/london-time.ts';
import { commentLimit } from '../domain/incident/comment.ts';
import { type AskingVerb, needsWords } from '../domain/incident/offered-verbs.ts';
import { severityRank } from '../domain/incident/severity.ts';
import { severities } from '../domain/incident/vocabulary.ts';
import { wholeDay } from '../words/reader.ts';
import type { CardElement, ChoiceInput, TextInput } from './adaptive-card.ts';
import { label, type ManagerCardInput, type Say, sentence } from './parts.ts';

function text({ reader }: ManagerCardInput, id: string, name: Say, isRequired = true): TextInput {
  return {
    type: 'Input.Text',
    id,
    label: label(reader, name),
    isMultiline: true,
    ...(isRequired ? { isRequired } : {}),
    maxLength: commentLimit,
    errorMessage: label(reader, ({ actions }) => actions.errors.text),
  };
}

function comment(input: ManagerCardInput): CardElement[] {
  const { reader } = input;
  return [
    ...sentence(reader, ({ card }) => card.commentHint, { isSubtle: true }),
    {
      ...text(input, 'comment', ({ card }) => card.commentLabel),
      placeholder: label(reader, ({ card }) => card.commentPlaceholder),
      errorMessage: label(reader, ({ card }) => card.commentError),
    },
  ];
}

function graver({ incident, reader }: ManagerCardInput): ChoiceInput {
  const higher = severities.filter((each) => severityRank(each) > severityRank(incident.severity));
  return {
    type: 'Input.ChoiceSet',
    id: 'severity',
    label: label(reader, ({ actions }) => actions.inputs.severity),
    style: 'expanded',
    isRequired: true,
    errorMessage: label(reader, ({ actions }) => actions.errors.severity),
    choices: higher.map((value) => ({ title: label(reader, ({ terms }) => terms.severities[value]), value })),
  };
}

function meeting(input: ManagerCardInput): CardElement[] {
  const { reader, at, meetingBy } = input;
  return [
    ...sentence(reader, ({ actions }, language) => actions.meetingHint(wholeDay(meetingBy, language)), {
      isSubtle: true,
    }),
    {
      type: 'Input.Date',
      id: 'meetingOn',
      label: label(reader, ({ actions }) => actions.inputs.meetingOn),
      min: londonDateOf(at),
      max: meetingBy,
      isRequired: true,
      errorMessage: label(reader, ({ actions }) => actions.errors.meetingOn),
    },
    {
      type: 'Input.Toggle',
      id: 'meetingIsSafe',
      label: label(reader, ({ actions }) => actions.groups.safety),
      title: label(reader, ({ actions }) => actions.inputs.meetingIsSafe),
      wrap: true,
      valueOn: 'true',
      valueOff: 'false',
    },
    text(input, 'meetingMeasures', ({ actions }) => actions.inputs.meetingMeasures),
  ];
}

/**
 * What a verb asks for, by the names in `action-schema.ts`. Each stands in a part of its own that opens below its button: an input of the
 * card itself would be checked and sent with every other button. BEH-8.2-1, BEH-5.5-1, B-A11Y-5
 */
export const inputsFor: Record<AskingVerb, (input: ManagerCardInput) => CardElement[]> = {
  forwardToSecurity: comment,
  comment,
  askReporter: (input) => [text(input, 'question', ({ actions }) => actions.inputs.question)],
  noteAnswer: (input) => [text(input, 'answer', ({ actions }) => actions.inputs.answer)],
  keepLocal: (input) => [text(input, 'reason', ({ actions }) => actions.inputs.reason)],
  closeLocal: (input) => [
    text(input, 'closingReason', ({ actions }) => actions.inputs.closingReason, needsWords('closeLocal')),
  ],
  requestGuards: (input) => [
    text(input, 'guardsNote', ({ actions }) => actions.inputs.guardsNote, needsWords('requestGuards')),
  ],
  requestPolice: (input) => [
    text(input, 'policeNote', ({ actions }) => actions.inputs.policeNote, needsWords('requestPolice')),
  ],
  planMeeting: meeting,
  raiseSeverity: (input) => [
    graver(input),
    text(input, 'severityReason', ({ actions }) => actions.inputs.severityReason),
  ],
};
