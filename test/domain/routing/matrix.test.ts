import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { judgeSeverity, severityRank } from '../../../src/domain/incident/severity.ts';
import type { PoliceTask, Role, Severity } from '../../../src/domain/incident/vocabulary.ts';
import { routeReport } from '../../../src/domain/routing/route-report.ts';
import { type Circumstances, noCircumstances } from '../../../src/domain/routing/situation.ts';
import { sampleReport } from '../samples.ts';

/** The columns of the matrix, and reception and the area beside it. */
const columns = [
  'lineManager',
  'hrPartner',
  'helpDesk',
  'security',
  'facilities',
  'itSecurity',
  'informationSecurity',
  'healthEnquiries',
  'switchboard',
  'deputyDirector',
  'seniorManager',
  'reception',
  'areaContact',
] as const satisfies readonly Role[];

/**
 * A cell: `A!` first, `A` at submit, `M` the manager's duty, `P` a person's choice, `-` not told. Before a colon stands its condition:
 * `S` serious or worse, `O` out of hours; otherwise it is not told.
 */
type Row = {
  name: string;
  report: Partial<Report>;
  given?: Partial<Circumstances>;
  cells: string;
  police: PoliceTask;
  policeWhenSerious?: PoliceTask;
  support: 'none' | 'offer' | 'first';
};

const call = (kind: Report['kind'], change: Partial<Report> = {}): Partial<Report> => ({
  channel: 'phone',
  kind,
  email: null,
  ...change,
});
const meeting = (change: Partial<Report> = {}): Partial<Report> => ({
  channel: 'inPerson',
  kind: 'none',
  email: null,
  ...change,
});

