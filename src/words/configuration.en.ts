/** The same codes as `configurationProblemCodes` of the application. */
type ProblemCode =
  | 'missing'
  | 'notJson'
  | 'wrongForm'
  | 'unknownPart'
  | 'notAnAddress'
  | 'notATime'
  | 'notADate'
  | 'notAnId'
  | 'notANumber'
  | 'outOfRange'
  | 'notOffered'
  | 'unknownRole'
  | 'unknownRetentionRule'
  | 'empty'
  | 'closedDomain'
  | 'placeholder'
  | 'inventedAddress'
  | 'missingRecipient'
  | 'missingContact'
  | 'contactUnreachable'
  | 'hoursOverlap'
  | 'duplicate'
  | 'siteWithoutNumber'
  | 'criticalSlower'
  | 'beyondGuidance'
  | 'closedAlready';

/** The administrator's page, and what is said where a configuration is refused. X-CONF-1, F26. */
export const configurationEn = {
  title: 'Configuration',
  intro:
    'Names, numbers, addresses and rules of the organisation. Everybody here may read them; administrators change them in SharePoint.',
  openList: 'Change in SharePoint',
  checkedAt: (when: string) => `Read and checked ${when}`,
  checkAgain: 'Check again',
  loading: 'Reading the configuration',
  listEmpty: 'The Config list is empty.',
  /** Under a heading. */
  allWell: 'Nothing is wrong.',
  problemCount: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  blocking: 'Must be put right: until then the last configuration without such a mistake stays in force.',
  parts: {
    organisationName: 'Name of the organisation',
    contacts: 'Contacts that people see',
    recipients: 'Mailboxes that are told',
    hours: 'Office hours',
    retention: 'How long records are kept',
    deadlines: 'Deadlines',
    sites: 'Sites',
    areas: 'Business areas',
  },
  otherPart: (key: string) => `${key} (not known to Urddas)`,
  none: 'Nothing is set. What the guidance says applies.',
  notReadable: 'This row cannot be read.',
  inEnglish: (what: string) => `${what} (English)`,
  inWelsh: (what: string) => `${what} (Welsh)`,
  name: 'Name',
  phone: 'Telephone',
  mail: 'E-mail',
  mailIn: { en: 'in English', cy: 'in Welsh', both: 'in both languages' },
  noValue: 'none',
  cathaysPark: 'The security office inside is called first',
  siteAddress: 'Address',
  securityPhone: 'Security office',
  bombInstructions: 'Own instructions for a bomb call',
  reception: 'Reception',
  departments: 'Departments in the directory',
  heightened: 'More exposed: one step more serious',
  alsoTell: 'Told besides',
  yes: 'yes',
  no: 'no',
  opensAt: 'Opens at',
  closesAt: 'Closes at',
  guardedFrom: 'Before that, facilities security is told first from',
  guardedUntil: 'After that, facilities security is told first until',
  strategy: 'When several periods apply',
  strategies: {
    longest: 'the longest',
    shortest: 'the shortest',
    communicationFirst: 'that of the kind of communication',
    behaviourFirst: 'that of the behaviour',
  },
  caseExtends: 'A later incident of the same case begins the period anew',
  deadlines: {
    managerDutyMinutes: 'Time for the manager to tell others after a hoax call',
    answerWorkingHours: 'Time for the manager to answer a report',
    criticalAnswerMinutes: 'Time for the manager to answer a critical report, by day and by night',
    acknowledgeWorkingDays: 'Time for Security to acknowledge a report',
    criticalAcknowledgeMinutes: 'Time for Security to acknowledge a critical report, by day and by night',
    reviewWorkingDays: 'Time after that until the review must have begun',
    meetingWorkingDays: 'Time after an incident in which the customer may be met',
    statementWorkingDays: 'Time to give a statement that was asked for',
  },
  extraHoliday: 'Closed besides weekends and bank holidays',
  /** Behind a value that the organisation has not set. */
  standard: (value: string) => `${value} (standard, not set here)`,
  lengths: {
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    workingHours: (count: number) => (count === 1 ? '1 working hour' : `${count} working hours`),
    workingDays: (count: number) => (count === 1 ? '1 working day' : `${count} working days`),
  },
  extraRoles: { employeeAssistance: 'Employee assistance', emergency: 'Emergency services' },
  check: {
    heading: 'Check a text before you save it',
    intro: 'Choose the row that you mean to change, and paste its new value. Nothing is saved here.',
    row: 'Row',
    value: 'New value, as it will stand in the list',
    button: 'Check',
    asItIs: 'Take the present value',
    good: 'This value can be used.',
  },
  /** For example `sites.2.phone holds no number to ring.` */
  problems: {
    missing: (field: string) => `${field} is missing.`,
    notJson: (field: string) => `${field} is not written as JSON: look for a missing quotation mark, comma or bracket.`,
    wrongForm: (field: string) => `${field} has another form than it should have.`,
    unknownPart: (field: string) => `${field} is not known here: is it misspelled?`,
    notAnAddress: (field: string) => `${field} is not an e-mail address.`,
    notATime: (field: string) => `${field} is not a time such as 08:30.`,
    notADate: (field: string) => `${field} is not a date such as 2027-05-07.`,
    notAnId: (field: string) => `${field} may have small letters, digits and hyphens only, 40 at most.`,
    notANumber: (field: string) => `${field} is not a whole number.`,
    outOfRange: (field: string) => `${field} is too small or too large.`,
    notOffered: (field: string) => `${field} is none of the values that can be chosen.`,
    unknownRole: (field: string) => `${field} is not a role that can be told here.`,
    unknownRetentionRule: (field: string) => `${field} is not the name of a retention rule.`,
    empty: (field: string) => `${field} says nothing.`,
    closedDomain: (field: string) => `${field} is at gsi.gov.uk, which was closed: mail to it is lost.`,
    placeholder: (field: string) => `${field} holds a placeholder.`,
    inventedAddress: (field: string) => `${field} is at a domain that does not exist.`,
    missingRecipient: (field: string) => `${field} is missing: this role would not be told of reports.`,
    missingContact: (field: string) => `${field} is missing: people could not find it in a bad moment.`,
    contactUnreachable: (field: string) => `${field} has neither number nor address.`,
    hoursOverlap: (field: string) => `${field} is before the time that it should follow.`,
    duplicate: (field: string) => `${field} stands here a second time.`,
    siteWithoutNumber: (field: string) => `${field} holds no number to ring.`,
    criticalSlower: (field: string) =>
      `${field} gives a critical report more time than an ordinary one: the shorter of the two is used.`,
    beyondGuidance: (field: string) => `${field} is longer than the guidance allows.`,
    closedAlready: (field: string) => `${field} is a weekend or a bank holiday: the office is closed then anyway.`,
  } satisfies Record<ProblemCode, (field: string) => string>,
};
