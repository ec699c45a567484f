import type { TeamRecord } from '../../../../application/ports/team.ts';
import type { Language } from '../../../../domain/incident/vocabulary.ts';
import type { cardActionsEn } from '../../../../words/card-actions.en.ts';
import type { tabEn } from '../../../../words/tab.en.ts';
import type { teamRecordEn } from '../../../../words/team-record.en.ts';
import type { termsEn } from '../../../../words/terms.en.ts';
import { formatCalendarDate, formatDateTime } from '../../../shared/format-date.ts';

export interface DoneLine {
  /** UTC. */
  at: string;
  heading: string;
  /** What was written; empty where nothing was. */
  text: string;
}

interface Words {
  words: (typeof teamRecordEn)['done'];
  contacts: Pick<(typeof cardActionsEn)['done'], 'spoken' | 'written'>;
  commentBy: (typeof tabEn)['incident']['commentBy'];
  roles: (typeof termsEn)['roles'];
  language: Language;
}

/** Everything that people, or the clock in their stead, have done about a record, oldest first. */
export function doneLines(record: TeamRecord, { words, contacts, commentBy, roles, language }: Words): DoneLine[] {
  const when = (at: string) => formatDateTime(at, language);
  const { questions, comments, tasks, customerContacts, meeting, reasons, duties, marks, acknowledgement } = record;
  const isHr = record.report.kind === 'internal';
  const lines: DoneLine[] = [
    ...questions.flatMap(({ by, at, text, answer }) => [
      { at, heading: words.question(by.name, when(at)), text },
      ...(answer ? [{ at: answer.at, heading: words.answer(answer.by.name, when(answer.at)), text: answer.text }] : []),
    ]),
    ...comments.map(({ by, at, role, text }) => ({
      at,
      heading: words.comment(commentBy[role === 'security' && isHr ? 'hrPartner' : role], by.name, when(at)),
      text,
    })),
    ...tasks.map(({ by, at, type, note, done }) => ({
      at,
      heading: words[type](by.name, when(at)),
      text: [note, done ? words.taskDone(done.by.name, when(done.at)) : words.taskOpen].filter(Boolean).join('\n'),
    })),
    ...customerContacts.map(({ by, at, way }) => ({ at, heading: contacts[way](by.name, when(at)), text: '' })),
    ...reasons.map(({ by, at, about, text }) => ({ at, heading: words[about](by.name, when(at)), text })),
    ...duties.flatMap(({ role, state, ended }) =>
      ended === null || state === 'open'
        ? []
        : [
            {
              at: ended.at,
              heading: (state === 'done' ? words.told : words.toldByClock)(roles[role], when(ended.at)),
              text: '',
            },
          ],
    ),
  ];
  if (meeting) {
    const day = formatCalendarDate(meeting.on, language);
    lines.push({
      at: meeting.at,
      heading: words.meeting(meeting.by.name, when(meeting.at), day),
      text: meeting.measures,
    });
  }
  const mark = marks.particularlyAbusive;
  if (mark) lines.push({ at: mark.at, heading: words.markAbusive(mark.by.name, when(mark.at)), text: '' });
  if (acknowledgement) {
    const { by, at } = acknowledgement;
    lines.push({ at, heading: words.acknowledged(by.name, when(at)), text: '' });
  }
  return lines.sort((one, other) => one.at.localeCompare(other.at));
}
