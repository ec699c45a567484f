import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentSettings, ruleSource } from '../../../src/application/assessment-settings.ts';
import { areaOf } from '../../../src/application/business-area.ts';
import { describeRecipients } from '../../../src/application/describe-recipients.ts';
import type { Organisation } from '../../../src/application/organisation.ts';
import { planDeliveries } from '../../../src/application/plan-deliveries.ts';
import { composeReport, emptyDraft, type ReportDraft } from '../../../src/application/report-email-draft.ts';
import {
  composeIncidentReport,
  type IncidentDraft,
  newIncidentDraft,
} from '../../../src/application/report-incident-draft.ts';
import { type Preview, previewIncident, previewReport, previewRules } from '../../../src/application/report-preview.ts';
import type { Account } from '../../../src/domain/incident/account.ts';
import {
  assaultDegrees,
  rings,
  situations,
  whereabouts,
  yesNoUnsure,
} from '../../../src/domain/incident/account-vocabulary.ts';
import { deriveIncident, type StaffWithLanguage } from '../../../src/domain/incident/derive.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { behaviours, type Kind, kinds, type Role, roles, severities } from '../../../src/domain/incident/vocabulary.ts';
import { clientSettingsFrom } from '../../../src/service/pages/client-settings.ts';
import type { ServiceSettings } from '../../../src/service/settings.ts';
import { email } from './samples.ts';

const person = (digit: string): StaffWithLanguage => ({
  id: `00000000-0000-4000-8000-00000000000${digit}`,
  name: `Person ${digit}`,
  address: `person.${digit}@llyw.example`,
  language: null,
});
const [reporter, manager, chosen, above] = ['1', '2', '3', '4'].map(person) as [
  StaffWithLanguage,
  StaffWithLanguage,
  StaffWithLanguage,
  StaffWithLanguage,
];

const hours = fc.constantFrom<Organisation['hours']>(
  undefined,
  { opensAt: '08:30', closesAt: '17:30', guardedFrom: '07:00', guardedUntil: '19:00' },
  // Open late, and guarded for the whole evening: other answers than the standard hours give.
  { opensAt: '11:00', closesAt: '15:00', guardedFrom: '05:00', guardedUntil: '23:30' },
);

const mailbox = (name: string) => ({ address: `${name}@llyw.example`, language: null });
const areas: Organisation['areas'] = [
  {
    id: 'court',
    name: { en: 'Court', cy: 'Llys' },
    departments: ['Family Court Advice'],
    heightenedExposure: true,
    alsoTell: [mailbox('court'), mailbox('court.deputy')],
  },
  {
    id: 'grants',
    name: { en: 'Grants', cy: 'Grantiau' },
    departments: ['Grants'],
    heightenedExposure: true,
    alsoTell: [],
  },
];
const site = (id: string, isCathaysPark: boolean, receptionAddress: string | null): Organisation['sites'][number] => ({
  id,
  name: { en: id, cy: id },
  isCathaysPark,
  address: { en: id, cy: id },
  phone: '029 2018 0000',
  securityPhone: null,
  bombInstructions: null,
  receptionAddress,
});
const sites = [site('cathays', true, 'reception@llyw.example'), site('elsewhere', false, null)];
/** As the directory writes it, which is not quite as the configuration does. */
const departments = fc.constantFrom(null, 'Policy', ' family court  advice', 'GRANTS');

/** Any mailbox but those of Security and IT Security may be missing from the Config list. */
const organisations = fc
  .record({ hours, without: fc.subarray([...roles]), areas: fc.subarray(areas), sites: fc.subarray(sites) })
  .map(({ hours: given, without, ...parts }): Organisation => {
    const missing: readonly Role[] = without.filter((role) => role !== 'security' && role !== 'itSecurity');
    const named = roles.filter((role) => !missing.includes(role));
    const recipients = Object.fromEntries(
      named.map((role) => [role, { address: `${role.toLowerCase()}@llyw.example`, language: null }]),
    ) as Organisation['recipients'];
    return {
      organisationName: { en: 'An organisation', cy: 'Sefydliad' },
      contacts: [],
      ...parts,
      recipients,
      ...(given ? { hours: given } : {}),
    };
  });

const drafts = (kind: Kind) =>
  fc
    .record({
      behaviours: fc.subarray([...behaviours]),
      towardsFamily: fc.boolean(),
      homeThreat: fc.boolean(),
      violenceThreatened: fc.boolean(),
      weaponMentioned: fc.boolean(),
      immediateDanger: fc.boolean(),
      particularlyAbusive: fc.boolean(),
      managerImplicated: fc.boolean(),
      chosenManager: fc.constantFrom(null, chosen),
    })
    .map((answers): ReportDraft => ({ ...emptyDraft('en'), ...answers, kind }));

/** Hours around office hours, weekends and a bank holiday. */
const receipts = fc.date({
  min: new Date('2026-11-16T00:00:00Z'),
  max: new Date('2026-12-29T00:00:00Z'),
  noInvalidDate: true,
});

