import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { limitsFrom, mayDo } from '../../../src/domain/incident/permissions.ts';
import { keeperOf, rolesIn } from '../../../src/domain/incident/roles-in-record.ts';
import type { Mover } from '../../../src/domain/incident/transition-table.ts';
import { moversOf } from '../../../src/domain/incident/transitions.ts';
import { roles } from '../../../src/domain/incident/vocabulary.ts';
import { opensRecord } from '../../../src/domain/permissions/opens-record.ts';
import {
  type Entity,
  entities,
  type Limit,
  type Reader,
  type Right,
  rights,
} from '../../../src/domain/permissions/vocabulary.ts';
import { alternate, hrPartner, lineManager, reporter, sampleIncident, securityOfficer, stranger } from '../samples.ts';

const at = '2026-11-10T11:00:00.000Z';
const asks = (incident: Incident, id: string, ...groups: Reader[]) => {
  return (right: Right, entity: Entity) => mayDo(incident, { id, groups }, right, entity, at);
};
const limitsOf = (incident: Incident, id: string, role: Reader): Limit[] => [...limitsFrom(incident, { id, role }, at)];

// BEH-15.1-1, COM-12.1-1; model 6
describe('who may do what with an incident', () => {
  const incident = sampleIncident();
  const internal = sampleIncident({ kind: 'internal' });

  it('lets the reporter read and add to the own report, and nobody else’s', () => {
    const own = asks(incident, reporter.id);
    expect([own('read', 'incident'), own('add', 'incident'), own('create', 'evidence')]).toEqual([true, true, true]);
    expect([own('update', 'incident'), own('verify', 'evidence'), own('delete', 'evidence')]).toEqual([
      false,
      false,
      false,
    ]);
    for (const entity of entities) {
      for (const right of rights) {
        if (entity !== 'incident' || right !== 'create') expect(asks(incident, stranger.id)(right, entity)).toBe(false);
      }
    }
  });

  it('lets the assigned manager read and comment, and no other manager', () => {
    const assigned = asks(incident, lineManager.id);
    expect([assigned('read', 'verbatim'), assigned('comment', 'incident'), assigned('update', 'incident')]).toEqual([
      true,
      true,
      false,
    ]);
    // A group says nothing of who answers for it.
    expect(asks(incident, stranger.id, 'lineManager', 'managerAlternate')('read', 'incident')).toBe(false);
    expect(asks(incident, stranger.id, 'reporter')('read', 'incident')).toBe(false);
  });

  it('lets a deputy in until the last day, London’s, and no longer', () => {
    const deputised: Incident = { ...incident, deputies: [{ ...alternate, until: '2026-11-12' }] };
    const may = (when: string) => mayDo(deputised, { id: alternate.id, groups: [] }, 'comment', 'incident', when);
    expect(may('2026-11-12T23:59:59.000Z')).toBe(true);
    expect(may('2026-11-13T00:00:00.000Z')).toBe(false);
    expect(rolesIn(deputised, { id: alternate.id, groups: [] }, at)).toEqual(['managerAlternate']);
    expect(asks(incident, alternate.id)('comment', 'incident')).toBe(false);
  });

  it('keeps Security out of HR’s register and HR out of Security’s', () => {
    expect(asks(incident, securityOfficer.id, 'security')('update', 'incident')).toBe(true);
    expect(asks(internal, securityOfficer.id, 'security')('read', 'incident')).toBe(false);
    expect(asks(internal, securityOfficer.id, 'security')('read', 'audit')).toBe(false);
    expect(asks(internal, hrPartner.id, 'hrPartner')('read', 'verbatim')).toBe(true);
    expect(asks(incident, hrPartner.id, 'hrPartner')('read', 'verbatim')).toBe(false);
  });

  it('shows HR the named fields of what it was told of, and nothing of what it was not', () => {
    const isTold: Incident = {
      ...incident,
      deliveries: [
        {
          key: 'k',
          role: 'hrPartner',
          channel: 'mail',
          to: 'a@b.example',
          state: 'sent',
          attempts: 1,
          at,
          failure: null,
          remoteId: null,
        },
      ],
    };
    expect(asks(isTold, hrPartner.id, 'hrPartner')('readSome', 'incident')).toBe(true);
    expect(asks(isTold, hrPartner.id, 'hrPartner')('read', 'incident')).toBe(false);
    expect(asks(incident, hrPartner.id, 'hrPartner')('readSome', 'incident')).toBe(false);
  });

  it('shows an e-mail to IT Security, but neither a call for help nor an internal case', () => {
    expect(asks(incident, stranger.id, 'itSecurity')('read', 'evidence')).toBe(true);
    expect(asks(sampleIncident({ kind: 'suicideThreat' }), stranger.id, 'itSecurity')('read', 'evidence')).toBe(false);
    expect(asks(internal, stranger.id, 'itSecurity')('read', 'evidence')).toBe(false);
    expect(asks(sampleIncident({ channel: 'phone', email: null }), stranger.id, 'itSecurity')('read', 'evidence')).toBe(
      false,
    );
  });

  it.each<[string, (about: Incident) => Incident]>([
    ['the manager the report names as involved', (about) => about],
    ['a person put on the list later', (about) => ({ ...about, excludedManagerId: null, excluded: [lineManager] })],
    ['also where a row has only the old field', (about) => ({ ...about, excluded: [] })],
    ['even as deputy', (about) => ({ ...about, deputies: [{ ...lineManager, until: '2026-12-31' }] })],
  ])('gives %s nothing, in any role: no limit, no role, no right, no move', (_, change) => {
    const about = change(
      sampleIncident(
        { manager: { chosenId: null, implicated: true } },
        { reviewers: { lineManager, chosen: null, alternate } },
      ),
    );
    for (const role of [...roles, 'legal', 'inspector', 'administrator', 'sameTeam'] as const) {
      expect(limitsOf(about, lineManager.id, role)).toEqual([]);
    }
    const everywhere = { id: lineManager.id, groups: [...roles] };
    expect(rolesIn(about, everywhere, at)).toBeNull();
    for (const entity of entities) {
      for (const right of rights) expect(mayDo(about, everywhere, right, entity, at)).toBe(false);
    }
    const staff = lineManager;
    expect(moversOf(about, { kind: 'person', staff, groups: ['security', 'hrPartner'] }, at)).toEqual([]);
    expect(asks(about, alternate.id)('read', 'incident')).toBe(true);
  });

  it('opens nothing to a senior manager who is not inside, and only what is serious to one who is', () => {
    const serious = sampleIncident({ violenceThreatened: true });
    expect(limitsOf(serious, stranger.id, 'seniorManager')).toEqual(expect.arrayContaining(['serious']));
    expect(asks(serious, stranger.id, 'seniorManager')('read', 'incident')).toBe(false);
    expect(limitsOf(incident, stranger.id, 'seniorManager')).not.toContain('serious');
  });

  it('takes from the record what is true of it', () => {
    expect(limitsOf(incident, reporter.id, 'reporter').toSorted()).toEqual(['emailCase', 'own']);
    expect(limitsOf(incident, lineManager.id, 'lineManager').toSorted()).toEqual(['assigned', 'boundary', 'emailCase']);
    expect(limitsOf(internal, hrPartner.id, 'hrPartner').toSorted()).toEqual(['boundary', 'emailCase', 'internal']);
    expect(limitsOf(internal, securityOfficer.id, 'security').toSorted()).toEqual(['emailCase', 'internal']);
  });
});

describe('who a person is', () => {
  it.each([
    ['default', 'security', 'hrPartner'],
    ['hr', 'hrPartner', 'security'],
  ] as const)('in the %s register %s keeps and moves it, and %s does not', (boundary, keeper, other) => {
    const incident: Incident = { ...sampleIncident(), boundary };
    expect(keeperOf(boundary)).toBe(keeper);
    const movers = (groups: ('security' | 'hrPartner')[]): Mover[] =>
      moversOf(incident, { kind: 'person', staff: stranger, groups }, at);
    expect(movers([keeper])).toEqual([keeper]);
    expect(movers([other])).toEqual([]);
    expect(movers([keeper, other])).toEqual([keeper]);
  });

  it('is told of in a preview by the same table', () => {
    const opened = (boundary: 'default' | 'hr') => roles.filter((role) => opensRecord(role, boundary));
    expect(opened('default')).toEqual(['lineManager', 'managerAlternate', 'security']);
    expect(opened('hr')).toEqual(['lineManager', 'managerAlternate', 'hrPartner']);
  });
});
