import { questionCy } from '../../../words/question.cy.ts';
import { questionEn } from '../../../words/question.en.ts';
import { useTab } from '../tab-context.tsx';

/** What is said around a manager's question, in the person's language. */
export function useQuestionWords(): typeof questionEn {
  return useTab().language === 'cy' ? questionCy : questionEn;
}
