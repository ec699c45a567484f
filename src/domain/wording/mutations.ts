/** What the first letters of a Welsh word turn into: soft, nasal, aspirate, and h before a vowel. Longest first. */
const mutations: [initial: string, mutated: string[]][] = [
  ['ch', []],
  ['dd', []],
  ['ff', []],
  ['ng', []],
  ['ph', []],
  ['th', []],
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
];

/** The word itself and every form that a word before it can give it. The word is folded, as `foldText` does. B-CY-4 */
export function mutatedForms(word: string): string[] {
  const rule = mutations.find(([initial]) => word.startsWith(initial));
  if (rule) return [word, ...rule[1].map((mutated) => mutated + word.slice(rule[0].length))];
  return /^[aeiouwy]/u.test(word) ? [word, `h${word}`] : [word];
}
