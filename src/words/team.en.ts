import type { Awaited } from '../domain/incident/awaiting.ts';

/** The page “My team”. Names of kinds, states and severities are in `terms`. */
export const teamEn = {
  heading: 'My team',
  lead: 'Reports that need you, as a manager or in place of one. What was reported is shown only when you open one.',
  standsInFor: (name: string, until: string) => `You stand in for ${name} until ${until}.`,
  waiting: (count: number) => (count === 1 ? '1 report waits for you' : `${count} reports wait for you`),
  nothing: 'Nothing waits for you',
  nothingHint:
    'When somebody in your team reports something, you get a card in your chat with Urddas, and it stands here.',
  resting: 'Open, and nothing is needed from you now',
  answered: 'Answered',
  answeredNone: 'You have not answered any yet.',
  more: 'Show older ones',
  asks: {
    answer: 'Please read it and answer',
    duty: 'Please tell the others',
    comment: 'It went on without your comment: please add it',
    reporter: 'The reporter has been asked, and you may note what they tell you',
    close: 'You keep it: close it when it is done',
  } satisfies Record<Awaited, string>,
  due: {
    by: (when: string) => `By ${when}`,
    overdue: (when: string) => `Overdue since ${when}`,
    minutesLeft: (count: number) => (count === 1 ? '1 minute left' : `${count} minutes left`),
    yesterday: (time: string) => `${time} yesterday`,
    today: (time: string) => `${time} today`,
    tomorrow: (time: string) => `${time} tomorrow`,
  },
  reportedBy: (name: string, when: string) => `Reported by ${name}, ${when}`,
  inPlaceOf: (name: string) => `In place of ${name}`,
  open: (reference: string) => `Open ${reference}`,
  find: {
    label: 'Find a report by its number, for example UB-2026-000123',
    button: 'Find',
    busy: 'Looking…',
    none: 'You have no report with this number.',
  },
};
