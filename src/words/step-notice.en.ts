import type { IncidentState } from '../domain/incident/vocabulary.ts';
import { termsEn } from './terms.en.ts';

const isOther = (column: string) => putBackAdvice.every((each) => each.column !== column);

/** What to do instead, by the column that was put back; null for every other one. */
const putBackAdvice: readonly { column: string | null; line: string }[] = [
  {
    column: 'State',
    line: 'State: the record cannot go there from where it stands, or a reason is missing. Its page in Urddas shows the steps there are. In SharePoint, write the reason into NewComment and save both together.',
  },
  {
    column: 'MergedInto',
    line: 'MergedInto: to join two records, save the number of the main record and the state merged together, or use Join on the page in Urddas.',
  },
  { column: 'ForwardState', line: 'ForwardState: only an original that is held back can be set to released.' },
  { column: 'NewComment', line: 'NewComment: you may not comment on this record.' },
  {
    column: null,
    line: 'Every other column follows from the report. The reporter can correct it in Urddas, the manager can judge it graver, and you can write what you know into NewComment.',
  },
];

/** What is wrong with the site. Word for word what an administrator can act on; names of people and groups are in nobody's mail. */
const siteFaults = {
  missing: 'A list, a column, an index or a rule against doubles is missing.',
  rights: 'Who may read or change what is not as it was set up. Somebody may be able to read what is not for them.',
  settings: 'A setting was changed: search, earlier versions, files beside rows or copies on computers.',
  unseen: 'Urddas can no longer see whether the site is as it was set up.',
} as const;

