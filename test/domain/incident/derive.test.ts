import { describe, expect, it } from 'vitest';
import type { Absence } from '../../../src/domain/incident/absence.ts';
import { isExcluded } from '../../../src/domain/incident/holders.ts';
import { logWindowAround } from '../../../src/domain/incident/notice-facts.ts';
import { registerKeys } from '../../../src/domain/incident/register-keys.ts';
import { alternate, lineManager, reporter, sampleIncident, stranger } from '../samples.ts';

const reviewersWith = (change: object) => ({ reviewers: { lineManager, chosen: null, alternate: null, ...change } });
const implicated = { manager: { chosenId: null, implicated: true } };

describe('deriving the incident of a submission', () => {
  // S1
  it('makes number, reviewer, severity, routing, retention and state of an abusive e-mail', () => {
    expect(sampleIncident()).toMatchObject({
      reference: 'UB-2026-000123',
      state: 'managerReview',
      boundary: 'default',
      reporter,
      reporterLanguage: 'en',
      manager: { id: lineManager.id, isAlternate: false, language: 'en' },
      excludedManagerId: null,
      managerUnresolved: false,
      severity: 'standard',
      policeTask: 'none',
      officeHours: 'inHours',
      reportedAt: '2026-11-10T10:05:30.000Z',
      retention: { decidedBy: 'C-ABU', months: 6, eligibleFrom: '2027-05-10' },
      forward: { state: 'queued', at: null, sha256: null },
      evidence: [],
      comments: [],
      acknowledgement: null,
      deliveries: [],
    });
    expect(sampleIncident().routing.map((each) => each.role)).toEqual([
      'lineManager',
      'security',
      'itSecurity',
      'helpDesk',
    ]);
  });

  it('decides office hours by when it happened, not by when it was reported', () => {
    expect(sampleIncident({ occurredAt: '2026-11-10T07:45:00.000Z' }).officeHours).toBe('window');
  });

  it('takes the manager whom the reporter chose, when there is such a person', () => {
    const incident = sampleIncident({}, reviewersWith({ chosen: { ...stranger, language: null } }));
    expect(incident.manager).toMatchObject({ id: stranger.id, isAlternate: false });
    expect(incident.routing.map((each) => each.role)).toContain('lineManager');
  });

  it('never lets the reporter review the own report', () => {
    const self = { ...reporter, language: null };
    const incident = sampleIncident({}, reviewersWith({ lineManager: null, chosen: self, alternate: self }));
    expect(incident).toMatchObject({ manager: null, managerUnresolved: true, state: 'withSecurity' });
  });

  // BEH-4.3-2
  it('goes to Security, flagged, where no manager can be found', () => {
    const incident = sampleIncident({ kind: 'none' }, reviewersWith({ lineManager: null }));
    expect(incident).toMatchObject({ manager: null, managerUnresolved: true, state: 'withSecurity' });
    expect(incident.routing[0]).toMatchObject({ role: 'security', urgency: 'auto' });
  });

  it('takes the substitute where the directory names no manager', () => {
    const incident = sampleIncident({}, reviewersWith({ lineManager: null, alternate }));
    expect(incident).toMatchObject({ manager: { id: alternate.id, isAlternate: true }, state: 'managerReview' });
    expect(incident.routing.map((each) => each.role)).toContain('managerAlternate');
  });

  // C-21, COM-3f-2
  it.each([
    ['the directory’s manager', reviewersWith({ alternate })],
    ['and one the submission names against its own word', reviewersWith({ chosen: lineManager, alternate })],
  ])('excludes an involved manager: %s', (_, given) => {
    const incident = sampleIncident({ kind: 'internal', ...implicated }, given);
    expect(incident).toMatchObject({
      excludedManagerId: lineManager.id,
      manager: { id: alternate.id, isAlternate: true },
      state: 'hrRoute',
      boundary: 'hr',
    });
    expect(incident.routing.map((each) => each.role)).not.toContain('lineManager');
  });

  it('does not let an involved manager back in as the substitute', () => {
    const incident = sampleIncident({ kind: 'internal', ...implicated }, reviewersWith({ alternate: lineManager }));
    expect(incident).toMatchObject({ manager: null, managerUnresolved: true, state: 'hrRoute' });
    expect(incident.routing.map((each) => each.role)).toEqual(['hrPartner']);
  });

  it('excludes both whom the directory and whom the report names, for nobody can tell which was meant', () => {
    const chosen = { ...stranger, language: null };
    const incident = sampleIncident({ ...implicated }, reviewersWith({ chosen, alternate }));
    expect(incident.excluded.map(({ id }) => id).sort()).toEqual([lineManager.id, stranger.id].sort());
    expect(isExcluded(incident, stranger.id) && isExcluded(incident, lineManager.id)).toBe(true);
    expect(incident.manager?.id).toBe(alternate.id);
  });

  describe('while the manager is away', () => {
    const deputy = { ...alternate };
    const absence = (change: Partial<Absence> = {}): Absence => ({
      id: 'absence',
      managerId: lineManager.id,
      deputy,
      from: '2026-11-10',
      until: '2026-11-12',
      mode: 'both',
      ...change,
    });
    const during = (...absences: Absence[]) => sampleIncident({}, { absences });

    it('goes to both, or to the substitute alone, as the manager has chosen', () => {
      const both = during(absence());
      expect(both).toMatchObject({
        manager: { id: lineManager.id },
        deputies: [{ id: deputy.id, until: '2026-11-12' }],
      });
      const alone = during(absence({ mode: 'alone' }));
      expect(alone).toMatchObject({
        manager: { id: deputy.id, isAlternate: true },
        deputies: [],
        state: 'managerReview',
      });
      expect(alone.standsInFor?.id).toBe(lineManager.id);
      expect(alone.routing.map(({ role }) => role)).toContain('managerAlternate');
    });

    it.each([
      ['before it begins', absence({ from: '2026-11-11' })],
      ['after it has ended', absence({ from: '2026-11-01', until: '2026-11-09' })],
      ['of another manager', absence({ managerId: stranger.id })],
      ['with the reporter as the substitute', absence({ deputy: { ...reporter, language: null } })],
      ['with the manager as the substitute', absence({ deputy: lineManager })],
    ])('is the manager’s alone: %s', (_, given) => {
      expect(during(given)).toMatchObject({ manager: { id: lineManager.id }, deputies: [], standsInFor: null });
    });

    it('counts the absence entered last', () => {
      expect(during(absence(), absence({ mode: 'alone' })).manager?.id).toBe(deputy.id);
    });

    // C-21
    it('never brings an involved manager back as somebody’s substitute', () => {
      const given = {
        ...reviewersWith({ alternate }),
        absences: [absence({ managerId: alternate.id, deputy: lineManager })],
      };
      for (const mode of ['both', 'alone'] as const) {
        const absences = given.absences.map((each) => ({ ...each, mode }));
        const incident = sampleIncident({ kind: 'internal', ...implicated }, { ...given, absences });
        expect(incident).toMatchObject({ manager: { id: alternate.id }, deputies: [] });
      }
    });
  });

  it.each([
    ['bombThreat', 'suppressed'],
    ['suicideThreat', 'none'],
    ['internal', 'none'],
    ['persistent', 'queued'],
  ] as const)('starts the original of kind %s as %s', (kind, state) => {
    expect(sampleIncident({ kind }).forward.state).toBe(state);
  });

  it('gives the same incident for the same row, so that two replicas agree', () => {
    expect(sampleIncident()).toEqual(sampleIncident());
  });
});

describe('keys of the register', () => {
  it('join state, kind and London’s month', () => {
    const keys = registerKeys({ state: 'acknowledged', kind: 'abusive', reportedAt: '2026-06-30T23:30:00Z' });
    expect(keys).toEqual({
      stateMonth: 'acknowledged 2026-07',
      kindMonth: 'abusive 2026-07',
      stateKindMonth: 'acknowledged abusive 2026-07',
    });
  });
});

// B-BOMB-2
describe('logs to keep around an e-mailed bomb threat', () => {
  it('reach from seven days before to 48 hours after', () => {
    expect(logWindowAround('2026-11-10T10:00:00.000Z')).toEqual({
      from: '2026-11-03T10:00:00.000Z',
      to: '2026-11-12T10:00:00.000Z',
    });
  });
});
