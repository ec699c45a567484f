import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { stepsFor } from '../../../domain/procedures/procedure.ts';
import type { Keeping } from '../draft-keeper.ts';
import { FactsPanel } from './facts-panel.tsx';
import { FieldInput } from './field-input.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';
import { HelperHeader } from './helper-header.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { StepList } from './step-list.tsx';
import { WhereCard } from './where-card.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '84rem',
    marginLeft: 'auto',
    marginRight: 'auto',
    // Nothing that takes the focus ends up under the line to write on.
    '@media (max-width: 899px)': { paddingBottom: '72px', '& *': { scrollMarginBottom: '84px' } },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  beside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  notes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
});

/** Steps large and first, notes beside them, the facts that matter on top where a life hangs on them. */
export function LiveHelper({ keeping }: { keeping: Keeping }) {
  const { procedure, facts } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const composer = useRef<HTMLTextAreaElement>(null);
  useJumpKey(composer);
  const isCalm = procedure.tone === 'calm';
  const isBomb = procedure.kind === 'bombThreat';
  // What leaves by one tap is completed after it has left: nobody is led to a form instead of sending.
  const isSentFirst = procedure.steps.some(({ action }) => action?.type === 'sendNow');
  const steps = stepsFor(procedure, facts)
    .filter(({ action }) => !isSentFirst || action?.type !== 'openForm')
    .map((step, index) => ({ ...step, number: index + 1 }));
  // One tap that changes the steps stands above them, not among the facts.
  const switches = procedure.quickFields.filter((field) => field === 'violenceThreatened');
  const others = procedure.quickFields.filter((field) => field !== 'violenceThreatened');
  return (
    <div className={styles.page}>
      <HelperHeader keeping={keeping} />
      {isBomb ? <WhereCard /> : null}
      {isCalm ? <FactsPanel heading={words.facts.heading} fields={procedure.quickFields} /> : null}
      {switches.length > 0 && !facts.hasEnded ? <FieldInput field="violenceThreatened" /> : null}
      <div className={styles.columns}>
        <StepList steps={steps} />
        <div className={styles.beside}>
          <section className={styles.notes} aria-labelledby="notes-heading">
            <Subtitle2 as="h2" id="notes-heading">
              {words.notes.heading}
            </Subtitle2>
            <NotesPanel composer={composer} />
          </section>
          {isCalm ? (
            <FactsPanel heading={words.facts.more} fields={procedure.laterFields} />
          ) : (
            <FactsPanel
              heading={isBomb ? words.facts.checklist : words.facts.heading}
              fields={others}
              later={procedure.laterFields}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** F2 goes to the notes from anywhere, and back to where one was. */
function useJumpKey(composer: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    let cameFrom: Element | null = null;
    const jump = (event: KeyboardEvent) => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      if (document.activeElement === composer.current) {
        if (cameFrom instanceof HTMLElement) cameFrom.focus();
        return;
      }
      cameFrom = document.activeElement;
      composer.current?.focus();
    };
    window.addEventListener('keydown', jump);
    return () => window.removeEventListener('keydown', jump);
  }, [composer]);
}