/** Model 4.1, row by row; the order of the cells is that of `columns`. */
const rows: Row[] = [
  {
    name: 'abusive call',
    report: call('abusive'),
    //      LM HR HELP SEC FAC  IT INFO HE SWB DD SM REC AREA
    cells: 'A A - S:A O:A! - - - - - S:A - -',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
  {
    name: 'abusive call from outside',
    report: call('abusive'),
    given: { externalRing: true },
    cells: 'A A - S:A O:A! - - - A - S:A - -',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
  {
    name: 'abusive call with violence',
    report: call('abusive', { violenceThreatened: true }),
    cells: 'A A - A O:A! - - - - - A - -',
    police: 'mandatory',
    support: 'offer',
  },
  {
    name: 'sexual or malicious call, no message',
    report: call('sexualMalicious'),
    cells: 'A A - S:A O:A! - - - - - S:A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'sexual or malicious call with a message',
    report: call('sexualMalicious'),
    given: { voicemailLeft: true },
    cells: 'A A A A O:A! A - - - - S:A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'hoax call',
    report: call('hoax'),
    cells: 'A M M M O:A! - - - - - - - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'suicide threat',
    report: call('suicideThreat'),
    cells: 'A - - P O:P - - - - - - - -',
    police: 'prompt',
    support: 'first',
  },
  {
    name: 'suicide threat about health',
    report: call('suicideThreat'),
    given: { healthMatter: true },
    cells: 'A - - P O:P - - A - - - - -',
    police: 'prompt',
    support: 'first',
  },
  {
    name: 'bomb call at Cathays Park',
    report: call('bombThreat'),
    given: { place: 'cathaysPark' },
    cells: 'A A - A A! - - - - - A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'bomb call at another site',
    report: call('bombThreat'),
    given: { place: 'otherSite' },
    cells: 'A A - A - - - - - - A - -',
    police: 'now',
    support: 'offer',
  },
  {
    name: 'bomb threat by e-mail',
    report: { channel: 'email', kind: 'bombThreat' },
    cells: 'A - A A O:A! A A - - - A - -',
    police: 'now',
    support: 'offer',
  },
  {
    name: 'internal call',
    report: call('internal'),
    cells: 'A A - - - - - - - - - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'internal call whose records are authorised',
    report: call('internal'),
    given: { callRecordsAuthorised: true },
    cells: 'A A - - - - - - A - - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'unacceptable e-mail',
    report: { channel: 'email', kind: 'abusive' },
    cells: 'A - A A O:A! A - - - - S:A - -',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
  {
    name: 'threatening or abusive letter',
    report: { channel: 'letter', kind: 'abusive', email: null },
    cells: 'A - - A O:A! - - - - - S:A - -',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
  {
    name: 'persistent contact',
    report: call('persistent'),
    cells: 'A - - - - - - - - A - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'persistent contact after the grant',
    report: call('persistent'),
    given: { refusalGranted: true },
    cells: 'A - - - - - - - A A - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'malicious calls that are to come by the switchboard',
    report: call('sexualMalicious'),
    given: { switchboardArrangement: true },
    cells: 'A A - A O:A! - A - A - S:A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'unacceptable in person',
    report: meeting({ kind: 'abusive' }),
    cells: 'A - - S:A O:A! - - - - - S:A - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'unacceptable in person, again',
    report: meeting({ kind: 'abusive' }),
    given: { repeated: true },
    cells: 'A A - A O:A! - - - - - S:A - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'unacceptable in person with danger',
    report: meeting({ kind: 'abusive' }),
    given: { danger: true },
    cells: 'A - - S:A O:A! - - - - - S:A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'physical assault',
    report: meeting({ behaviours: ['physicalAssault'] }),
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'mandatory',
    support: 'offer',
  },
  {
    name: 'attempted assault',
    report: meeting({ behaviours: ['attemptedAssault'] }),
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'threat of violence face to face',
    report: meeting({ violenceThreatened: true }),
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'threat of violence by telephone',
    report: call('none', { violenceThreatened: true }),
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'mandatory',
    support: 'offer',
  },
  {
    name: 'home threat',
    report: call('none', { homeThreat: true }),
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'nowAndMandatory',
    support: 'offer',
  },
  {
    name: 'aimed at family',
    report: { channel: 'letter', kind: 'none', email: null, towardsFamily: true, behaviours: ['severeVerbalAbuse'] },
    cells: 'A - - A O:A! - - - - - A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'harassment away from work',
    report: meeting({ kind: 'abusive' }),
    given: { place: 'offPremises' },
    cells: 'A - - A O:A! - - - - - S:A - -',
    police: 'prompt',
    support: 'offer',
  },
  {
    name: 'social media abuse',
    report: { channel: 'socialMedia', kind: 'abusive', email: null },
    cells: 'A - - S:A - A - - - - S:A - -',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
  {
    name: 'visitor concern',
    report: meeting(),
    given: { visitorConcern: true },
    cells: 'A - - P - - - - - - - A -',
    police: 'prompt',
    support: 'none',
  },
  {
    name: 'safety concern only',
    report: meeting(),
    cells: 'A - - P - - - - - - - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'safety concern away from the office',
    report: meeting(),
    given: { place: 'offPremises', areaArrangement: true },
    cells: 'A - - P - - - - - - - - -',
    police: 'none',
    support: 'offer',
  },
  {
    name: 'abusive call in an area with an arrangement of its own',
    report: call('abusive'),
    given: { areaArrangement: true },
    cells: 'A A - S:A O:A! - - - - - S:A - A',
    police: 'none',
    policeWhenSerious: 'prompt',
    support: 'offer',
  },
];

const codes = { first: 'A!', auto: 'A', duty: 'M', prompt: 'P' } as const;

function expected(cell: string, isSerious: boolean, isOut: boolean): string {
  const [condition, code] = cell.includes(':') ? cell.split(':') : ['', cell];
  const holds = condition === '' || (condition === 'S' ? isSerious : isOut);
  return holds ? (code ?? '-') : '-';
}

const severities: Severity[] = ['standard', 'serious'];
const hours: OfficeHours[] = ['inHours', 'window', 'uncovered'];

describe('the routing matrix, each row for each recipient (model 4.1)', () => {
  describe.each(rows)('$name', (row) => {
    const report = sampleReport(row.report);
    const judged = judgeSeverity(report, { heightenedExposure: false }).severity;
    const cases = severities.flatMap((severity) => hours.map((officeHours) => ({ severity, officeHours })));

    it.each(cases)('when it is $severity at least, $officeHours', ({ severity: least, officeHours }) => {
      const severity = severityRank(least) > severityRank(judged) ? least : judged;
      const isSerious = severityRank(severity) >= severityRank('serious');
      const result = routeReport({
        report,
        severity,
        officeHours,
        circumstances: { ...noCircumstances, ...row.given },
        manager: { found: true, implicated: false, alternateFound: false },
      });
      const cells = row.cells.split(' ');
      expect(cells).toHaveLength(columns.length);
      const wanted = columns.map((role, index) => [
        role,
        expected(cells[index] ?? '', isSerious, officeHours !== 'inHours'),
      ]);
      const actual = columns.map((role) => {
        const notice = result.notices.find((each) => each.role === role);
        return [role, notice ? codes[notice.urgency] : '-'];
      });
      expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(wanted));
      expect(result.policeTask).toBe(isSerious ? (row.policeWhenSerious ?? row.police) : row.police);
      expect(result.support).toBe(row.support);
      const security = wanted.find(([role]) => role === 'security')?.[1];
      expect(result.securityMandatory).toBe(security !== '-' && security !== 'P');
      const isOther = result.notices.filter(({ role }) => !(columns as readonly Role[]).includes(role));
      expect(isOther).toEqual([]);
    });
  });
});
