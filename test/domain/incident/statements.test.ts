import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../src/domain/incident/completeness.ts';
import { emptyAccount } from '../../../src/domain/incident/empty-account.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Statement } from '../../../src/domain/incident/manager-work.ts';
import {
  addToStatement,
  askForStatement,
  namedWitnesses,
  signStatement,
  statementLimit,
  waiveStatement,
} from '../../../src/domain/incident/statements.ts';
import { alertedOf, alertTeam, mayAlert } from '../../../src/domain/incident/team-alert.ts';
import { teamMeasures } from '../../../src/domain/incident/team-measures.ts';
import { kinds } from '../../../src/domain/incident/vocabulary.ts';
import { alternate, lineManager, reporter, sampleIncident, securityOfficer, stranger } from '../samples.ts';

const stamp = { by: lineManager, at: '2026-11-10T11:00:00.000Z' };
const witness = { staff: { ...stranger, language: null }, name: stranger.name };
const asked = (incident = sampleIncident()): Incident => {
  const result = askForStatement(incident, { witness, role: 'witness' }, stamp);
  if (!result.ok) throw new Error(result.refusal);
  return result.incident;
};
const sign = (incident: Incident, text = 'I saw it.') =>
  signStatement(incident, 's1', { ...stamp, by: stranger, text, sha256: 'f'.repeat(64) });
const refusal = (result: { ok: boolean; refusal?: string }) => (result.ok ? null : result.refusal);
const signed = (): Incident => {
  const result = sign(asked());
  if (!result.ok) throw new Error(result.refusal);
  return result.incident;
};

describe('a statement', () => {
  it.each([
    ['of nobody', sampleIncident(), { staff: null, name: '  ' }, 'witnessMissing'],
    ['of the reporter', sampleIncident(), { staff: { ...reporter, language: null }, name: '' }, 'witnessNotUsable'],
    [
      'of whoever must find no trace',
      { ...sampleIncident(), excluded: [stranger] },
      { staff: { ...stranger, language: null }, name: '' },
      'witnessNotUsable',
    ],
    ['of the same person', asked(), witness, 'alreadyAsked'],
    ['about a record that has ended', { ...sampleIncident(), state: 'closed' as const }, witness, 'movedOn'],
  ])('is not asked %s', (_, incident, given, why) => {
    expect(refusal(askForStatement(incident, { witness: given, role: 'witness' }, stamp))).toBe(why);
  });

  it.each([
    ['signing nothing', () => sign(asked(), ' \n '), 'textMissing'],
    ['signing too much', () => sign(asked(), 'x'.repeat(statementLimit + 1)), 'textTooLong'],
    ['signing again', () => sign(signed()), 'alreadySigned'],
    ['adding before it is signed', () => addToStatement(asked(), 's1', { ...stamp, text: 'More.' }), 'notSigned'],
    ['waiving what is signed', () => waiveStatement(signed(), 's1', { ...stamp, reason: 'No.' }), 'alreadySigned'],
    ['waiving without a reason', () => waiveStatement(asked(), 's1', { ...stamp, reason: ' ' }), 'reasonMissing'],
    [
      'signing one that was never asked for',
      () => signStatement(asked(), 's2', { ...stamp, text: 'x', sha256: '' }),
      'notFound',
    ],
    ['signing when it was withdrawn', () => sign({ ...asked(), state: 'withdrawn' }), 'movedOn'],
  ])('refuses %s', (_, act, why) => {
    expect(refusal(act())).toBe(why);
  });

  it('still comes after it was waived, and after the record was closed', () => {
    const waived = waiveStatement(asked(), 's1', { ...stamp, reason: 'Left.' });
    const result = sign({ ...(waived.ok ? waived.incident : asked()), state: 'closed' });
    expect(result.ok && result.statement).toMatchObject({ waived: null, signed: { text: 'I saw it.' } });
  });

  it('never changes once it is signed, whatever is tried', () => {
    const act = fc.constantFrom<(incident: Incident, text: string) => { ok: boolean; incident?: Incident }>(
      (incident, text) => sign(incident, text),
      (incident, text) => addToStatement(incident, 's1', { ...stamp, text }),
      (incident, text) => waiveStatement(incident, 's1', { ...stamp, reason: text }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.string())), (steps) => {
        let incident = signed();
        const before = incident.statements[0]?.signed;
        let length = 0;
        for (const [step, text] of steps) {
          incident = step(incident, text).incident ?? incident;
          const [statement] = incident.statements as [Statement];
          expect(statement.signed).toEqual(before);
          expect(statement.addenda.length).toBeGreaterThanOrEqual(length);
          length = statement.addenda.length;
        }
      }),
    );
  });

  it('is offered of whom the report names, but never of the reporter or anyone excluded', () => {
    const account = {
      ...emptyAccount('inPerson'),
      witnesses: [reporter, stranger, alternate].map((staff) => ({
        role: 'witness' as const,
        staff,
        name: staff.name,
      })),
    };
    const incident = { ...sampleIncident({ account, email: null }), excluded: [alternate] };
    expect(namedWitnesses(incident).map(({ staffId }) => staffId)).toEqual([stranger.id]);
    expect(namedWitnesses(asked(incident))).toEqual([]);
  });
});

