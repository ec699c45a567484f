import { statementCy } from '../../../words/statement.cy.ts';
import { statementEn } from '../../../words/statement.en.ts';
import { useTab } from '../tab-context.tsx';

/** What the page of a statement says, in the person's language. */
export function useStatementWords(): typeof statementEn {
  return useTab().language === 'cy' ? statementCy : statementEn;
}