/** Mails about a later step of a report. The facts are the same few for all of them: no words of what was reported. X-SAFE-1. */
export const stepNoticeEn = {
  /** To Security, when the manager has commented and forwarded it. BEH-8.2-1 */
  managerCommented: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: the manager has commented`,
    lines: [
      `The line manager has commented on report ${facts.reference} and forwarded it to you.`,
      'Please read the comment in Urddas and acknowledge the report there.',
    ],
  }),
  /** To Security, when the manager could be told neither in Teams nor by mail. BEH-4.3-2 */
  managerUnreached: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: the manager could not be told`,
    lines: [
      `Neither the message in Teams nor the e-mail about report ${facts.reference} could be delivered to the manager.`,
      'Please take it on yourselves, and see that the reporter has somebody to turn to.',
    ],
  }),
  /** To whoever keeps the register, when an office could not be told. X-PART-1 */
  recipientUnreached: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: not everybody could be told`,
    lines: [
      `A notice about report ${facts.reference} could not be delivered, and will not be tried again.`,
      'Urddas says to whom it was meant to go. Please tell them by another way, if they must know.',
    ],
  }),
  /** To whoever keeps the register and changed a row by hand. X-AUD-1 */
  putBack: (facts: { reference: string; columns: readonly string[] }) => ({
    subject: `Urddas ${facts.reference}: what you changed was put back`,
    lines: [
      `You changed the row of ${facts.reference} in the register. This was put back, because it may not be changed there now: ${facts.columns.join(', ')}.`,
      ...putBackAdvice.flatMap(({ column, line }) =>
        (column === null ? facts.columns.some(isOther) : facts.columns.includes(column)) ? [line] : [],
      ),
      'What else you saved was kept. That it was put back is in the history of the record.',
    ],
  }),
  /** To somebody who does not keep the register and has changed a row all the same. X-AUD-1 */
  putBackOther: (facts: { reference: string; columns: readonly string[] }) => ({
    subject: `Urddas ${facts.reference}: what was changed with your account was put back`,
    lines: [
      `A row of a register of Urddas was changed with your account. All of it was put back: ${facts.columns.join(', ')}.`,
      'Only those who keep the register may change it, even where SharePoint lets others. They have been told.',
      'If something in it is wrong, tell them. If it was not you, tell IT Security now.',
    ],
  }),
  /** To the mailbox of whoever keeps the register. X-AUD-1 */
  rowChangedByOther: (facts: { reference: string; columns: readonly string[] }) => ({
    subject: `Urddas ${facts.reference}: changed by somebody who does not keep the register`,
    lines: [
      `Somebody who does not keep the register has changed the row of ${facts.reference} in SharePoint. All of it was put back: ${facts.columns.join(', ')}.`,
      'Who it was is in the history of the record. Please find out how they come to have the right, and have it taken away.',
    ],
  }),
  /** To somebody who has added a row to a register by hand. */
  rowAdded: (facts: { row: string }) => ({
    subject: 'Urddas: a row that you added is no record',
    lines: [
      `You added row ${facts.row} to a register in SharePoint, or copied one. Urddas takes no notice of it: nobody is told of it, and it has no history.`,
      'If something has happened, report it in Urddas. Then delete the row.',
    ],
  }),
  /** To the mailbox of whoever keeps the register. */
  rowDeleted: (facts: { row: string }) => ({
    subject: 'Urddas: a row was deleted from the register',
    lines: [
      `Row ${facts.row} was deleted from your register in SharePoint. Evidence, history and what the reporter sent are still there, but nobody works on the record any more.`,
      'If it was a record, have it restored from the recycle bin of the site, which shows its number and who deleted it. After 93 days that can no longer be done.',
    ],
  }),
  /** To whoever keeps the register, and to IT Security. */
  siteChanged: (facts: { faults: readonly (keyof typeof siteFaults)[]; lists: readonly string[] }) => ({
    subject: 'Urddas: its SharePoint site was changed',
    lines: [
      'The SharePoint site of Urddas is no longer as it was set up.',
      ...facts.faults.map((fault) => siteFaults[fault]),
      ...(facts.lists.length > 0 ? [`Lists: ${facts.lists.join(', ')}`] : []),
      'Until it is put right Urddas shows nobody a report, a statement or a history in its own pages. Reports are taken, and people are told of them, as always.',
      'Have an administrator run "npm run provision -- plan", which names every change and says what to do. Urddas notices by itself when it is right again.',
    ],
  }),
  /** To the manager, after any other move. */
  managerMoved: (facts: { reference: string; state: IncidentState }) => ({
    subject: `Urddas ${facts.reference}: ${termsEn.states[facts.state]}`,
    lines: [
      `Report ${facts.reference} from your team has moved on.`,
      `Where it stands: ${termsEn.states[facts.state]}`,
    ],
  }),
  /** To everyone else who was told of a report that is taken back. T16 */
  withdrawn: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: withdrawn`,
    lines: [
      `Report ${facts.reference}, of which you were told earlier, has been withdrawn.`,
      'Nothing more is asked of you about it. What has been recorded is kept.',
    ],
  }),
  /** To IT Security, with the original that Security has released. C-06 */
  releasedOriginal: (facts: { reference: string; sha256: string }) => ({
    subject: `Urddas ${facts.reference}: original released by Security`,
    lines: [
      `Security has released the original of report ${facts.reference}. It is attached as an .eml file, exactly as it was captured.`,
      `SHA-256 of the original: ${facts.sha256}`,
      'Treat it as unsafe: do not open links or attachments in it, and do not answer it.',
    ],
  }),
  /** To the reporter, when the manager asks for more. T5 */
  asked: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: your manager has a question`,
    lines: [
      `Your manager has asked something about report ${facts.reference}.`,
      'Please read the question in Urddas and answer it there. If you cannot, your report goes on all the same.',
    ],
  }),
  /** To the manager, when the reporter has answered. T5 */
  answered: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: the question has been answered`,
    lines: [
      `Your question about report ${facts.reference} has been answered.`,
      'Please read the answer in Urddas; the report waits for you again.',
    ],
  }),
  /** To Security, when it was passed on without the manager. BEH-8.2-2 */
  commentAwaited: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: manager’s comment awaited`,
    lines: [
      `Report ${facts.reference} has been passed to you, because the manager had not answered in time.`,
      'The manager’s comment is still awaited and will be added. Please acknowledge the report in Urddas.',
    ],
  }),
  /** To Security. BEH-4.3-1 */
  guardsAsked: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: guards are asked for`,
    lines: [
      `The manager asks for guards because of report ${facts.reference}.`,
      'Please open it in Urddas and say there when it is arranged.',
    ],
  }),
  /** To Security. BEH-4.3-1 */
  policeAsked: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: a police presence is asked for`,
    lines: [
      `The manager asks for a police presence because of report ${facts.reference}.`,
      'Please open it in Urddas and say there when it is arranged.',
    ],
  }),
  /** To the reporter. BEH-5.3-1 */
  customerSpoken: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: the matter has been taken up`,
    lines: [
      `The person your report ${facts.reference} is about has been spoken to.`,
      'Your manager can tell you more. Support is there for you if you want it.',
    ],
  }),
  /** To the reporter. BEH-5.3-1 */
  customerWritten: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: the matter has been taken up`,
    lines: [
      `The person your report ${facts.reference} is about has been written to.`,
      'Your manager can tell you more. Support is there for you if you want it.',
    ],
  }),
  /** To Security, who knows of it already. COM-3a-8 */
  severityRaised: (facts: { reference: string }) => ({
    subject: `Urddas ${facts.reference}: judged graver`,
    lines: [
      `The manager has judged report ${facts.reference} to be graver than it was.`,
      'Please look at it again in Urddas.',
    ],
  }),
};