interface Case {
  receivedAt: string;
  hasManager: boolean;
  department: string | null;
  organisation: Organisation;
}

/** Whom the service tells of a report: by card, by mail, and IT Security by the original itself. */
function toldOf(report: Report, { hasManager, department, organisation }: Omit<Case, 'receivedAt'>): Role[] {
  const lineManager = hasManager ? manager : null;
  const incident = deriveIncident({
    report,
    rowId: '1',
    recordedAt: '2026-12-30T12:00:00Z',
    reporter,
    reviewers: {
      lineManager,
      chosen: report.manager.chosenId === chosen.id ? chosen : lineManager,
      alternate: report.manager.implicated && lineManager ? above : null,
    },
    settings: assessmentSettings(ruleSource(organisation), department),
  });
  const area = areaOf(department, organisation.areas);
  const known = { excluded: [], seniorManager: above.address, area };
  const planned = planDeliveries(incident, organisation, known, incident.reportedAt)
    .filter(({ state }) => state === 'queued')
    .map(({ role }) => role);
  const forwarded = incident.forward.state === 'queued' ? (['itSecurity'] as const) : [];
  return [...new Set([...planned, ...forwarded])].toSorted();
}

const atSubmit = (preview: Preview | null) =>
  (preview?.notices ?? [])
    .filter(({ urgency }) => urgency === 'first' || urgency === 'auto')
    .map(({ role }) => role)
    .toSorted();

function promised(draft: ReportDraft, given: Case): Role[] {
  const now = new Date('2026-12-30T12:00:00Z');
  return atSubmit(previewReport(draft, given, rulesInThePage(given.organisation), now));
}

/** The rules as they come to pane and tab with their page. */
function rulesInThePage(organisation: Organisation) {
  const settings = clientSettingsFrom(
    { tenant: {}, site: { id: 's', lists: {}, evidenceDrives: {} } } as unknown as ServiceSettings,
    organisation,
  );
  return previewRules(JSON.parse(JSON.stringify(settings)) as typeof settings);
}

function told(draft: ReportDraft & { kind: Kind }, given: Case): Role[] {
  const report = composeReport(
    draft,
    { ...email, receivedAt: given.receivedAt },
    {
      submissionId: '0123456789ABCDEFGHJKMNPQRS',
      directoryManagerId: given.hasManager ? manager.id : null,
      submittedAt: '2026-12-30T12:00:00Z',
    },
  );
  return toldOf(report, given);
}

const cases = fc.record({
  receivedAt: receipts.map((date) => date.toISOString()),
  hasManager: fc.boolean(),
  department: departments,
  organisation: organisations,
});

describe('who is told, as the pane says before and as the service does after (POL-1.1-1)', () => {
  it.each(kinds)('is the same for %s, whatever was ticked, at any hour, under any configuration', (kind) => {
    fc.assert(
      fc.property(drafts(kind), cases, (draft, given) => {
        expect(promised(draft, given)).toEqual(told({ ...draft, kind }, given));
      }),
      { numRuns: 300 },
    );
  });

  it('follows the hours of the Config list', () => {
    const draft = { ...emptyDraft('en'), kind: 'abusive' as const };
    const evening = '2026-11-18T21:00:00.000Z';
    const recipients = Object.fromEntries(
      roles.map((role) => [role, { address: `${role.toLowerCase()}@llyw.example`, language: null }]),
    ) as Organisation['recipients'];
    const organisation: Organisation = {
      organisationName: { en: '', cy: '' },
      contacts: [],
      sites: [],
      areas: [],
      recipients,
      hours: { opensAt: '20:00', closesAt: '22:00', guardedFrom: '19:00', guardedUntil: '23:00' },
    };
    const given = { receivedAt: evening, hasManager: true, department: null };
    expect(promised(draft, { ...given, organisation })).not.toContain('facilities');
    const { hours: _, ...standard } = organisation;
    expect(promised(draft, { ...given, organisation: standard })).toContain('facilities');
  });
});

const accounts: fc.Arbitrary<Partial<Account>> = fc.record({
  place: fc.record({
    siteId: fc.constantFrom(null, 'cathays', 'elsewhere', 'unheard-of'),
    where: fc.constantFrom(...whereabouts),
    detail: fc.constant(''),
    loneWorking: fc.boolean(),
  }),
  repeated: fc.boolean(),
  stoppedForSafety: fc.boolean(),
  raisedSeverity: fc.constantFrom(null, ...severities),
  property: fc.constantFrom(null, 'official' as const),
  assault: fc.constantFrom(
    null,
    ...assaultDegrees.map((degree) => ({ degree, injured: false, injuryNote: '', absentFrom: null, absentTo: null })),
  ),
  visitor: fc.constantFrom(null, { visitor: 'A visitor', expectedOn: null, siteId: 'cathays', concern: '' }),
});

