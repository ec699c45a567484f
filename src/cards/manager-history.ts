import type { Incident } from '../domain/incident/incident.ts';
import { dateAndTime, wholeDay } from '../words/reader.ts';
import type { CardElement } from './adaptive-card.ts';
import { label, labelled, type ManagerCardInput, plainSentence, type Say, subheading } from './parts.ts';
import { oneLine } from './plain-text.ts';

const longestLine = 200;
/** The latest of each kind; the rest is in the record. */
const most = 3;

interface Line {
  at: string;
  name: Say;
  value: string;
}

function asked({ questions }: Incident): Line[] {
  return questions.slice(-most).flatMap(({ at, text, answer }) => [
    { at, name: ({ actions }, language) => actions.done.question(dateAndTime(at, language)), value: text },
    ...(answer
      ? [
          {
            at: answer.at,
            name: (({ actions }, language) => actions.done.answer(dateAndTime(answer.at, language))) satisfies Say,
            value: answer.text,
          },
        ]
      : []),
  ]);
}

function commented({ comments }: Incident): Line[] {
  return comments
    .filter(({ role }) => role === 'lineManager')
    .slice(-most)
    .map(({ at, by, text }) => ({
      at,
      name: ({ actions }, language) => actions.done.comment(oneLine(by.name, 100), dateAndTime(at, language)),
      value: text,
    }));
}

function tasks(input: ManagerCardInput): Line[] {
  return input.incident.tasks.slice(-most).map(({ at, type, done }) => ({
    at,
    name: ({ actions }, language) => actions.done[type](dateAndTime(at, language)),
    value: label(input.reader, ({ actions }, language) =>
      done ? actions.done.taskDone(dateAndTime(done.at, language)) : actions.done.taskOpen,
    ),
  }));
}

/** What has been done about the report so far, oldest first: for the manager alone, never in the chat. BEH-5.3-1, T5 */
export function historyParts(input: ManagerCardInput): CardElement[] {
  const { incident, reader } = input;
  const lines = [...asked(incident), ...commented(incident), ...tasks(input)].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
  const contacts = incident.customerContacts.flatMap(({ at, by, way }) =>
    plainSentence(reader, ({ actions }, language) =>
      actions.done[way](oneLine(by.name, 100), dateAndTime(at, language)),
    ),
  );
  const { meeting } = incident;
  const parts: CardElement[] = [
    ...lines.map(({ name, value }) => labelled(reader, name, oneLine(value, longestLine))),
    ...contacts,
    ...(meeting
      ? [
          labelled(
            reader,
            ({ actions }) => actions.done.meeting,
            label(reader, (_, language) => wholeDay(meeting.on, language)),
          ),
        ]
      : []),
  ];
  if (parts.length === 0) return [];
  return [
    {
      type: 'Container',
      separator: true,
      items: [...subheading(reader, ({ actions }) => actions.done.heading), ...parts],
    },
  ];
}
