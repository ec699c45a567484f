import type { FindingKind } from '../domain/wording/finding.ts';

/** What the wording check says. It advises, politely, and never says that anything is wrong. BEH-14.2-1 */
export const wordingEn = {
  heading: 'Could you say it as a fact?',
  lead: 'Only a suggestion. You can send it as it is.',
  found: (count: number) => (count === 1 ? '1 place to look at again' : `${count} places to look at again`),
  none: 'Nothing more to look at',
  advice: {
    insult: 'A name for somebody. Say what the person did or said. If it was said to you, put it in quotation marks.',
    opinion: 'It sounds like a judgement. What did you see or hear that made you think so?',
    speculation: 'It sounds like a guess. Say what you saw or heard, or write that you do not know.',
    emotive: 'A strong word that does not say what happened. Describe it: the words, the voice, what was done.',
    conclusion:
      'Only a doctor or a court could say so. Write what you noticed, for example slurred speech or a smell of alcohol.',
    stigma: 'This wording can hurt. “Took their own life”, “thoughts of suicide” or “attempted suicide” says the same.',
    postcode: 'A postcode. If it belongs to anybody’s home, please leave it out.',
  } satisfies Record<FindingKind, string>,
  askSomeone: (adviser: string) => `Not sure? Ask a senior manager or ${adviser}.`,
  adviser: 'the Access to Information team',
  keep: 'Leave it as it is',
};

export type WordingWords = typeof wordingEn;
