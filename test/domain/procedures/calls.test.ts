import { describe, expect, it } from 'vitest';
import type { HelperFacts } from '../../../src/domain/procedures/helper-facts.ts';
import { factsWith, idsOf } from './every-facts.ts';

const ended = { hasEnded: true } as const;

describe('an abusive call', () => {
  // COM-3a-1, COM-3a-2, C-10
  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['nothing known', {}, ['warn', 'endIfItGoesOn']],
    ['violence threatened', { violenceThreatened: true }, ['endAtOnce']],
    ['violence threatened, out of hours', { violenceThreatened: true, officeHours: 'window' }, ['endAtOnce']],
    ['07:00 to 08:30', { officeHours: 'window' }, ['warn', 'endIfItGoesOn', 'rightToEnd']],
    ['at night', { officeHours: 'uncovered' }, ['warn', 'endIfItGoesOn', 'rightToEnd']],
    ['foul language', { abuseReasons: ['abusiveLanguage'] }, ['warn', 'endIfItGoesOn']],
    // COM-3a-0
    ['answered already', { abuseReasons: ['alreadyAnswered'] }, ['warnAboutMatter', 'endIfItGoesOn']],
    ['nothing behind it', { abuseReasons: ['noSubstance'] }, ['warnAboutMatter', 'endIfItGoesOn']],
    ['records say otherwise', { abuseReasons: ['notBorneOut'] }, ['warnAboutMatter', 'endIfItGoesOn']],
    ['not our business', { abuseReasons: ['outsideResponsibility'] }, ['warnAboutMatter', 'endIfItGoesOn']],
    [
      'foul language about what was answered',
      { abuseReasons: ['alreadyAnswered', 'abusiveLanguage'] },
      ['warn', 'endIfItGoesOn'],
    ],
  ])('while it goes on: %s (COM-3a-1, COM-3a-2)', (_, facts, ids) => {
    expect(idsOf('abusiveCall', facts)).toEqual(ids);
  });

  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['nothing known', {}, ['letItRing', 'checkVoicemail', 'wasMessageLeft', 'writeRecord', 'readGuidance', 'support']],
    [
      'voicemail set up',
      { hasVoicemail: true },
      ['letItRing', 'wasMessageLeft', 'writeRecord', 'readGuidance', 'support'],
    ],
    [
      'voicemail known to be missing',
      { hasVoicemail: false },
      ['letItRing', 'checkVoicemail', 'wasMessageLeft', 'writeRecord', 'readGuidance', 'support'],
    ],
    ['a message left', { voicemailLeft: true }, ['keepMessage', 'writeRecord', 'readGuidance', 'support']],
    [
      'out of hours, violent, from outside',
      { officeHours: 'window', violenceThreatened: true, ring: 'external', hasVoicemail: true },
      [
        'tellFacilities',
        'tellPolice',
        'askSwitchboard',
        'letItRing',
        'wasMessageLeft',
        'writeRecord',
        'readGuidance',
        'support',
      ],
    ],
    [
      'particularly abusive, from inside',
      { particularlyAbusive: true, ring: 'internal', hasVoicemail: true },
      ['tellPolice', 'letItRing', 'wasMessageLeft', 'writeRecord', 'readGuidance', 'support'],
    ],
  ])('afterwards: %s (COM-3a-3 to COM-3a-9)', (_, facts, ids) => {
    expect(idsOf('abusiveCall', { ...ended, ...facts })).toEqual(ids);
  });

  it('never warns somebody who threatened violence (COM-3a-2)', () => {
    for (const facts of factsWith('abuseReasons', 'officeHours', 'particularlyAbusive', 'ring')) {
      expect(idsOf('abusiveCall', { ...facts, violenceThreatened: true })).toEqual(['endAtOnce']);
    }
  });

  it('names facilities security before everybody else when it is out of hours, and only then (COM-3a-3)', () => {
    for (const facts of factsWith('officeHours', 'violenceThreatened', 'ring', 'voicemailLeft', 'hasVoicemail')) {
      const ids = idsOf('abusiveCall', { ...facts, ...ended });
      if (facts.officeHours === 'inHours') expect(ids).not.toContain('tellFacilities');
      else expect(ids[0]).toBe('tellFacilities');
    }
  });
});