const incidentDrafts = (kind: Kind) =>
  fc
    .record({
      situation: fc.constantFrom(...situations),
      phase: fc.constantFrom('live' as const, 'form' as const),
      marks: drafts(kind),
      account: accounts,
      call: fc.record({
        ring: fc.constantFrom(null, ...rings),
        voicemailLeft: fc.boolean(),
        extension: fc.constantFrom('', '4321', 'not known'),
        switchboardQueryId: fc.constantFrom(null, null, '0123456789ABCDEFGHJKMNPQRS'),
      }),
      healthMatter: fc.constantFrom(null, ...yesNoUnsure),
      harmDone: fc.constantFrom(null, ...yesNoUnsure),
    })
    .map(({ situation, phase, marks, account, call, healthMatter, harmDone }): IncidentDraft => {
      const now = '2026-11-20T10:00:00.000Z';
      const id = '0123456789ABCDEFGHJKMNPQRS';
      const blank = newIncidentDraft({ id, situation, kind, phase, language: 'en', now });
      const { behaviours: named, towardsFamily, homeThreat, violenceThreatened, weaponMentioned } = marks;
      const { particularlyAbusive, managerImplicated, chosenManager } = marks;
      return {
        ...blank,
        ...{ behaviours: named, towardsFamily, homeThreat, violenceThreatened, weaponMentioned },
        ...{ particularlyAbusive, managerImplicated, chosenManager },
        account: {
          ...blank.account,
          ...account,
          call: blank.account.call && { ...blank.account.call, ...call },
          welfare: blank.account.welfare && { ...blank.account.welfare, healthMatter, harmDone },
        },
      };
    });

describe('who is told of what is reported in the tab, as it says before and as the service does after (POL-1.1-1)', () => {
  it.each(kinds)('is the same for %s, whatever happened, wherever, for any department', (kind) => {
    fc.assert(
      fc.property(incidentDrafts(kind), cases, (draft, given) => {
        const happened = { ...draft, occurredAt: given.receivedAt };
        const now = new Date('2026-12-30T12:00:00Z');
        const preview = previewIncident(happened, given, rulesInThePage(given.organisation), now);
        const report = composeIncidentReport(happened, {
          directoryManagerId: given.hasManager ? manager.id : null,
          submittedAt: '2026-12-30T12:00:00Z',
        });
        expect(atSubmit(preview)).toEqual(toldOf(report, given));
      }),
      { numRuns: 300 },
    );
  });

  it('adds the people of the reporter’s area, and never takes anyone away for it (BEH-1.1-2, BEH-8.2-3)', () => {
    const everyone = Object.fromEntries(
      roles.map((role) => [role, { address: `${role.toLowerCase()}@llyw.example`, language: null }]),
    ) as Organisation['recipients'];
    const organisation: Organisation = {
      organisationName: { en: '', cy: '' },
      contacts: [],
      sites,
      areas,
      recipients: everyone,
    };
    for (const kind of kinds) {
      fc.assert(
        fc.property(incidentDrafts(kind), fc.boolean(), (draft, hasManager) => {
          const tell = (department: string | null) =>
            atSubmit(
              previewIncident(draft, { hasManager, department }, rulesInThePage(organisation), new Date('2026-11-21')),
            );
          const inArea = tell('Family Court Advice');
          expect(inArea).toEqual(expect.arrayContaining(tell('Policy')));
          if (kind === 'suicideThreat' || kind === 'internal') expect(inArea).not.toContain('areaContact');
          expect(tell('Policy')).not.toContain('areaContact');
        }),
        { numRuns: 100 },
      );
    }
  });

  it('says to each recipient when, why and what they will see', () => {
    const draft = newIncidentDraft({
      id: '0123456789ABCDEFGHJKMNPQRS',
      situation: 'call',
      kind: 'hoax',
      phase: 'form',
      language: 'en',
      now: '2026-11-20T07:30:00.000Z',
    });
    const organisation = {
      organisationName: { en: '', cy: '' },
      contacts: [],
      sites: [],
      areas: [],
      recipients: Object.fromEntries(roles.map((role) => [role, mailbox(role.toLowerCase())])),
    } as unknown as Organisation;
    const known = { hasManager: true, department: null };
    const preview = previewIncident(draft, known, rulesInThePage(organisation), new Date('2026-11-20T08:00:00Z'));
    const told = describeRecipients(preview);
    expect(told.map(({ role, when }) => [role, when])).toEqual([
      ['facilities', 'first'],
      ['lineManager', 'atOnce'],
      ['security', 'byManager'],
      ['helpDesk', 'byManager'],
      ['hrPartner', 'byManager'],
    ]);
    expect(told.find(({ role }) => role === 'helpDesk')).toMatchObject({
      because: ['hoaxCall'],
      facts: ['reference', 'kind', 'occurredAt', 'form', 'recogniseBy'],
      opensReport: false,
    });
    expect(told.filter(({ opensReport }) => opensReport).map(({ role }) => role)).toEqual(['lineManager', 'security']);
  });
});
