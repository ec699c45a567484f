import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Absence, standInOn } from '../../../src/domain/incident/absence.ts';
import { holderOf } from '../../../src/domain/incident/holders.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { checkAbsence } from '../../../src/domain/incident/plan-absence.ts';
import { deputise, endStandIn } from '../../../src/domain/incident/stand-in.ts';
import { incidentStates } from '../../../src/domain/incident/vocabulary.ts';
import { alternate, lineManager, reporter, sampleIncident, stranger } from '../samples.ts';

const deputy = { ...stranger, language: null };
const absence = (change: Partial<Absence> = {}): Absence => ({
  id: 'a',
  managerId: lineManager.id,
  deputy,
  from: '2026-11-10',
  until: '2026-11-12',
  mode: 'both',
  ...change,
});
const during = '2026-11-12T20:00:00.000Z';
const after = '2026-11-13T08:00:00.000Z';

describe('an absence', () => {
  const today = '2026-11-10';
  const other = absence({ managerId: alternate.id, deputy: lineManager });

  it.each([
    ['a day to come', {}, [], null],
    ['a day that began before today', { from: '2026-11-01' }, [], null],
    ['an end before the beginning', { from: '2026-11-12', until: '2026-11-11' }, [], 'datesNotUsable'],
    ['an end that is over', { from: '2026-11-01', until: '2026-11-09' }, [], 'datesNotUsable'],
    ['a day that is none', { until: '2026-02-30' }, [], 'datesNotUsable'],
    ['words for a day', { from: 'tomorrow' }, [], 'datesNotUsable'],
    ['more than a year', { until: '2027-12-31' }, [], 'tooLong'],
    ['oneself as the substitute', { deputy: lineManager }, [], 'deputyIsSelf'],
    ['nobody as the substitute', { deputy: null }, [], 'deputyUnknown'],
    ['another absence in that time', {}, [absence({ id: 'b', from: '2026-11-12', until: '2026-11-20' })], 'overlaps'],
    ['another absence before', {}, [absence({ id: 'b', from: '2026-11-01', until: '2026-11-09' })], null],
    ['a substitute who is away too', { deputy: alternate }, [other], 'deputyAway'],
    ['a substitute who is away at another time', { deputy: alternate }, [{ ...other, until: '2026-11-09' }], null],
  ] as [string, object, Absence[], string | null][])('with %s', (_, change, present, refusal) => {
    expect(checkAbsence({ ...absence(), ...change }, present, today)).toBe(refusal);
  });

  it('goes to both where the substitute is away too, and never to whom that one has chosen', () => {
    const chain = absence({ id: 'b', managerId: deputy.id, deputy: alternate });
    const alone = absence({ mode: 'alone' });
    expect(standInOn([alone], lineManager.id, '2026-11-11')?.mode).toBe('alone');
    expect(standInOn([alone, chain], lineManager.id, '2026-11-11')).toMatchObject({ mode: 'both', deputy });
    const incident = sampleIncident({}, { absences: [alone, chain] });
    expect(incident.manager?.id).toBe(lineManager.id);
    expect(incident.deputies.map(({ id }) => id)).toEqual([deputy.id]);
  });
});

