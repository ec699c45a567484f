import { describe, expect, it } from 'vitest';
import { type ConfigurationRows, checkOrganisation } from '../../src/application/check-organisation.ts';
import { configurationProblemCodes, isBlocking } from '../../src/application/configuration-problem.ts';
import { demoConfiguration } from '../../src/main/start/demo-configuration.ts';
import { configurationCy } from '../../src/words/configuration.cy.ts';
import { configurationEn } from '../../src/words/configuration.en.ts';

/** Takes a part away. */
const gone = Symbol('gone');
type Change = [path: string, value: unknown];

/** A configuration that has nothing wrong with it, changed in some places. */
function spoilt(changes: Change[], domain = 'glanrafon.example'): ConfigurationRows {
  const rows = structuredClone(demoConfiguration(domain));
  for (const [path, value] of changes) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    // biome-ignore lint/suspicious/noExplicitAny: it is spoilt in ways that its type forbids
    const place = steps.reduce((node: any, step) => node[step], rows);
    if (value === gone) delete place[last];
    else place[last] = value;
  }
  return rows;
}

const demo = demoConfiguration('glanrafon.example') as {
  contacts: { role: string }[];
  areas: Record<string, unknown>[];
};

const found = (rows: ConfigurationRows, isDemo = true) =>
  checkOrganisation(rows, { isDemo }).map(({ field, code }) => `${field} ${code}`);

