import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { OpenMessage } from '../../application/ports/mail-host.ts';
import { emptyDraft, isUntouched, type ReportDraft } from '../../application/report-email-draft.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { DraftShelf, notNamed } from './draft-shelf.ts';
import { readAnswers, writeAnswers } from './form-answers.ts';

export interface Drafting {
  form: RefObject<HTMLFormElement | null>;
  /** As last read from the form. */
  draft: ReportDraft;
  /** Reads the form anew, and gives what it says now. */
  read(): ReportDraft;
  chooseManager(staff: Staff | null): void;
  /** Empties the form: the answers are in the outbox now. `keepsCopy`: they come back when the pane is loaded again before it has a message. */
  clear(options: { keepsCopy: boolean }): void;
  /** True when answers for another message are kept. */
  hasOther: boolean;
}

/**
 * The answers, one draft a message. Those given before the host said which message is open belong to the first one it names.
 * `onBegin` is called when the first answer is given.
 */
export function useDraft(message: OpenMessage | null | undefined, language: Language, onBegin: () => void): Drafting {
  const form = useRef<HTMLFormElement | null>(null);
  const shelf = useRef(new DraftShelf());
  const chosen = useRef<Staff | null>(null);
  const key = useRef<string | null>(null);
  const [draft, setDraft] = useState(() => emptyDraft(language));

  const read = useCallback(() => {
    if (!form.current) return emptyDraft(language);
    const answers = readAnswers(form.current, language, chosen.current);
    setDraft(answers);
    shelf.current.keep(key.current ?? notNamed, answers);
    if (!isUntouched(answers)) onBegin();
    return answers;
  }, [language, onBegin]);

  const show = useCallback((next: ReportDraft) => {
    chosen.current = next.chosenManager;
    if (form.current) writeAnswers(form.current, next);
    setDraft(next);
  }, []);

  // What was chosen before this code ran is on the screen: read it at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is there
  useEffect(() => {
    // A pane that is opened anew is about another message; one that was loaded again is not, and its host may hang.
    const kept = isLoadedAgain() ? shelf.current.find(notNamed) : null;
    if (!isUntouched(read())) return;
    if (!kept) return;
    show(kept);
    read();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message, and nothing else, changes the draft
  useEffect(() => {
    const nextKey = message?.hostItemId ?? null;
    if (nextKey === key.current) return;
    const isFirst = key.current === null;
    if (!isFirst) read();
    key.current = nextKey;
    if (nextKey === null) return;
    shelf.current.drop(notNamed);
    const kept = shelf.current.find(nextKey);
    const typed = isFirst && form.current ? readAnswers(form.current, language, chosen.current) : null;
    if (typed && !isUntouched(typed)) read();
    else show(kept ?? emptyDraft(language));
  }, [message]);

  return {
    form,
    draft,
    read,
    chooseManager: (staff) => {
      chosen.current = staff;
      read();
    },
    clear: ({ keepsCopy }) => {
      if (!keepsCopy) shelf.current.drop(key.current ?? notNamed);
      show(emptyDraft(language));
    },
    hasOther: shelf.current.hasAny,
  };
}

function isLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
