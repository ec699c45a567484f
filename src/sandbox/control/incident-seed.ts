import type { SeedOrder } from '../sharepoint/seed/seed-items.ts';

/** Somebody of the organisation, as a record names one. */
interface Named {
  id: string;
  name: string;
  address: string;
}

/** Sixteen states in the share a register that has run for two years would have; each row takes one. */
const states = [
  ...Array<string>(7).fill('closed'),
  ...Array<string>(4).fill('acknowledged'),
  'withSecurity',
  'withSecurity',
  'underReview',
  'managerReview',
  'monitoring',
];

const kinds = ['abusive', 'abusive', 'abusive', 'persistent', 'persistent', 'sexualMalicious', 'hoax', 'internal'];

/** Details of one row: a whole record, so that it can be opened. Words in braces are filled from the row's own columns. */
function details(reporter: Named, lineManager: Named): string {
  const none = { sequence: 0, hash: '' };
  return JSON.stringify({
    report: {
      schema: 1,
      submissionId: '{field:SubmissionId}',
      channel: 'email',
      kind: '{choice:Kind}',
      behaviours: [],
      towardsFamily: false,
      homeThreat: false,
      violenceThreatened: false,
      weaponMentioned: false,
      immediateDanger: false,
      particularlyAbusive: false,
      facts: 'Seeded record {n}: nothing in it happened.',
      occurredAt: '{date:ReportedAt}',
      manager: { chosenId: lineManager.id, implicated: false },
      informationRequest: 'no',
      account: null,
      email: {
        from: { name: 'Invented Sender {n}', address: 'sender-{n}@bryncastell.example' },
        otherSenders: [],
        replyTo: [],
        to: [{ name: reporter.name, address: reporter.address }],
        cc: [],
        recipientCount: 1,
        subject: 'Seeded message {n}',
        receivedAt: '{date:ReportedAt}',
        internetMessageId: '<seeded-{n}@bryncastell.example>',
        conversationId: '',
        itemId: '',
        mailbox: reporter.address,
        headerText: '',
        attachmentNames: [],
      },
      language: 'en',
      submittedAt: '{date:ReportedAt}',
    },
    reference: '{field:Reference}',
    state: '{choice:State}',
    boundary: 'default',
    reporter,
    reporterLanguage: 'cy',
    manager: { ...lineManager, language: 'cy', isAlternate: false },
    excludedManagerId: null,
    managerUnresolved: false,
    severity: '{choice:Severity}',
    severityReasons: ['ordinary'],
    policeTask: 'none',
    officeHours: 'inHours',
    reportedAt: '{date:ReportedAt}',
    routing: [],
    retention: {
      rules: ['C-ABU'],
      decidedBy: 'C-ABU',
      months: 24,
      basisDate: '{date:ReportedAt:yyyy-MM-dd}',
      eligibleFrom: '{date:ReportedAt+730d:yyyy-MM-dd}',
    },
    forward: { state: 'sent', at: '{date:ReportedAt}', sha256: null },
    evidence: [],
    comments: [],
    acknowledgement: null,
    deliveries: [],
    work: {
      intakeRowIds: [],
      owedEntries: [],
      auditHead: none,
      retryAt: {},
      owesReceipts: false,
      owesRedraw: false,
      owesForward: false,
    },
  });
}

/** What fills the register of the provisioned site with so many incidents of the last two years. */
export function incidentSeed(count: number, reporter: Named, lineManager: Named): SeedOrder {
  return {
    siteName: 'urddas',
    listName: 'Incidents',
    count,
    fields: {
      Title: '{field:Reference}',
      // Begins where no real number of the first years will be.
      Reference: 'UB-{date:ReportedAt:yyyy}-9{n:5}',
      SubmissionId: '5EED{n:22}',
      State: states,
      Kind: kinds,
      Severity: ['standard', 'standard', 'standard', 'serious', 'critical', 'concern'],
      Channel: 'email',
      StateMonth: '{choice:State} {date:ReportedAt:yyyy-MM}',
      KindMonth: '{choice:Kind} {date:ReportedAt:yyyy-MM}',
      StateKindMonth: '{choice:State} {choice:Kind} {date:ReportedAt:yyyy-MM}',
      OccurredAt: '{date:ReportedAt}',
      ReporterDirectoryId: reporter.id,
      ReporterName: reporter.name,
      ManagerDirectoryId: lineManager.id,
      ManagerName: lineManager.name,
      RetainUntil: '{date:ReportedAt+730d}',
      ForwardState: 'sent',
      WorkState: 'done',
      WorkOwner: '',
      WorkUntil: null,
      AmendedAt: null,
      MergedInto: '',
      SwitchboardQueryId: '',
      NewComment: '',
      Details: details(reporter, lineManager),
      // A record this short needs no more columns; what is not named here would be filled with something.
      ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((part) => [`Details${part}`, ''])),
    },
  };
}
