import type { MandatoryItem } from '../domain/incident/closing.ts';
import type { CustomerContact, StatedReason, StatementRole, TaskType } from '../domain/incident/manager-work.ts';

/** What manager and witnesses did about an incident, and Security's own steps after it was acknowledged. */
export const incidentWorkEn = {
  tasks: {
    heading: 'What the manager asked for',
    types: { guards: 'Guards', policePresence: 'Police presence' } satisfies Record<TaskType, string>,
    open: 'Not arranged yet',
    done: 'Arranged',
    askedBy: (name: string, when: string) => `Asked by ${name}, ${when}`,
    doneBy: (name: string, when: string) => `Arranged: said by ${name}, ${when}`,
    note: 'What the manager says about it',
    end: (what: string) => `Arranged: ${what}`,
    ending: 'Saving…',
    ended: 'Saved. The manager’s card says that it is arranged.',
  },
  work: {
    heading: 'What the manager did',
    contacts: {
      spoken: 'Spoke to the customer',
      written: 'Wrote to the customer',
    } satisfies Record<CustomerContact['way'], string>,
    meeting: (day: string) => `Planned a meeting with the customer on ${day}`,
    measures: 'What makes it safe',
    question: 'Asked the reporter',
    answer: 'Answer',
    noAnswer: 'Not answered yet.',
    abusive: 'Marked it as particularly abusive',
    raised: (severity: string) => `Raised the severity to: ${severity}`,
    reasons: {
      keepLocal: 'Why it was kept local',
      close: 'Why it was closed',
      raiseSeverity: 'Why the severity was raised',
    } satisfies Record<StatedReason['about'], string>,
    alert: (people: number) => (people === 1 ? 'Told 1 person of the team' : `Told ${people} people of the team`),
  },
  statements: {
    heading: 'Statements',
    roles: { victim: 'Person concerned', witness: 'Witness', firstAider: 'First aider' } satisfies Record<
      StatementRole,
      string
    >,
    awaited: 'Awaited',
    signed: 'Signed',
    waived: 'Will not come',
    asked: (name: string, when: string) => `Asked for by ${name}, ${when}`,
    signedBy: (name: string, when: string) => `Signed by ${name}, ${when}`,
    waivedBy: (name: string, when: string) => `Said by ${name}, ${when}`,
    reason: 'Why none will come',
    text: (name: string) => `Statement of ${name}`,
    added: (name: string, when: string) => `Added by ${name}, ${when}`,
  },
  next: {
    heading: 'What comes next',
    begin: 'Begin the review',
    beginning: 'Beginning…',
    beginHint: 'The reporter hears that a review has begun.',
    moving: 'The last step is being taken in…',
    putBack: 'The last change of state was put back, because the rules did not allow it. The history says what it was.',
    openItems: 'Still open. Closing now needs a reason:',
    items: {
      police: 'A report to the police is mandatory. Give its reference, or say why there is none.',
      statements: 'Statements that were asked for have not come.',
    } satisfies Record<MandatoryItem, string>,
    openTasks: 'What the manager asked for is not arranged yet.',
    close: {
      start: 'Close…',
      label: 'What came of it',
      hint: 'It may be left empty. The reporter and the manager hear that it is closed, and not this text.',
      mustLabel: 'Police reference, or the reason',
      mustHint: 'It is kept in the record. The reporter and the manager hear that it is closed, and not this text.',
      confirm: 'Close',
      busy: 'Closing…',
      asked: 'Closed, as soon as the service has taken it in.',
    },
    reopen: {
      start: 'Open again…',
      label: 'Why is it opened again?',
      hint: 'It is kept in the record. The reporter and the manager hear that it is under review again.',
      confirm: 'Open again',
      busy: 'Opening…',
      asked: 'Open again, as soon as the service has taken it in.',
    },
    empty: 'Please give a reason.',
    tooLong: 'It may have 2,000 characters at most.',
  },
};