describe('a sexual or malicious call', () => {
  it('has one thing to do, whatever else is known: end it (COM-3b-1, C-11)', () => {
    for (const facts of factsWith('officeHours', 'violenceThreatened', 'abuseReasons', 'ring', 'particularlyAbusive')) {
      expect(idsOf('sexualCall', facts)).toEqual(['endAtOnce']);
    }
  });

  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['nothing known', {}, ['nameUsed', 'letItRing', 'checkVoicemail', 'wasMessageLeft', 'writeRecord', 'support']],
    ['a message left', { voicemailLeft: true }, ['nameUsed', 'keepMessage', 'writeRecord', 'support']],
    [
      'out of hours, violent, from outside',
      { officeHours: 'uncovered', violenceThreatened: true, ring: 'external', hasVoicemail: true },
      [
        'tellFacilities',
        'tellPolice',
        'askSwitchboard',
        'nameUsed',
        'letItRing',
        'wasMessageLeft',
        'writeRecord',
        'support',
      ],
    ],
  ])('afterwards: %s (COM-3b-2 to COM-3b-4)', (_, facts, ids) => {
    expect(idsOf('sexualCall', { ...ended, ...facts })).toEqual(ids);
  });
});

describe('a hoax call', () => {
  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['while it goes on', {}, ['giveNothingAway', 'noteTheStory', 'endWhenReady']],
    ['violence threatened', { violenceThreatened: true }, ['endAtOnce']],
    ['afterwards', ended, ['wasMessageLeft', 'writeRecord', 'support']],
    ['a message left', { ...ended, voicemailLeft: true }, ['keepMessage', 'writeRecord', 'support']],
    [
      'afterwards, out of hours, from outside',
      { ...ended, officeHours: 'window', ring: 'external' },
      ['tellFacilities', 'askSwitchboard', 'wasMessageLeft', 'writeRecord', 'support'],
    ],
  ])('%s (COM-3c-1)', (_, facts, ids) => {
    expect(idsOf('hoaxCall', facts)).toEqual(ids);
  });
});

describe('a call from a colleague', () => {
  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['while it goes on', {}, ['endWhenReady']],
    ['violence threatened', { violenceThreatened: true }, ['endAtOnce']],
    [
      'afterwards, caller not known',
      ended,
      ['managerInvolved', 'dignityAtWork', 'callRecords', 'wasMessageLeft', 'writeRecord', 'support'],
    ],
    [
      'afterwards, caller known',
      { ...ended, callerKnown: true },
      ['managerInvolved', 'dignityAtWork', 'wasMessageLeft', 'writeRecord', 'support'],
    ],
    [
      'the manager is part of it',
      { ...ended, managerInvolved: true, callerKnown: true, voicemailLeft: true },
      ['managerLeftOut', 'dignityAtWork', 'keepMessage', 'writeRecord', 'support'],
    ],
    [
      'violence threatened, afterwards',
      { ...ended, violenceThreatened: true, callerKnown: false },
      ['managerInvolved', 'tellPolice', 'dignityAtWork', 'callRecords', 'wasMessageLeft', 'writeRecord', 'support'],
    ],
  ])('%s (COM-3f-1 to COM-3f-3)', (_, facts, ids) => {
    expect(idsOf('internalCall', facts)).toEqual(ids);
  });

  it('asks about the manager before anything is sent or said to anyone (COM-3f-2)', () => {
    for (const facts of factsWith('managerInvolved', 'violenceThreatened', 'callerKnown', 'officeHours')) {
      expect(idsOf('internalCall', { ...facts, ...ended })[0]).toMatch(/^manager/);
    }
  });
});

describe('face to face', () => {
  it.each<[string, Partial<HelperFacts>, string[]]>([
    ['while it goes on', {}, ['explain', 'warn', 'endMeeting', 'callForHelp', 'ringIfInDanger']],
    ['violence threatened', { violenceThreatened: true }, ['leave', 'ringEmergency']],
    ['afterwards', ended, ['doNotFollow', 'whoSawIt', 'writeRecord', 'support']],
    [
      'afterwards, violent, out of hours',
      { ...ended, violenceThreatened: true, officeHours: 'window' },
      ['tellPolice', 'tellFacilities', 'doNotFollow', 'whoSawIt', 'writeRecord', 'support'],
    ],
  ])('%s (POL-4.2-1, BEH-4.1-1)', (_, facts, ids) => {
    expect(idsOf('inPerson', facts)).toEqual(ids);
  });
});
