import type { statementEn } from '../../../words/statement.en.ts';

/** Why the service took neither signature nor addition; a code this version does not know is told in general words. */
export function describeRefusal(code: string, { refusals, refusedOther }: typeof statementEn): string {
  return Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : refusedOther;
}
