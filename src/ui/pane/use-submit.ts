import { useEffect, useRef, useState } from 'react';
import { type DraftProblem, findDraftProblems } from '../../application/report-email-draft.ts';
import { obstacleOf, type SignInObstacle } from '../shared/sign-in-obstacle.ts';
import type { PaneConnection } from './pane-connection.ts';
import type { SubmitState } from './report-form.tsx';
import type { Drafting } from './use-draft.ts';
import type { MessageReport } from './use-message-report.ts';

interface Submitting {
  problems: DraftProblem[];
  state: SubmitState;
  submit(): void;
  /** Asks the person to sign in, from the press of a button, and goes on with what waited for it. */
  signIn(): void;
  /** Why the last sign-in came to nothing; null before one, and after one that did not. */
  obstacle: SignInObstacle | null;
}

interface SubmitInput {
  connection: PaneConnection | null;
  report: MessageReport;
  drafting: Drafting;
}

/** A press on "Report": checked, kept on the device, and only then sent. X-IDEM-1, X-OFF-1. */
export function useSubmit({ connection, report, drafting }: SubmitInput): Submitting {
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [state, setState] = useState<SubmitState>('idle');
  const [obstacle, setObstacle] = useState<SignInObstacle | null>(null);
  /** State and no ref: the message may come while the report is still being kept, or after. */
  const [unattached, setUnattached] = useState<string | null>(null);
  const isBusy = useRef(false);
  /** Pressed before there was anything to keep it with. */
  const isWanted = useRef(false);
  const { draft, form } = drafting;

  // A problem that was put right goes away as it is put right; new ones wait for the next press.
  useEffect(() => {
    const now = new Set(findDraftProblems(draft).map(({ code }) => code));
    setProblems((shown) =>
      shown.every(({ code }) => now.has(code)) ? shown : shown.filter(({ code }) => now.has(code)),
    );
  }, [draft]);

  // Kept before the host had said which message is open: now it has, while the pane stayed open.
  useEffect(() => {
    if (unattached === null || !connection || !report.prepared) return;
    setUnattached(null);
    connection.reporting.attach(unattached, report.prepared).then(
      (attached) => {
        report.follow(attached);
        setState('idle');
      },
      () => setState('notKept'),
    );
  }, [connection, unattached, report.prepared, report.follow]);

  useEffect(() => {
    if (!connection || !isWanted.current) return;
    isWanted.current = false;
    void keep();
  });

  const keep = async () => {
    const answers = drafting.read();
    const found = findDraftProblems(answers);
    setProblems(found);
    if (found[0]) {
      focusField(form.current, found[0].field);
      return;
    }
    if (!connection) {
      isWanted.current = true;
      setState('notReady');
      return;
    }
    setState('working');
    try {
      const id = await connection.reporting.submit(answers, report.prepared);
      const isKept = connection.outbox.keeps(id);
      // Loading the pane again, which a hanging Outlook invites to, must not be the end of it.
      drafting.clear({ keepsCopy: !report.prepared && !isKept });
      if (report.prepared) report.follow(id);
      else setUnattached(id);
      setState(report.prepared ? 'idle' : isKept ? 'waiting' : 'waitingHere');
    } catch {
      setState('notKept');
    }
  };

  return {
    problems,
    state,
    submit: () => {
      if (isBusy.current) return;
      isBusy.current = true;
      void keep().finally(() => {
        isBusy.current = false;
      });
    },
    signIn: () => {
      if (!connection) return;
      // Gone while the window is open, so that the same answer a second time is said a second time.
      setObstacle(null);
      connection.ports.signIn.interactively().then(
        () => connection.reporting.runner.hurry('all'),
        // What was written waits in the outbox, and the button stays.
        (error: unknown) => setObstacle(obstacleOf(error)),
      );
    },
    obstacle,
  };
}

function focusField(form: HTMLFormElement | null, field: DraftProblem['field']): void {
  form?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
}
