import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentSettings } from '../../../src/application/assessment-settings.ts';
import type { Organisation } from '../../../src/application/organisation.ts';
import { planDeliveries } from '../../../src/application/plan-deliveries.ts';
import { composeReport, emptyDraft, type ReportDraft } from '../../../src/application/report-email-draft.ts';
import { previewReport, previewRules } from '../../../src/application/report-preview.ts';
import { deriveIncident, type StaffWithLanguage } from '../../../src/domain/incident/derive.ts';
import { behaviours, type Kind, kinds, type Role, roles } from '../../../src/domain/incident/vocabulary.ts';
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

/** Any mailbox but those of Security and IT Security may be missing from the Config list. */
const organisations = fc
  .record({ hours, without: fc.subarray([...roles]) })
  .map(({ hours: given, without }): Organisation => {
    const missing: readonly Role[] = without.filter((role) => role !== 'security' && role !== 'itSecurity');
    const named = roles.filter((role) => !missing.includes(role));
    const recipients = Object.fromEntries(
      named.map((role) => [role, { address: `${role.toLowerCase()}@llyw.example`, language: null }]),
    ) as Organisation['recipients'];
    return {
      organisationName: { en: 'An organisation', cy: 'Sefydliad' },
      contacts: [],
      sites: [],
      areas: [],
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

function promised(draft: ReportDraft, receivedAt: string, hasManager: boolean, organisation: Organisation): Role[] {
  const now = new Date('2026-12-30T12:00:00Z');
  const preview = previewReport(draft, { receivedAt, hasManager }, rulesInThePane(organisation), now);
  return (preview?.notices ?? [])
    .filter(({ urgency }) => urgency === 'first' || urgency === 'auto')
    .map(({ role }) => role)
    .toSorted();
}

/** The rules as they come to the pane with its page. */
function rulesInThePane(organisation: Organisation) {
  const site = { id: 's', lists: {}, evidenceDrives: {} };
  const settings = clientSettingsFrom({ site } as unknown as ServiceSettings, organisation);
  return previewRules(JSON.parse(JSON.stringify(settings)) as typeof settings);
}

/** Whom the service then tells: by card, by mail, and IT Security by the original itself. */
function told(
  draft: ReportDraft & { kind: Kind },
  receivedAt: string,
  hasManager: boolean,
  organisation: Organisation,
) {
  const lineManager = hasManager ? manager : null;
  const report = composeReport(
    draft,
    { ...email, receivedAt },
    {
      submissionId: '0123456789ABCDEFGHJKMNPQRS',
      directoryManagerId: lineManager?.id ?? null,
      submittedAt: '2026-12-30T12:00:00Z',
    },
  );
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
    settings: assessmentSettings(organisation),
  });
  const known = { excluded: [], seniorManager: above.address };
  const planned = planDeliveries(incident, organisation, known, incident.reportedAt)
    .filter(({ state }) => state === 'queued')
    .map(({ role }) => role);
  return [...planned, ...(incident.forward.state === 'queued' ? (['itSecurity'] as const) : [])].toSorted();
}

describe('who is told, as the pane says before and as the service does after (POL-1.1-1)', () => {
  it.each(kinds)('is the same for %s, whatever was ticked, at any hour, under any configuration', (kind) => {
    fc.assert(
      fc.property(drafts(kind), receipts, fc.boolean(), organisations, (draft, date, hasManager, organisation) => {
        const receivedAt = date.toISOString();
        expect(promised(draft, receivedAt, hasManager, organisation)).toEqual(
          told({ ...draft, kind }, receivedAt, hasManager, organisation),
        );
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
    expect(promised(draft, evening, true, organisation)).not.toContain('facilities');
    const { hours: _, ...standard } = organisation;
    expect(promised(draft, evening, true, standard)).toContain('facilities');
  });
});
