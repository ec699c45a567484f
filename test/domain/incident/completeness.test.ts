import { describe, expect, it } from 'vitest';
import { type CompletenessItem, completenessOf } from '../../../src/domain/incident/completeness.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { sampleIncident } from '../samples.ts';

const of = (incident: Incident, item: CompletenessItem) => {
  const found = completenessOf(incident).find((each) => each.item === item);
  if (!found) throw new Error(`no ${item}`);
  return found;
};
const by = { id: 'm', name: 'A Manager', address: 'm@llyw.example' };
const at = '2026-11-10T12:00:00.000Z';

// BEH-8.5-2
describe('What a record still lacks', () => {
  it('is the manager’s comment until they have commented, and Security’s is none', () => {
    const incident = { ...sampleIncident(), comments: [] };
    expect(of(incident, 'comment').state).toBe('missing');
    const comment = { by, at, text: 'x', via: 'tab' } as const;
    expect(of({ ...incident, comments: [{ ...comment, role: 'security' }] }, 'comment').state).toBe('missing');
    expect(of({ ...incident, comments: [{ ...comment, role: 'lineManager' }] }, 'comment').state).toBe('present');
  });

  it('is pressing in a serious record only, and only where it is a gap', () => {
    const incident = { ...sampleIncident(), comments: [] };
    expect(of({ ...incident, severity: 'standard' }, 'comment').isPressing).toBe(false);
    expect(of({ ...incident, severity: 'serious' }, 'comment').isPressing).toBe(true);
    expect(
      of({ ...incident, severity: 'critical', report: { ...incident.report, facts: 'x' } }, 'report').isPressing,
    ).toBe(false);
  });

  it('is a statement that was asked for and not signed; one that was waived is no gap', () => {
    const statement = {
      id: 's1',
      witness: { staff: null, name: 'A passer-by' },
      role: 'witness',
      asked: { by, at },
      signed: null,
      addenda: [],
      waived: null,
    } as const;
    const incident: Incident = { ...sampleIncident(), statements: [{ ...statement, addenda: [] }] };
    expect(of(incident, 'statements')).toMatchObject({ state: 'missing', count: { there: 0, of: 1 } });
    const signed = { by, at, text: 'I saw it.', sha256: 'ab' };
    expect(of({ ...incident, statements: [{ ...statement, addenda: [], signed }] }, 'statements')).toMatchObject({
      state: 'present',
      count: { there: 1, of: 1 },
    });
    const waived = { by, at, reason: 'Left the country.' };
    expect(of({ ...incident, statements: [{ ...statement, addenda: [], waived }] }, 'statements').state).toBe(
      'notNeeded',
    );
  });

  it('is word to the person concerned once it stays with the manager, and never after a call for help', () => {
    const incident = { ...sampleIncident({ kind: 'abusive' }), customerContacts: [] };
    expect(of({ ...incident, state: 'managerReview' }, 'customer').state).toBe('notNeeded');
    expect(of({ ...incident, state: 'localOnly' }, 'customer').state).toBe('missing');
    const spoken: Incident = { ...incident, state: 'localOnly', customerContacts: [{ by, at, way: 'spoken' }] };
    expect(of(spoken, 'customer').state).toBe('present');
    const help = { ...sampleIncident({ kind: 'suicideThreat' }), state: 'localOnly' as const };
    expect(of(help, 'customer').state).toBe('notNeeded');
  });

  it('is the report to the police only where one is required', () => {
    expect(of({ ...sampleIncident(), policeTask: 'prompt' }, 'police').state).toBe('notNeeded');
    expect(of({ ...sampleIncident(), policeTask: 'mandatory' }, 'police').state).toBe('missing');
  });
});
