import { describe, expect, it } from 'vitest';
import {
  can,
  entities,
  type Limit,
  limitsFrom,
  permissions,
  type Reader,
  rights,
} from '../../../src/domain/incident/permissions.ts';
import { alternate, hrPartner, lineManager, reporter, sampleIncident, securityOfficer, stranger } from '../samples.ts';

const asks = (incident: ReturnType<typeof sampleIncident>, id: string, role: Reader, ...granted: Limit[]) => {
  const facts = new Set([...limitsFrom(incident, { id, role }), ...granted]);
  return (right: (typeof rights)[number], entity: (typeof entities)[number]) => can(role, right, entity, facts);
};

// BEH-15.1-1, COM-12.1-1; model 6
describe('who may do what', () => {
  const incident = sampleIncident();
  const internal = sampleIncident({ kind: 'internal' });

  it('lets the reporter read the own report and nobody else’s', () => {
    expect(asks(incident, reporter.id, 'reporter')('read', 'incident')).toBe(true);
    expect(asks(incident, stranger.id, 'reporter')('read', 'incident')).toBe(false);
    expect(asks(incident, reporter.id, 'reporter')('delete', 'evidence')).toBe(false);
  });

  it('lets the assigned manager read and comment, and no other manager', () => {
    const assigned = asks(incident, lineManager.id, 'lineManager');
    expect([assigned('read', 'verbatim'), assigned('comment', 'incident'), assigned('update', 'incident')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(asks(incident, stranger.id, 'lineManager')('read', 'incident')).toBe(false);
  });

  it('keeps Security out of HR’s register and HR out of Security’s', () => {
    expect(asks(incident, securityOfficer.id, 'security')('update', 'incident')).toBe(true);
    expect(asks(internal, securityOfficer.id, 'security')('read', 'incident')).toBe(false);
    expect(asks(internal, hrPartner.id, 'hrPartner')('read', 'verbatim')).toBe(true);
    expect(asks(incident, hrPartner.id, 'hrPartner')('read', 'verbatim')).toBe(false);
    expect(asks(incident, hrPartner.id, 'hrPartner')('readSome', 'incident')).toBe(true);
  });

  it('shows an e-mail to IT Security, but neither a call for help nor an internal case', () => {
    expect(asks(incident, stranger.id, 'itSecurity')('read', 'evidence')).toBe(true);
    expect(asks(sampleIncident({ kind: 'suicideThreat' }), stranger.id, 'itSecurity')('read', 'evidence')).toBe(false);
    expect(asks(internal, stranger.id, 'itSecurity')('read', 'evidence')).toBe(false);
  });

  it('gives an involved manager nothing, in any role', () => {
    const about = sampleIncident(
      { manager: { chosenId: null, implicated: true } },
      { reviewers: { lineManager, chosen: null, alternate } },
    );
    for (const role of ['lineManager', 'security', 'itSecurity'] as const) {
      expect(asks(about, lineManager.id, role)('read', 'incident')).toBe(false);
    }
    expect(asks(about, alternate.id, 'managerAlternate')('read', 'incident')).toBe(true);
  });

  it('opens nothing to a senior manager without a grant, and only what is serious with one', () => {
    const serious = sampleIncident({ violenceThreatened: true });
    expect(asks(serious, stranger.id, 'seniorManager')('read', 'incident')).toBe(false);
    expect(asks(serious, stranger.id, 'seniorManager', 'granted')('read', 'incident')).toBe(true);
    expect(asks(incident, stranger.id, 'seniorManager', 'granted')('read', 'incident')).toBe(false);
  });

  it('lets nobody delete evidence, and help desk, switchboard and colleagues read nothing, even with every fact true', () => {
    const everything = new Set(permissions.flatMap((row) => row.only ?? []));
    for (const row of permissions) expect(can(row.reader, 'delete', 'evidence', everything)).toBe(false);
    for (const reader of ['helpDesk', 'switchboard', 'colleague', 'reception', 'occupationalHealth'] as const) {
      for (const entity of entities) {
        for (const right of rights) expect(can(reader, right, entity, everything)).toBe(false);
      }
    }
  });
});
