import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every catalogue there is, as it is written: no list of ours can forget one. */
const catalogues = readdirSync('src/words').filter((name) => /\.(en|cy)\.ts$/.test(name));

describe('No catalogue', () => {
  it('is without its other language', () => {
    expect(catalogues.length).toBeGreaterThan(50);
    const alone = catalogues.filter((name) => !catalogues.includes(name.replace(/\.(en|cy)\./, otherLanguage)));
    expect(alone).toEqual([]);
  });

  it.each([
    // B-SUI-3
    [
      'stigmatises',
      /commit\w* suicide|committing suicide|\boffenders?\b|\babusers?\b|troublemaker|nutter|cyflawni hunanladdiad|troseddwr|camdriniwr/iu,
    ],
    // C-08, COM-11.1-1
    ['cites a repealed Act', /1998/u],
    // C-33
    ['names a department that is called otherwise by now', /Department (of|for) Health|Adran Iechyd/iu],
    // C-01, C-27: they are in the configuration, and differ from organisation to organisation
    ['gives an extension', /\b(ext|est|extension|estyniad)\.? ?\d{3,}/iu],
    ['gives a telephone number', /\b0\d[\d ]{7,}/u],
    ['gives an address', /[\w.]+@[\w-]+\.\w/u],
  ])('%s', (_, pattern) => {
    expect(catalogues.filter((name) => pattern.test(readFileSync(join('src/words', name), 'utf8')))).toEqual([]);
  });
});

function otherLanguage(ending: string): string {
  return ending === '.en.' ? '.cy.' : '.en.';
}
