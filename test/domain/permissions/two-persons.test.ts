import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PairedAct, secondPersonRefusal } from '../../../src/domain/permissions/two-persons.ts';

const acts: PairedAct[] = ['weeding', 'reconsideration', 'withheldItem'];
const strict = { reconsiderationNeedsSecond: true };
const [one, other] = ['0000000A-0000-4000-8000-000000000001', '0000000a-0000-4000-8000-000000000002'] as const;

// Model 6; scenario S8
describe('what never rests on one person alone', () => {
  it.each(acts)('%s: not by whoever was first, however the id is written', (act) => {
    for (const again of [one, one.toLowerCase(), ` ${one} `]) {
      expect(secondPersonRefusal(act, one, again, strict)).toBe('samePerson');
    }
  });

  it.each(acts)('%s: by anybody else', (act) => {
    expect(secondPersonRefusal(act, one, other, strict)).toBeNull();
  });

  it.each(acts)('%s: by nobody while nobody was first', (act) => {
    for (const nobody of [null, '', '  '])
      expect(secondPersonRefusal(act, nobody, other, strict)).toBe('firstPersonUnknown');
  });

  it('asks for a second reviewer of a reconsideration only where one is configured', () => {
    const lax = { reconsiderationNeedsSecond: false };
    expect(secondPersonRefusal('reconsideration', one, one, lax)).toBeNull();
    expect(secondPersonRefusal('weeding', one, one, lax)).toBe('samePerson');
    expect(secondPersonRefusal('withheldItem', one, one, lax)).toBe('samePerson');
  });

  it('never lets one person be both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...acts), fc.string(), (act, id) => {
        expect(secondPersonRefusal(act, id, id, strict)).not.toBeNull();
      }),
    );
  });
});
