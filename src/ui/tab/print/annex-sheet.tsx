import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { printEn } from '../../../words/print.en.ts';
import { type AnnexField, annexRows } from './annex-rows.ts';
import { sheetHeight, useSheetStyles } from './print-styles.ts';

/** From comfortable to the smallest that can be read; after that, long answers go on on the next sheet. */
const steps: readonly { size: number; cut: number }[] = [
  ...[10, 9.5, 9, 8.5, 8, 7.5, 7].map((size) => ({ size, cut: Number.POSITIVE_INFINITY })),
  ...[2400, 1600, 1200, 900, 600, 400, 250, 150].map((cut) => ({ size: 7, cut })),
];

const millimetre = 96 / 25.4;

interface AnnexSheetProps {
  values: Partial<Record<AnnexField, string>>;
  /** Labels of the person's language, and of the other one. */
  words: typeof printEn;
  other: typeof printEn;
  head: ReactNode;
  foot: ReactNode;
}

/** The paper form, always on one page: smaller type for longer answers, and what still does not fit goes on on a second sheet. COM-4.2-1 */
export function AnnexSheet({ values, words, other, head, foot }: AnnexSheetProps) {
  const styles = useSheetStyles();
  const sheet = useRef<HTMLDivElement>(null);
  const key = JSON.stringify([values, words.title]);
  const [fit, setFit] = useState({ key, step: 0 });
  const step = fit.key === key ? fit.step : 0;
  const { size, cut } = steps[step] ?? { size: 7, cut: 150 };

  // Every measure leads to a smaller step, and there is a last one.
  useLayoutEffect(() => {
    const height = sheet.current?.getBoundingClientRect().height ?? 0;
    if (height > sheetHeight * millimetre && step < steps.length - 1) setFit({ key, step: step + 1 });
  });

  const cutFields = annexRows.flat().filter((field) => (values[field] ?? '').length > cut);
  return (
    <>
      <article
        className={mergeClasses('sheet', styles.sheet)}
        aria-label={words.title}
        style={{ fontSize: `${size}pt` }}
      >
        <div ref={sheet}>
          {head}
          <div className={styles.rows}>
            {annexRows.map((row) => (
              <div key={row.join()} className={styles.row}>
                {row.map((field) => (
                  <div key={field} className={styles.cell}>
                    <span className={styles.label}>
                      {words.labels[field]}
                      {words.labels[field] === other.labels[field] ? null : (
                        <span className={styles.other}> / {other.labels[field]}</span>
                      )}
                    </span>
                    <p className={styles.value}>{shortened(values[field] ?? '', cut, words.continues)}</p>
                  </div>
                ))}
              </div>
            ))}
          </div>
          {foot}
        </div>
      </article>
      {cutFields.length > 0 ? (
        <article
          className={mergeClasses('sheet', styles.sheet)}
          aria-label={words.continued}
          style={{ fontSize: '9pt' }}
        >
          <h2 className={styles.title}>
            {words.title}: {words.continued}
          </h2>
          {cutFields.map((field) => (
            <section key={field}>
              <h3 className={styles.label}>{words.labels[field]}</h3>
              <p className={styles.value}>{values[field]}</p>
            </section>
          ))}
        </article>
      ) : null}
    </>
  );
}

function shortened(text: string, cut: number, note: string): string {
  // A character outside the basic plane is never cut in two.
  return text.length <= cut ? text : `${text.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '')}… ${note}`;
}
