import { describe, expect, it } from 'vitest';
import { situations } from '../../../../src/domain/incident/account-vocabulary.ts';
import { kinds } from '../../../../src/domain/incident/vocabulary.ts';
import { inCall } from '../../../../src/ui/tab/record/draft-spots.ts';
import { formSections, sectionsOf } from '../../../../src/ui/tab/record/form-sections.ts';
import { guessAttachmentType } from '../../../../src/ui/tab/record/guess-attachment-type.ts';
import { recordCy } from '../../../../src/words/record.cy.ts';
import { recordEn } from '../../../../src/words/record.en.ts';
import { freshDraft, fullCall } from '../full-record.ts';

const sectionIds = (draft: Parameters<typeof sectionsOf>[0]) => sectionsOf(draft).map(({ section }) => section.id);
const fieldIds = (draft: Parameters<typeof sectionsOf>[0]) =>
  sectionsOf(draft).flatMap(({ fields }) => fields.map(({ id }) => id));

describe('The form of a record', () => {
  it.each([
    ['call', 'abusive', ['call', 'ending'], ['bomb', 'welfare', 'letter', 'request', 'assault']],
    ['call', 'bombThreat', ['bomb', 'call'], ['welfare', 'demand']],
    ['call', 'suicideThreat', ['welfare', 'ending'], ['behaviour', 'demand', 'call', 'assault', 'homeThreat']],
    ['voicemail', 'sexualMalicious', ['call', 'ending'], ['letter']],
    ['letter', 'abusive', ['letter', 'request'], ['call', 'online']],
    ['socialMedia', 'abusive', ['online', 'request'], ['call', 'letter']],
    ['emailElsewhere', 'abusive', ['online', 'request'], ['call']],
    ['otherElectronic', 'abusive', ['online', 'request'], ['call']],
    ['inPerson', 'abusive', ['assault', 'meeting', 'behaviour'], ['call', 'request']],
    ['homeThreat', 'none', ['homeThreat', 'assault'], ['call']],
    ['visitorConcern', 'none', ['you', 'people'], ['behaviour', 'verbatim', 'call']],
    ['safetyConcern', 'none', ['you', 'people'], ['behaviour', 'verbatim', 'call']],
  ] as const)('of %s, kind %s, asks about %j and not about %j', (situation, kind, wanted, unwanted) => {
    const ids = sectionIds(freshDraft(situation, kind));
    expect(ids).toEqual(expect.arrayContaining([...wanted]));
    expect(ids.filter((id) => (unwanted as readonly string[]).includes(id))).toEqual([]);
  });

  it('asks nothing about the conduct of somebody who needs help, whatever the way it came (COM-3d-1, C-32)', () => {
    for (const situation of situations) {
      const ids = sectionIds(freshDraft(situation, 'suicideThreat', { homeThreat: true }));
      expect(ids).not.toEqual(expect.arrayContaining(['behaviour']));
      expect(ids).not.toEqual(expect.arrayContaining(['homeThreat']));
    }
  });

  it('has somewhere to send attachments, people and the manager for every kind and way', () => {
    for (const situation of situations) {
      for (const kind of kinds) {
        expect(sectionIds(freshDraft(situation, kind))).toEqual(
          expect.arrayContaining(['you', 'people', 'attachments', 'manager']),
        );
      }
    }
  });

  it.each([
    ['nameSource', 'nameUsed', 'yes', 'no'],
    ['recognisedAs', 'recognised', 'maybe', 'no'],
    ['switchboard', 'ring', 'external', 'internal'],
  ] as const)('asks %s only when %s is "%s" (ANX-12 to ANX-14)', (asked, on, yes, no) => {
    const draft = freshDraft('call', 'abusive');
    const spot = inCall(on) as { set(given: typeof draft, value: string): typeof draft };
    expect(fieldIds(spot.set(draft, yes))).toContain(asked);
    expect(fieldIds(spot.set(draft, no))).not.toContain(asked);
    expect(fieldIds(draft)).not.toContain(asked);
  });

  it('asks whose property it is only when property was damaged (BEH-3.2-3)', () => {
    expect(fieldIds(freshDraft('inPerson', 'abusive'))).not.toContain('property');
    expect(fieldIds(freshDraft('inPerson', 'abusive', { behaviours: ['propertyDamageOrThreat'] }))).toContain(
      'property',
    );
  });

  it('asks for the records of the extension only of a call from within (COM-3f-3)', () => {
    expect(fieldIds(freshDraft('call', 'internal'))).toContain('callRecordsWanted');
    expect(fieldIds(freshDraft('call', 'abusive'))).not.toContain('callRecordsWanted');
  });

  it.each<[string, string, string[]]>([
    [
      'behaviours',
      'BEH-3.2-1',
      [
        ...['physicalAssault', 'attemptedAssault', 'severeVerbalAbuse', 'likelyViolence', 'harassmentSerious'],
        ...['harassmentRacial', 'harassmentSexual', 'propertyDamageOrThreat'],
      ],
    ],
    ['property', 'BEH-3.2-3', ['personal', 'official', 'both']],
    [
      'abuseTags',
      'POL-3.2-1',
      [
        ...['violenceOrThreat', 'manipulative', 'swearingOrInsult', 'offensiveTone', 'rudeness', 'threatOfHarm'],
        'continualContact',
      ],
    ],
    [
      'demandTags',
      'POL-3.2-2',
      [
        ...['unreasonableDeadline', 'excessiveContact', 'duplicates', 'shiftingComplaint', 'refusesDecision'],
        ...['outsideHours', 'insistsOnAnotherPerson', 'insistsAfterClosure', 'beyondRemit'],
      ],
    ],
    ['hostility', 'B-EVD-5', ['race', 'religion', 'disability', 'orientation', 'transgenderIdentity']],
    ['informationRequest', 'COM-1.7-1', ['yes', 'no', 'unsure']],
  ])('offers as %s exactly what there is (%s)', (id, _, options) => {
    const draft = freshDraft('letter', 'abusive', { behaviours: ['propertyDamageOrThreat'] });
    const field = sectionsOf(draft)
      .flatMap(({ fields }) => fields)
      .find((each) => each.id === id);
    expect(field).toMatchObject({ options });
  });

  it.each([
    ['inPerson', ['towardsFamily', 'stoppedForSafety', 'seemedIntoxicated'], 'BEH-3.2-2, PREV-dont-2'],
    ['inPerson', ['where', 'placeDetail', 'loneWorking'], 'BEH-6.1-1, BEH-12.1-1'],
    ['inPerson', ['repeated', 'demandImpact', 'underlyingIssueOpen'], 'COM-1.2-1, POL-1.2-1, COM-8.1-1'],
    ['call', ['onBehalfOf', 'affected', 'witnesses'], 'X-SAFE-2, BEH-8.14-1, BEH-8.5-1'],
    ['letter', ['letterAdvice', 'attachments'], 'COM-7.1-1'],
    ['socialMedia', ['socialAdvice', 'otherAccount', 'otherLink', 'attachments'], 'POL-3.1-1, B-BOMB-3'],
    ['homeThreat', ['homeAdviceNow', 'homeThreatReason', 'homeAdvice'], 'BEH-7.1-2, BEH-7.1-3'],
  ] as const)('of %s asks for %j (%s)', (situation, wanted, _) => {
    expect(fieldIds(freshDraft(situation, 'abusive'))).toEqual(expect.arrayContaining([...wanted]));
  });

  it('holds every field of Annex A (ANX-2 to ANX-17, COM-4.1-1)', () => {
    expect(fieldIds(fullCall('short'))).toEqual(
      expect.arrayContaining([
        ...['ownName', 'branch', 'division', 'site', 'extension', 'characteristics', 'verbatim', 'background'],
        ...['backgroundOther', 'line', 'voice', 'accent', 'otherVoice', 'nameUsed', 'nameSource', 'recognised'],
        ...['recognisedAs', 'ring', 'switchboard', 'numberShown', 'number1471', 'warnedAt', 'endedBy', 'endedAt'],
        ...['voicemailLeft', 'voicemailKept'],
      ]),
    );
  });

  it('asks no question twice, and has no address field anywhere (BEH-7.1-2)', () => {
    for (const { fields } of formSections) {
      const ids = fields.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const home = formSections.find(({ id }) => id === 'homeThreat');
    expect(home?.fields.map(({ id }) => id)).toEqual(['homeAdviceNow', 'homeThreatReason', 'homeAdvice']);
  });

  it.each([recordEn, recordCy])(
    'has neither accusing nor hurtful words on the way of a call for help (B-SUI-3)',
    (words) => {
      const { welfare } = words.sections;
      const asked = sectionsOf(freshDraft('call', 'suicideThreat')).flatMap(({ section, fields }) => [
        words.sections[section.id].title,
        words.sections[section.id].hint,
        ...fields.flatMap(({ type, id }) => (type === 'special' ? [] : Object.values(words.fields[id]))),
      ]);
      const said = [welfare.title, words.leadWelfare, words.after.welfare, words.after.supportFirstLead, ...asked].join(
        ' ',
      );
      expect(said).not.toMatch(/abus|offend|commit|accus|camdrin|cam-drin|troseddwr|cyflawni hunan/i);
    },
  );
});

describe('A picked file', () => {
  it.each([
    ['audio/mpeg', 'a.mp3', 'voicemail', 'voicemail'],
    ['audio/mpeg', 'a.mp3', 'inPerson', 'audio'],
    ['image/png', 'a.png', 'socialMedia', 'screenshot'],
    ['image/jpeg', 'a.jpg', 'letter', 'scan'],
    ['image/jpeg', 'a.jpg', 'inPerson', 'photo'],
    ['application/pdf', 'a.pdf', 'letter', 'scan'],
    ['', 'a.EML', 'emailElsewhere', 'email'],
    ['', 'a.bin', 'inPerson', 'other'],
  ] as const)('%s %s in %s is taken for: %s', (type, name, situation, expected) => {
    expect(guessAttachmentType({ type, name }, situation)).toBe(expected);
  });
});