describe('a record is complete or has gaps (BEH-8.5-2)', () => {
  const item = (incident: Incident, name: string) => completenessOf(incident).find((each) => each.item === name);
  const comment = { by: lineManager, role: 'lineManager' as const, at: stamp.at, text: 'Seen.', via: 'tab' as const };

  it.each([
    ['comment', sampleIncident(), 'missing'],
    ['comment', { ...sampleIncident(), comments: [comment] }, 'present'],
    ['evidence', sampleIncident(), 'missing'],
    ['evidence', sampleIncident({ email: null }), 'notNeeded'],
    ['statements', sampleIncident(), 'notNeeded'],
    ['statements', asked(), 'missing'],
    ['statements', signed(), 'present'],
    ['police', sampleIncident(), 'notNeeded'],
    ['police', sampleIncident({ behaviours: ['physicalAssault'] }), 'missing'],
    ['report', sampleIncident({ email: null, facts: '' }), 'missing'],
    ['report', sampleIncident(), 'present'],
    ['customer', sampleIncident({ kind: 'internal' }), 'notNeeded'],
  ])('%s', (name, incident, state) => {
    expect(item(incident, name)?.state).toBe(state);
  });

  it('has its gaps in red only when it is serious', () => {
    expect(item(sampleIncident(), 'comment')?.isPressing).toBe(false);
    expect(item(sampleIncident({ violenceThreatened: true }), 'comment')?.isPressing).toBe(true);
  });
});

describe('the alert to the team (BEH-8.6-1)', () => {
  const team = [stranger, securityOfficer].map((each) => ({ ...each, language: null }));

  it.each(kinds)('is offered for %s unless it is nobody else’s business', (kind) => {
    expect(mayAlert(sampleIncident({ kind }))).toBe(kind !== 'internal' && kind !== 'suicideThreat');
  });

  it('reaches neither whoever must find no trace, by id or by address, nor the sender', () => {
    const incident = { ...sampleIncident(), excluded: [{ ...stranger, id: 'another' }, securityOfficer] };
    expect(alertedOf(incident, [...team, lineManager], lineManager.id)).toEqual([]);
  });

  it('is sent once, with what is in the list and nothing else', () => {
    const sent = alertTeam(
      sampleIncident(),
      { measures: ['notAlone', 'callPolice', 'notAlone'], members: team },
      stamp,
    );
    if (!sent.ok) throw new Error(sent.refusal);
    expect(sent.incident.teamAlert).toMatchObject({ measures: ['callPolice', 'notAlone'], people: 2 });
    expect(alertTeam(sent.incident, { measures: teamMeasures, members: team }, stamp)).toMatchObject({
      refusal: 'alreadyDone',
    });
    expect(alertTeam(sampleIncident(), { measures: [], members: team }, stamp)).toMatchObject({
      refusal: 'measuresMissing',
    });
    expect(alertTeam(sampleIncident(), { measures: ['notAlone'], members: [] }, stamp)).toMatchObject({
      refusal: 'noTeam',
    });
  });
});