describe('an open report, when its manager is away', () => {
  it('gets the substitute beside the manager, once', () => {
    const given = deputise(sampleIncident(), absence({ mode: 'alone' }));
    expect(given?.manager?.id).toBe(lineManager.id);
    expect(holderOf(given as Incident, deputy.id, during)).not.toBeNull();
    expect(holderOf(given as Incident, deputy.id, after)).toBeNull();
    expect(deputise(given as Incident, absence())).toBeNull();
  });

  it('keeps a substitute for longer, and never for less', () => {
    const given = deputise(sampleIncident(), absence()) as Incident;
    expect(deputise(given, absence({ id: 'b', until: '2026-11-20' }))?.deputies).toEqual([
      { ...deputy, until: '2026-11-20' },
    ]);
    expect(deputise(given, absence({ id: 'b', until: '2026-11-11' }))).toBeNull();
  });

  const implicated = { manager: { chosenId: stranger.id, implicated: true } };
  it.each([
    ['of another manager', sampleIncident(), absence({ managerId: alternate.id })],
    ['the substitute wrote', sampleIncident(), absence({ deputy: { ...reporter, language: null } })],
    ['with oneself as the substitute', sampleIncident(), absence({ deputy: lineManager })],
    ['that has ended', { ...sampleIncident(), state: 'closed' as const }, absence()],
    [
      'about the substitute',
      sampleIncident(implicated, { reviewers: { lineManager, chosen: deputy, alternate } }),
      absence({ managerId: alternate.id }),
    ],
    [
      'whose excluded manager has chosen somebody',
      sampleIncident(implicated, { reviewers: { lineManager, chosen: deputy, alternate } }),
      absence(),
    ],
  ])('stays as it is: one %s', (_, incident, given) => {
    expect(deputise(incident, given)).toBeNull();
  });
});

describe('the end of standing in', () => {
  const ending = { managerId: lineManager.id, deputyId: deputy.id, lastDay: '2026-11-12' };

  it('gives back what the substitute took alone, and ends their access', () => {
    const alone = sampleIncident({}, { absences: [absence({ mode: 'alone', until: '2026-11-20' })] });
    expect(alone.manager?.id).toBe(deputy.id);
    const back = endStandIn(alone, ending, lineManager) as Incident;
    expect(back.manager).toEqual({ ...lineManager, isAlternate: false });
    expect(back.standsInFor).toBeNull();
    expect(holderOf(back, deputy.id, after)).toBeNull();
    expect(endStandIn(back, ending, lineManager)).toBeNull();
  });

  it('ends the access of a substitute beside the manager at once where it is ended early', () => {
    const both = sampleIncident({}, { absences: [absence({ until: '2026-11-20' })] });
    expect(holderOf(both, deputy.id, after)).not.toBeNull();
    const over = endStandIn(both, ending, lineManager) as Incident;
    expect(holderOf(over, deputy.id, after)).toBeNull();
    expect(holderOf(over, lineManager.id, after)).not.toBeNull();
  });

  it('leaves a record with somebody: where the manager has left, or may not know of it, the substitute stays', () => {
    const alone = sampleIncident({}, { absences: [absence({ mode: 'alone' })] });
    expect(endStandIn(alone, ending, null)).toBeNull();
    const excluded = { ...alone, excluded: [lineManager], excludedManagerId: lineManager.id };
    expect(endStandIn(excluded, ending, lineManager)).toBeNull();
  });
});

it('never gives a record to the reporter, to anyone excluded, or to nobody', () => {
  const people = [reporter, lineManager, alternate, stranger].map((each) => ({ ...each, language: null }));
  fc.assert(
    fc.property(
      fc.record({
        manager: fc.constantFrom(...people),
        excluded: fc.subarray(people),
        state: fc.constantFrom(...incidentStates),
        managerId: fc.constantFrom(...people.map(({ id }) => id)),
        deputy: fc.constantFrom(...people),
        back: fc.option(fc.constantFrom(...people)),
      }),
      ({ manager, excluded, state, managerId, deputy: chosen, back }) => {
        const incident: Incident = {
          ...sampleIncident(),
          manager: { ...manager, isAlternate: false },
          excluded,
          state,
        };
        const out = new Set([reporter.id, ...excluded.map(({ id }) => id)]);
        const passed = deputise(incident, absence({ managerId, deputy: chosen }));
        for (const { id } of passed?.deputies ?? []) expect(out.has(id)).toBe(false);
        const alone: Incident = { ...incident, standsInFor: people.find(({ id }) => id === managerId) ?? null };
        const ended = endStandIn(alone, { managerId, deputyId: manager.id, lastDay: '2026-11-12' }, back);
        if (ended && ended.manager?.id !== manager.id) expect(out.has(ended.manager?.id ?? reporter.id)).toBe(false);
      },
    ),
  );
});
