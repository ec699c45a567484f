import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { printCy } from '../../../words/print.cy.ts';
import { printEn } from '../../../words/print.en.ts';
import { Loading } from '../loading.tsx';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import type { PrintSource, TabPlace } from '../tab-place.ts';
import { useOwnDetails } from '../use-own-details.ts';
import { printRules, useSheetStyles } from './print-styles.ts';
import { PrintedSheets } from './printed-sheets.tsx';
import { usePrintedRecord } from './use-printed-record.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media print': { display: 'block' },
  },
  tools: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** A record on paper: the call record on one page as on the paper form, whatever belongs to it on pages of its own. COM-4.2-1, ANX-16 */
export function PrintPage({ of, id, onGo }: { of: PrintSource; id: string; onGo: (place: TabPlace) => void }) {
  const { language } = useTab();
  const words = language === 'cy' ? printCy : printEn;
  const other = language === 'cy' ? printEn : printCy;
  const styles = useStyles();
  const sheets = useSheetStyles();
  const [own] = useOwnDetails();
  const [withWords, setWithWords] = useState(false);
  const { value: record, error, isLoading, reload } = usePrintedRecord(of, id, own.name);

  return (
    <div className={styles.page}>
      <style>{printRules}</style>
      <div className={`not-printed ${styles.tools}`}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => onGo(placeBehind(of, id))}>
          {words.back}
        </Button>
        <Title2 as="h1">{words.print}</Title2>
        {record ? (
          <>
            <p>{words.lead}</p>
            <div className={styles.row}>
              <Button appearance="primary" icon={<PrintRegular />} onClick={() => window.print()}>
                {words.print}
              </Button>
              {record.draft.account.verbatim || record.draft.account.bomb?.exactWords ? (
                <Checkbox
                  checked={withWords}
                  label={words.withWords}
                  onChange={(_, { checked }) => setWithWords(checked === true)}
                />
              ) : null}
            </div>
          </>
        ) : null}
        {error ? <Problem error={error} onRetry={reload} /> : null}
        {!record && !error && !isLoading ? (
          <MessageBar intent="info" layout="multiline" role="status">
            <MessageBarBody>{words.missing}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {isLoading && !record ? <Loading /> : null}
      {record ? (
        // Wider than a phone: it scrolls sideways, by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached
        <section className={`sheets ${sheets.sheets}`} aria-label={words.paper} tabIndex={0}>
          <PrintedSheets record={record} words={words} other={other} withWords={withWords} />
        </section>
      ) : null}
    </div>
  );
}

function placeBehind(of: PrintSource, id: string): TabPlace {
  if (of === 'draft') return { page: 'record', draftId: id };
  if (of === 'mine') return { page: 'mine', submissionId: id };
  return { page: 'incident', boundary: of, itemId: id };
}
