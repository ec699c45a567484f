import { describe, expect, it } from 'vitest';
import { procedures } from '../../../src/domain/procedures/all-procedures.ts';
import { type HelperFacts, noHelperFacts } from '../../../src/domain/procedures/helper-facts.ts';
import { stepsFor } from '../../../src/domain/procedures/procedure.ts';
import { factsWith, idsOf } from './every-facts.ts';

const ended = { hasEnded: true } as const;
const listening = ['stayCalm', 'askColleague', 'askGently', 'keepTalking', 'takeNotes', 'callIsOver'];

describe('somebody who may be at risk of suicide', () => {
  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['nothing known', {}, listening],
    ['harm done, place not known', { harmDone: 'yes' }, listening],
    ['place known, no harm known', { locationKnown: true, harmDone: 'unsure' }, listening],
    ['place known, no harm', { locationKnown: true, harmDone: 'no' }, listening],
    [
      'harm done and place known',
      { harmDone: 'yes', locationKnown: true },
      ['ambulance', 'stayCalm', 'askGently', 'keepTalking', 'takeNotes', 'callIsOver'],
    ],
    [
      'a known contact',
      { knownContact: true },
      ['stayCalm', 'knownContact', 'askColleague', 'askGently', 'keepTalking', 'takeNotes', 'callIsOver'],
    ],
  ])('on the line: %s (COM-3d-1 to COM-3d-6)', (_, facts, ids) => {
    expect(idsOf('suicideCall', facts)).toEqual(ids);
  });

  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['help was asked for', { helpAsked: true }, ['support', 'whoWasContacted', 'healthMatter', 'writeRecord']],
    ['nobody in danger', {}, ['support', 'whoWasContacted', 'healthMatter', 'writeRecord']],
    [
      'danger, and nobody was asked',
      { immediateDanger: 'yes' },
      ['ringForHelp', 'support', 'whoWasContacted', 'healthMatter', 'writeRecord'],
    ],
    [
      'harm, and nobody was asked',
      { harmDone: 'yes', ring: 'external', voicemailLeft: true },
      ['ringForHelp', 'support', 'whoWasContacted', 'healthMatter', 'askSwitchboard', 'keepMessage', 'writeRecord'],
    ],
  ])('afterwards: %s (COM-3d-7, COM-3d-9)', (_, facts, ids) => {
    expect(idsOf('suicideCall', { ...ended, ...facts })).toEqual(ids);
  });

  it('puts the ambulance first exactly when someone is hurt and the place is known (COM-3d-4)', () => {
    for (const facts of factsWith('harmDone', 'locationKnown', 'immediateDanger', 'knownContact', 'officeHours')) {
      const isFirst = idsOf('suicideCall', facts)[0] === 'ambulance';
      expect(isFirst).toBe(facts.harmDone === 'yes' && facts.locationKnown);
    }
  });

  it('never warns, and offers exactly one way to ask a colleague (COM-3d-1, COM-3d-3)', () => {
    for (const facts of factsWith('harmDone', 'locationKnown', 'violenceThreatened', 'abuseReasons', 'knownContact')) {
      const actions = stepsFor(procedures.suicideCall, facts).map(({ action }) => action?.type);
      expect(actions).not.toContain('warn');
      expect(actions.filter((type) => type === 'askColleague')).toHaveLength(1);
    }
  });

  it('is calm, shows the time, and has the four facts on top (COM-3d-5, B-SUI-1)', () => {
    const { tone, timer, quickFields } = procedures.suicideCall;
    expect([tone, timer]).toEqual(['calm', true]);
    expect(quickFields).toEqual([
      'welfare.immediateDanger',
      'welfare.harmDone',
      'welfare.location',
      'welfare.callbackNumber',
    ]);
  });
});

describe('a bomb threat', () => {
  const talking = ['keepTalking', 'askQuestions', 'listen', 'callIsOver'];

  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['Cathays Park', { place: 'cathaysPark' }, ['askAtCathaysPark', ...talking]],
    ['another site without instructions', { place: 'otherSite' }, ['askAtOtherSite', ...talking]],
    [
      'another site with instructions',
      { place: 'otherSite', hasSiteInstructions: true },
      ['siteInstructions', ...talking],
    ],
    ['site not known: both', {}, ['askAtCathaysPark', 'askAtOtherSite', ...talking]],
    [
      'Cathays Park with instructions of its own',
      { place: 'cathaysPark', hasSiteInstructions: true },
      ['askAtCathaysPark', 'siteInstructions', ...talking],
    ],
  ])('on the line: %s (COM-3e-1 to COM-3e-3)', (_, facts, ids) => {
    expect(idsOf('bombCall', facts)).toEqual(ids);
  });

  const after = ['sendNow', 'dial1471', 'changeNothing', 'completeChecklist', 'support'];

  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['a colleague was asked', { helpAsked: true, place: 'cathaysPark' }, after],
    ['nobody was asked, Cathays Park', { place: 'cathaysPark' }, ['ringSecurity', ...after]],
    ['nobody was asked, another site', { place: 'otherSite' }, ['ringEmergency', ...after]],
    ['nobody was asked, site not known', {}, ['ringSecurity', 'ringEmergency', ...after]],
  ])('afterwards: %s (COM-3e-5, B-BOMB)', (_, facts, ids) => {
    expect(idsOf('bombCall', { ...ended, ...facts })).toEqual(ids);
  });

  it.each([
    ['askAtCathaysPark', 'siteSecurity', 'cathaysPark'],
    ['askAtOtherSite', 'emergency', 'otherSite'],
  ] as const)('lets the colleague of "%s" ring %s (COM-3e-1, COM-3e-2)', (stepId, contact, place) => {
    const step = stepsFor(procedures.bombCall, { ...noHelperFacts, place }).find(({ id }) => id === stepId);
    expect(step?.action).toMatchObject({ type: 'askColleague', ring: [contact] });
    expect(step?.urgency).toBe('urgent');
  });

  it('fetches help first, in every case, and never warns or hangs up early (COM-3e-1 to COM-3e-4)', () => {
    for (const facts of factsWith('place', 'hasSiteInstructions', 'officeHours', 'violenceThreatened', 'ring')) {
      const steps = stepsFor(procedures.bombCall, facts);
      expect(['askColleague', 'siteInstructions']).toContain(steps[0]?.action?.type);
      expect(steps.map(({ action }) => action?.type)).not.toContain('warn');
      expect(steps.findIndex(({ action }) => action?.type === 'endCall')).toBe(steps.length - 1);
    }
  });

  it('asks for the eight things first, and for everything else below (COM-3e-4, B-BOMB-1)', () => {
    const { quickFields, laterFields } = procedures.bombCall;
    expect(quickFields).toEqual([
      'bomb.whereNow',
      'bomb.whenDetonates',
      'bomb.appearance',
      'bomb.callerName',
      'bomb.callerAddress',
      'bomb.speech',
      'bomb.voice',
      'bomb.accent',
      'bomb.moods',
    ]);
    // What the police ask besides.
    expect(laterFields).toEqual([
      'site',
      'bomb.exactWords',
      'bomb.trigger',
      'bomb.placedByCaller',
      'bomb.why',
      'bomb.callerNumber',
      'bomb.callerOrganisation',
      'bomb.age',
      'bomb.nationality',
      'bomb.background',
      'bomb.backgroundOther',
      'bomb.numberCalled',
      'bomb.toldSecurityAt',
      'bomb.toldPoliceAt',
      'bomb.colleague',
    ]);
  });
});
