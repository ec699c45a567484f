import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { OwnDetails } from '../../../application/own-details.ts';
import type { IncidentDraft, IncidentProblem } from '../../../application/report-incident-draft.ts';
import { accountTermsCy } from '../../../words/account-terms.cy.ts';
import { accountTermsEn } from '../../../words/account-terms.en.ts';
import { recordCy } from '../../../words/record.cy.ts';
import { recordEn } from '../../../words/record.en.ts';
import { useTab } from '../tab-context.tsx';
import type { NamesOf } from './field-spec.ts';

/** What the form says, in the person's language. */
export function useRecordWords(): typeof recordEn {
  return useTab().language === 'cy' ? recordCy : recordEn;
}

export function useAccountTerms(): typeof accountTermsEn {
  return useTab().language === 'cy' ? accountTermsCy : accountTermsEn;
}

/** The word for an answer. */
export function useAnswerNames(): (names: NamesOf, answer: string) => string {
  const { terms } = useTab();
  const account = useAccountTerms();
  return useMemo(() => {
    const { behaviours, kinds, informationRequest } = terms;
    const all: Record<NamesOf, Record<string, string>> = { ...account, behaviours, kinds, informationRequest };
    return (names, answer) => all[names][answer] ?? answer;
  }, [account, terms]);
}

interface FormContextValue {
  draft: IncidentDraft;
  change(next: (before: IncidentDraft) => IncidentDraft): void;
  /** Answers that keep it from being sent. */
  problems: readonly IncidentProblem[];
  /** Whoever is at this device. */
  own: OwnDetails;
}

const FormContext = createContext<FormContextValue | null>(null);

export function FormContextProvider(props: FormContextValue & { children: ReactNode }) {
  const { children, draft, change, problems, own } = props;
  const value = useMemo(() => ({ draft, change, problems, own }), [draft, change, problems, own]);
  return <FormContext value={value}>{children}</FormContext>;
}

/** The record that is being written. */
export function useForm(): FormContextValue {
  const value = useContext(FormContext);
  if (!value) throw new Error('A field was shown outside its form.');
  return value;
}

/** What is wrong with this answer, in words; undefined when nothing is. */
export function useProblemOf(field: string): string | undefined {
  const words = useRecordWords();
  const problem = useForm().problems.find((each) => each.field === field);
  return problem && words.problem[problem.code];
}
