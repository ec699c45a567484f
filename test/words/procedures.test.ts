import { describe, expect, it } from 'vitest';
import { procedures } from '../../src/domain/procedures/all-procedures.ts';
import { procedureIds } from '../../src/domain/procedures/procedure.ts';
import { type ReadOut, wordsOfStep } from '../../src/words/procedure-words.ts';
import { proceduresCy } from '../../src/words/procedures.cy.ts';
import { proceduresEn } from '../../src/words/procedures.en.ts';

const catalogues = [
  ['en', proceduresEn],
  ['cy', proceduresCy],
] as const;

const known: ReadOut = {
  name: 'Elin Prys',
  extension: '0142',
  siteName: 'Glanrafon House',
  siteAddress: '1 Riverside',
  sitePhone: '01632 960 200',
  location: 'by the old bridge',
  callbackNumber: '01632 960 999',
};
const unknown: ReadOut = {
  name: 'Elin Prys',
  extension: '',
  siteName: ' ',
  siteAddress: '',
  sitePhone: '',
  location: '',
  callbackNumber: '',
};

const reasons = [
  'welfare',
  'ambulance',
  'bombCathaysPark',
  'bombOtherSite',
  'bombSiteInstructions',
  'inPerson',
] as const;

describe.each(catalogues)('the words of the procedures (%s)', (_, words) => {
  it.each(procedureIds)('name exactly the steps of "%s" (B-CY-1)', (id) => {
    const steps = procedures[id].steps.map((step) => step.id);
    expect(Object.keys(words.procedures[id].steps).sort()).toEqual([...steps].sort());
  });

  it.each(procedureIds)('give a phrase wherever "%s" says or warns, and no empty sentence (COM-3a-1)', (id) => {
    const { title, lead } = words.procedures[id];
    expect([title, lead].filter((text) => text.trim() === '')).toEqual([]);
    for (const step of procedures[id].steps) {
      const said = wordsOfStep(words, id, step.id);
      expect([said?.title.trim(), said?.why.trim()], step.id).not.toContain('');
      const isSpoken = step.action?.type === 'say' || step.action?.type === 'warn';
      if (isSpoken) expect(said?.phrase?.trim(), step.id).toBeTruthy();
    }
  });

  it('knows no step that is in no procedure', () => {
    expect(wordsOfStep(words, 'abusiveCall', 'toString')).toBeNull();
    expect(wordsOfStep(words, 'abusiveCall', 'ambulance')).toBeNull();
  });

  it('stay neutral and kind where a life is at risk (COM-3d-1, B-SUI-3, C-32)', () => {
    const text =
      JSON.stringify(words.procedures.suicideCall) +
      words.readOut.welfare(known).join() +
      words.readOut.ambulance(known).join();
    expect(text).not.toMatch(
      /abus|offen[cds]|offensive|threat|malicious|commit|attempt|attention|victim|warn|evidence|caller’s language|sarhau|bygyth|maleis|cyflawni|ymgais|rhybudd|tystiolaeth|camdrin|cam-drin/iu,
    );
  });

  it.each(reasons)('read out what is known for "%s", and leave out what is not', (reason) => {
    const full = words.readOut[reason](known);
    const bare = words.readOut[reason](unknown);
    expect(bare.every((line) => line.trim() !== '' && !/[:] *$/u.test(line))).toBe(true);
    expect(full.length).toBeGreaterThan(bare.length);
    expect([full, bare].every((lines) => lines.join().includes('Elin Prys'))).toBe(true);
  });

  it('read out what each colleague must say on the phone (COM-3d-4, COM-3e-1, COM-3e-2)', () => {
    expect(words.readOut.bombCathaysPark(known).join()).toContain('0142');
    const elsewhere = words.readOut.bombOtherSite(known).join();
    for (const told of ['0142', 'Glanrafon House', '1 Riverside', '01632 960 200']) expect(elsewhere).toContain(told);
    const ambulance = words.readOut.ambulance(known).join();
    for (const told of ['999', 'by the old bridge', '01632 960 999']) expect(ambulance).toContain(told);
  });
});

it('no phrase is the same in both languages (B-CY-4)', () => {
  for (const id of procedureIds) {
    for (const { id: stepId } of procedures[id].steps) {
      const english = wordsOfStep(proceduresEn, id, stepId);
      const welsh = wordsOfStep(proceduresCy, id, stepId);
      expect(english?.phrase === undefined, stepId).toBe(welsh?.phrase === undefined);
      expect(english?.title).not.toBe(welsh?.title);
      expect(english?.why).not.toBe(welsh?.why);
      if (english?.phrase) expect(english.phrase).not.toBe(welsh?.phrase);
    }
  }
});
