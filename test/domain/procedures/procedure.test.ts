import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/domain/incident/account.ts';
import { situations } from '../../../src/domain/incident/account-vocabulary.ts';
import { emptyAccount, emptyBomb, emptyCall, emptyWelfare } from '../../../src/domain/incident/empty-account.ts';
import { kinds } from '../../../src/domain/incident/vocabulary.ts';
import { procedures } from '../../../src/domain/procedures/all-procedures.ts';
import { type HelperFacts, helperFactsOf, noHelperFacts } from '../../../src/domain/procedures/helper-facts.ts';
import { type ProcedureId, procedureIdFor, procedureIds, stepsFor } from '../../../src/domain/procedures/procedure.ts';
import { allFacts, factsWith } from './every-facts.ts';

/** The facts each procedure looks at, found by asking each step about each fact alone. */
function everyCaseOf(id: ProcedureId): HelperFacts[] {
  const looked = new Set<keyof HelperFacts>(['hasEnded']);
  const watched = (facts: HelperFacts) =>
    new Proxy(facts, {
      get: (target, fact: keyof HelperFacts) => {
        looked.add(fact);
        return target[fact];
      },
    });
  for (const fact of allFacts) {
    for (const facts of factsWith(fact)) for (const step of procedures[id].steps) step.when?.(watched(facts));
  }
  return factsWith(...looked);
}

describe.each(procedureIds)('the procedure "%s"', (id) => {
  const procedure = procedures[id];

  it('names every step once', () => {
    const ids = procedure.steps.map((step) => step.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(procedure.id).toBe(id);
  });

  it('numbers its steps 1, 2, 3 without a gap in every case, and is never empty (COM-3a-4)', () => {
    for (const facts of everyCaseOf(id)) {
      const steps = stepsFor(procedure, facts);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    }
  });

  it('keeps the order of its data, whatever conditions leave out', () => {
    const order = procedure.steps.map((step) => step.id);
    for (const facts of everyCaseOf(id)) {
      const places = stepsFor(procedure, facts).map((step) => order.indexOf(step.id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('can be ended while it goes on, and offers support afterwards (COM-9.2-1)', () => {
    for (const facts of everyCaseOf(id)) {
      const types = stepsFor(procedure, facts).map(({ action }) => action?.type);
      expect(types).toContain(facts.hasEnded ? 'support' : 'endCall');
      expect(types).not.toContain(facts.hasEnded ? 'endCall' : 'support');
    }
  });

  it('shows every step of its data in some case', () => {
    const shown = new Set(everyCaseOf(id).flatMap((facts) => stepsFor(procedure, facts).map((step) => step.id)));
    expect(procedure.steps.map((step) => step.id).filter((step) => !shown.has(step))).toEqual([]);
  });
});

describe('the procedure of a record', () => {
  it.each([
    ['call', 'abusive', 'abusiveCall'],
    ['call', 'sexualMalicious', 'sexualCall'],
    ['call', 'hoax', 'hoaxCall'],
    ['call', 'suicideThreat', 'suicideCall'],
    ['call', 'bombThreat', 'bombCall'],
    ['call', 'internal', 'internalCall'],
    ['call', 'persistent', 'abusiveCall'],
    ['call', 'none', 'abusiveCall'],
    ['voicemail', 'sexualMalicious', 'sexualCall'],
    ['inPerson', 'none', 'inPerson'],
    ['inPerson', 'abusive', 'inPerson'],
    ['inPerson', 'suicideThreat', 'suicideCall'],
    ['inPerson', 'bombThreat', 'bombCall'],
    ['letter', 'abusive', null],
    ['socialMedia', 'bombThreat', null],
    ['visitorConcern', 'none', null],
  ] as const)('%s, %s: %s (COM-3.3-1)', (situation, kind, id) => {
    expect(procedureIdFor(situation, kind)).toBe(id);
  });

  it('exists for every kind of call', () => {
    for (const kind of kinds) expect(procedureIdFor('call', kind)).not.toBeNull();
    for (const situation of situations) {
      for (const kind of kinds) expect([...procedureIds, null]).toContain(procedureIdFor(situation, kind));
    }
  });
});

describe('what a record says of the facts', () => {
  const given = { site: null, officeHours: 'inHours', hasVoicemail: null, knownContact: false } as const;
  const marks = { violenceThreatened: false, particularlyAbusive: false, managerImplicated: false };
  const factsOf = (change: Partial<Account>, more: Partial<Parameters<typeof helperFactsOf>[1]> = {}) =>
    helperFactsOf({ ...marks, account: { ...emptyAccount('call'), ...change } }, { ...given, ...more });

  it('is nothing at the first tap', () => {
    expect(factsOf({ call: emptyCall() })).toEqual(noHelperFacts);
  });

  it.each<[string, Partial<Account>, Partial<HelperFacts>]>([
    ['ended', { endedAt: '2026-11-10T10:00:00Z' }, { hasEnded: true }],
    ['a message', { situation: 'voicemail' }, { voicemailLeft: true }],
    ['a message after the call', { call: { ...emptyCall(), voicemailLeft: true } }, { voicemailLeft: true }],
    ['voice recognised', { call: { ...emptyCall(), recognised: 'yes' } }, { callerKnown: true }],
    ['voice not recognised', { call: { ...emptyCall(), recognised: 'no' } }, { callerKnown: false }],
    ['perhaps recognised', { call: { ...emptyCall(), recognised: 'maybe' } }, { callerKnown: null }],
    ['a place of blanks', { welfare: { ...emptyWelfare(), location: '  ' } }, { locationKnown: false }],
    ['a place', { welfare: { ...emptyWelfare(), location: 'by the bridge' } }, { locationKnown: true }],
    ['a colleague asked', { steps: [{ stepId: 'askAtOtherSite', at: '2026-11-10T10:00:00Z' }] }, { helpAsked: true }],
    ['rung afterwards', { steps: [{ stepId: 'ringForHelp', at: '2026-11-10T10:00:00Z' }] }, { helpAsked: false }],
    ['police told', { bomb: { ...emptyBomb(), toldPoliceAt: '2026-11-10T10:00:00Z' } }, { helpAsked: true }],
    [
      'help noted',
      { welfare: { ...emptyWelfare(), contacted: [{ who: 'ambulance', at: '2026-11-10T10:00:00Z' }] } },
      { helpAsked: true },
    ],
  ])('%s', (_, change, facts) => {
    expect(factsOf(change)).toMatchObject(facts);
  });

  it.each([
    ['no site chosen', null, 'unknown', false],
    ['Cathays Park', { isCathaysPark: true, bombInstructions: null }, 'cathaysPark', false],
    ['another site', { isCathaysPark: false, bombInstructions: null }, 'otherSite', false],
    ['with instructions', { isCathaysPark: false, bombInstructions: { en: 'a', cy: 'b' } }, 'otherSite', true],
  ] as const)('%s (COM-3e-2, COM-3e-3)', (_, site, place, hasSiteInstructions) => {
    expect(factsOf({}, { site })).toMatchObject({ place, hasSiteInstructions });
  });
});
