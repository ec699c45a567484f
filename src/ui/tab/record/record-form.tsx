import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { withOwnDetails } from '../../../application/own-details.ts';
import {
  findIncidentProblems,
  type IncidentDraft,
  type IncidentProblem,
} from '../../../application/report-incident-draft.ts';
import { checkWording } from '../../../domain/wording/check-wording.ts';
import { useTab } from '../tab-context.tsx';
import { useOwnDetails } from '../use-own-details.ts';
import { type SectionId, sectionsOf } from './form-sections.ts';
import { QuickPart } from './quick-part.tsx';
import { FormContextProvider, useRecordWords } from './record-context.tsx';
import { SectionList } from './section-list.tsx';
import { SendButton, SendPanel, type SendState } from './send-panel.tsx';
import { useManager } from './use-manager.ts';

const wide = '@media (min-width: 1000px)';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
    [wide]: {
      gridTemplateColumns: 'minmax(0, 46rem) minmax(18rem, 24rem)',
      gridTemplateRows: 'auto 1fr',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  send: {
    [wide]: {
      gridColumnStart: 2,
      gridRowStart: 1,
      gridRowEnd: 3,
      position: 'sticky',
      top: tokens.spacingVerticalL,
      maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
      overflowY: 'auto',
    },
  },
  more: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  again: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalS },
});

interface RecordFormProps {
  draft: IncidentDraft;
  change(next: (before: IncidentDraft) => IncidentDraft): void;
  /** The id of what is on its way. */
  onSent(id: string): void;
}

/** One form for every record: a few words and the button first, everything else below as data says. BEH-1.1-1, BEH-1.2-1 */
export function RecordForm({ draft, change, onSent }: RecordFormProps) {
  const { ports, keeper } = useTab();
  const words = useRecordWords();
  const styles = useStyles();
  const [own, remember] = useOwnDetails();
  const manager = useManager();
  const [problems, setProblems] = useState<IncidentProblem[]>([]);
  const [state, setState] = useState<SendState>('idle');
  const sections = sectionsOf(draft);
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(
    () => new Set(sections.filter(({ section }) => section.isCore(draft)).map(({ section }) => section.id)),
  );
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<IncidentProblem['field'] | null>(null);

  // The directory may answer after the form is open; only what is still empty is filled in.
  useEffect(() => {
    change((before) => (before.amending ? before : withOwnDetails(before, own)));
  }, [own, change]);

  // A problem that was put right goes as it is put right; new ones wait for the next press.
  const current = findIncidentProblems(draft, new Date());
  const shown = problems.filter(({ field }) => current.some((each) => each.field === field));

  // Once its section is open the field is there to take the focus.
  useEffect(() => {
    if (wanted === null) return;
    const place = root.current?.querySelector<HTMLElement>(`[data-field="${wanted}"]`);
    place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
    place?.scrollIntoView({ block: 'center' });
    setWanted(null);
  }, [wanted]);

  const preview = useMemo(
    () =>
      ports.reporting.preview(draft, {
        hasManager: manager !== null,
        department: own.division || null,
      }),
    [ports, draft, manager, own.division],
  );

  const send = () => {
    if (state === 'working') return;
    const found = findIncidentProblems(draft, new Date());
    setProblems(found);
    if (found[0]) {
      const { field } = found[0];
      const home = sections.find(({ fields }) => fields.some(({ id }) => id === field));
      if (home) setOpen((before) => new Set([...before, home.section.id]));
      setWanted(field);
      return;
    }
    setState('working');
    const { account, amending } = draft;
    const signed = { ...draft, account: { ...account, wordingFindings: checkWording(draft.facts).length } };
    remember({
      ...(account.call?.branch ? { branch: account.call.branch } : {}),
      ...(account.call?.extension ? { extension: account.call.extension } : {}),
    });
    const sending = amending ? ports.reporting.amend(signed, amending.note) : ports.reporting.submit(signed);
    sending.then(
      (id) => {
        keeper.release(draft.id);
        onSent(id);
      },
      () => setState('notKept'),
    );
  };

  return (
    <FormContextProvider draft={draft} change={change} problems={shown} own={own}>
      <div className={styles.form} ref={root}>
        <QuickPart />
        <div className={styles.send}>
          <SendPanel preview={preview} state={state} onSend={send} />
        </div>
        <div className={styles.more}>
          <div role="alert">
            {shown.length > 0 ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{words.problems(shown.length)}</MessageBarBody>
              </MessageBar>
            ) : null}
          </div>
          <SectionList sections={sections} open={open} onOpen={setOpen} />
          <div className={styles.again}>
            <p>{words.told.done}</p>
            <SendButton state={state} onSend={send} />
          </div>
        </div>
      </div>
    </FormContextProvider>
  );
}