describe('a configuration', () => {
  it('is good as delivered for the stand-in organisation, and for a real one with addresses of its own', () => {
    expect(found(demoConfiguration('glanrafon.example'))).toEqual([]);
    expect(found(demoConfiguration('sefydliad.gov.uk'), false)).toEqual([]);
  });

  it.each<[string, string, unknown, string[]]>([
    ['a site without a number', 'sites.2.phone', '', ['sites.2.phone siteWithoutNumber']],
    ['words for a number', 'sites.1.phone', 'ask', ['sites.1.phone siteWithoutNumber']],
    [
      'the security office inside without a number',
      'sites.0.securityPhone',
      null,
      ['sites.0.securityPhone siteWithoutNumber'],
    ],
    ['two sites of one id', 'sites.2.id', 'cathays', ['sites.2.id duplicate']],
    ['a bad id', 'sites.0.id', 'Cathays Park', ['sites.0.id notAnId']],
    ['no address for Security', 'recipients.security', gone, ['recipients.security missing']],
    ['a broken address', 'recipients.security.address', 'diogelwch', ['recipients.security.address notAnAddress']],
    [
      'a role that would not be told',
      'recipients.healthEnquiries',
      gone,
      ['recipients.healthEnquiries missingRecipient'],
    ],
    [
      'a role nobody knows',
      'recipients.caretaker',
      { address: 'a@glanrafon.example', language: null },
      ['recipients.caretaker unknownRole'],
    ],
    [
      'a mailbox for whom the directory finds',
      'recipients.lineManager',
      { address: 'a@glanrafon.example', language: null },
      ['recipients.lineManager unknownRole'],
    ],
    ['a contact nobody knows', 'contacts.0.role', 'police', ['contacts.0.role unknownRole']],
    [
      'no line to turn to',
      'contacts',
      demo.contacts.filter(({ role }) => role !== 'employeeAssistance'),
      ['contacts.employeeAssistance missingContact'],
    ],
    [
      'a contact that cannot be reached',
      'contacts.1',
      { ...demo.contacts[1], phone: ' ', address: null },
      ['contacts.1.phone contactUnreachable'],
    ],
    ['one contact twice', 'contacts.2.role', 'emergency', ['contacts.2.role duplicate']],
    ['hours that overlap', 'hours.opensAt', '06:30', ['hours.opensAt hoursOverlap']],
    ['hours that end before they begin', 'hours.closesAt', '08:30', ['hours.closesAt hoursOverlap']],
    ['a time that is none', 'hours.opensAt', '8.30', ['hours.opensAt notATime']],
    ['a period of less than a month', 'retention.months.C-ABU', 0, ['retention.months.C-ABU outOfRange']],
    ['a period for a rule that is none', 'retention.months.C-XYZ', 6, ['retention.months.C-XYZ unknownRetentionRule']],
    ['a strategy that is none', 'retention.strategy', 'short', ['retention.strategy notOffered']],
    ['two areas of one id', 'areas.1', { ...demo.areas[0], departments: [] }, ['areas.1.id duplicate']],
    [
      'one department in two areas',
      'areas.1',
      { ...demo.areas[0], id: 'other', departments: ['family  court advice'] },
      ['areas.1.departments.0 duplicate'],
    ],
    ['half of the Welsh', 'sites.0.name.cy', '', ['sites.0.name.cy empty']],
    ['a misspelled part', 'sites.0.telephone', '1', ['sites.0.telephone unknownPart']],
    ['a row of another name', 'sitess', [], ['sitess unknownPart']],
    ['a row that is no JSON', 'sites', undefined, ['sites notJson']],
    ['a row in another form', 'contacts', 'none', ['contacts wrongForm']],
    ['too short a deadline', 'deadlines.managerDutyMinutes', 0, ['deadlines.managerDutyMinutes outOfRange']],
    ['no time to answer', 'deadlines.answerWorkingHours', 0, ['deadlines.answerWorkingHours outOfRange']],
    ['half an hour more', 'deadlines.answerWorkingHours', 2.5, ['deadlines.answerWorkingHours notANumber']],
    ['a limit in words', 'deadlines.reviewWorkingDays', 'five', ['deadlines.reviewWorkingDays notANumber']],
    ['a limit nobody knows', 'deadlines.reminderMinutes', 30, ['deadlines.reminderMinutes unknownPart']],
    // Four working hours for an ordinary one.
    [
      'more time for a critical answer than for another',
      'deadlines.criticalAnswerMinutes',
      241,
      ['deadlines.criticalAnswerMinutes criticalSlower'],
    ],
    // A working day of nine hours for an ordinary one.
    [
      'more time to acknowledge a critical report than another',
      'deadlines.criticalAcknowledgeMinutes',
      541,
      ['deadlines.criticalAcknowledgeMinutes criticalSlower'],
    ],
    [
      'a meeting after more than five working days',
      'deadlines.meetingWorkingDays',
      6,
      ['deadlines.meetingWorkingDays beyondGuidance'],
    ],
    [
      'days closed that are none',
      'deadlines.extraHolidays',
      ['2027-05-07', '7 May 2027', '2027-02-30'],
      ['deadlines.extraHolidays.1 notADate'],
    ],
    ['30 February', 'deadlines.extraHolidays', ['2027-02-30'], ['deadlines.extraHolidays.0 notADate']],
    [
      'days closed that are closed anyway, or twice',
      'deadlines.extraHolidays',
      ['2027-05-08', '2027-12-27', '2027-05-07', '2027-05-07'],
      [
        'deadlines.extraHolidays.0 closedAlready',
        'deadlines.extraHolidays.1 closedAlready',
        'deadlines.extraHolidays.3 duplicate',
      ],
    ],
  ])('with %s is found out, by the name of the field', (_, path, value, problems) => {
    expect(found(spoilt([[path, value]]))).toEqual(problems);
  });

  it('may give a critical report just as long as another one', () => {
    const rows = spoilt([
      ['deadlines.criticalAnswerMinutes', 240],
      ['deadlines.criticalAcknowledgeMinutes', 540],
      ['deadlines.extraHolidays', ['2027-05-07']],
    ]);
    expect(found(rows)).toEqual([]);
  });

  it('says what is wrong with every row, although one of them cannot be read', () => {
    const rows = spoilt([
      ['hours.opensAt', 'morning'],
      ['sites.1.phone', null],
      ['recipients.helpDesk.address', 'x'],
    ]);
    expect(found(rows)).toEqual([
      'recipients.helpDesk.address notAnAddress',
      'hours.opensAt notATime',
      'sites.1.phone wrongForm',
    ]);
  });

  // C-27
  it('may have no address at the closed domain, not even in a stand-in tenant', () => {
    const problems = found(demoConfiguration('health.gsi.gov.uk'));
    expect(problems).toContain('recipients.security.address closedDomain');
    expect(problems).toContain('sites.0.receptionAddress closedDomain');
    expect(problems).toContain('areas.0.alsoTell.0.address closedDomain');
  });

  it.each(['TODO', 'tbc', 'Your organisation', '<name>', 'REPLACE-ME', 'xxxx'])(
    'of a real tenant may not hold the placeholder %s',
    (text) => {
      const rows = spoilt([['organisationName.en', text]], 'sefydliad.gov.uk');
      expect(found(rows, false)).toEqual(['organisationName.en placeholder']);
      expect(found(rows, true)).toEqual([]);
    },
  );

  it('of a real tenant may not hold an address that nobody can have', () => {
    const problems = checkOrganisation(demoConfiguration('glanrafon.example'), { isDemo: false });
    expect(problems).toContainEqual({ field: 'recipients.security.address', code: 'inventedAddress' });
    expect(problems.every(isBlocking)).toBe(true);
  });

  it('is not stopped by what can be worked with, and is by what would send something wrong', () => {
    const rows = spoilt([['recipients.switchboard', gone]]);
    expect(checkOrganisation(rows, { isDemo: true }).some(isBlocking)).toBe(false);
    const slow = spoilt([['deadlines.criticalAnswerMinutes', 300]]);
    expect(checkOrganisation(slow, { isDemo: true }).some(isBlocking)).toBe(false);
    const wrong = spoilt([['sites.0.phone', '']]);
    expect(checkOrganisation(wrong, { isDemo: true }).some(isBlocking)).toBe(true);
  });
});

describe('what is wrong', () => {
  it.each(configurationProblemCodes)('is said in a sentence in either language, with the field: %s', (code) => {
    const [en, cy] = [configurationEn, configurationCy].map(({ problems }) => problems[code]('sites.2.phone'));
    for (const sentence of [en, cy]) expect(sentence).toMatch(/^.*sites\.2\.phone.*[.?]$/);
    expect(en).not.toBe(cy);
  });
});
