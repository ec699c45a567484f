import type { FormEvent, RefObject } from 'react';
import type { DraftProblem, ReportDraft } from '../../application/report-email-draft.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import { countWords } from '../shared/fill-in.ts';
import { DetailsFields, InformationRequestField } from './details-fields.tsx';
import { KindChoice } from './kind-choice.tsx';
import { ManagerChoice, type ManagerKnown } from './manager-choice.tsx';
import type { PaneConnection } from './pane-connection.ts';
import { type PaneContext, usePane } from './pane-context.tsx';

/** `waiting`: kept, until the host says which message is open; `waitingHere`: in this pane alone, where the browser stores nothing. */
export type SubmitState = 'idle' | 'working' | 'waiting' | 'waitingHere' | 'notKept' | 'notReady';

interface ReportFormProps {
  form: RefObject<HTMLFormElement | null>;
  draft: ReportDraft;
  problems: DraftProblem[];
  submitState: SubmitState;
  receivedAt: string | null;
  manager: ManagerKnown;
  connection: PaneConnection | null;
  onAnswer(): void;
  onChooseManager(staff: Staff | null): void;
  onSubmit(): void;
}

/**
 * The form. Its inputs keep their own values (they are in the page before this code is), so that nothing typed early is
 * lost; `draft` is what was last read from them.
 */
export function ReportForm(props: ReportFormProps) {
  const { words, storesNothing } = usePane();
  const { draft, problems, submitState } = props;
  const has = (field: DraftProblem['field']) => problems.some((problem) => problem.field === field);
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    // `dialog` outside a dialog does nothing: a press before the script is there sends nothing and loses nothing.
    <form ref={props.form} method="dialog" noValidate onSubmit={send} onInput={props.onAnswer} autoComplete="off">
      <KindChoice isMissing={has('kind')} />
      <DetailsFields draft={draft} isTooLong={has('facts')} />
      <ManagerChoice
        known={props.manager}
        chosen={draft.chosenManager}
        isImplicated={draft.managerImplicated}
        onChoose={props.onChooseManager}
        connection={props.connection}
      />
      <InformationRequestField />
      <section className="preview" aria-labelledby="told-title">
        <h2 id="told-title">{words.told.title}</h2>
        {draft.kind === null || props.connection === null ? (
          <p className="hint">{words.told.pick}</p>
        ) : (
          <props.connection.views.WhoIsTold
            preview={props.connection.reporting.preview(draft, {
              receivedAt: props.receivedAt,
              hasManager: props.manager !== null,
            })}
          />
        )}
      </section>
      <div className="send">
        {problems.length > 0 && (
          <p className="problem" role="alert">
            {countWords(words.submit.problems, problems.length)}
          </p>
        )}
        {(submitState === 'notKept' || submitState === 'notReady') && (
          <p className="problem" role="alert">
            {words.submit[submitState]}
          </p>
        )}
        <button type="submit" className="primary" aria-disabled={submitState === 'working' || undefined}>
          {words.submit.button}
        </button>
        <p className="hint" role="status">
          {statusText(submitState, words, storesNothing)}
        </p>
      </div>
    </form>
  );
}

function statusText(state: SubmitState, words: PaneContext['words'], storesNothing: boolean): string {
  if (state === 'waiting' || state === 'waitingHere') return words.unattached[state];
  if (state === 'working') return words.submit.working;
  return storesNothing ? words.submit.draftHere : words.submit.draftKept;
}
