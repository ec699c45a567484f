import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PrintedLine } from './answer-text.ts';
import { useSheetStyles } from './print-styles.ts';

export interface ListPart {
  title: string;
  lines: PrintedLine[];
}

/** Answers one below the other, on as many pages as it takes; a page of its own. */
export function ListSheet({
  title,
  head,
  parts,
  foot,
}: {
  title: string;
  head: ReactNode;
  parts: ListPart[];
  foot?: ReactNode;
}) {
  const styles = useSheetStyles();
  return (
    <article className={mergeClasses('sheet', styles.sheet)} aria-label={title} style={{ fontSize: '9.5pt' }}>
      {head}
      {parts.map((part) => (
        <section key={part.title}>
          <h3 className={styles.label}>{part.title}</h3>
          <div className={styles.rows}>
            {part.lines.map(({ label, value }) => (
              <div key={label} className={styles.row}>
                <div className={styles.cell} style={{ flexGrow: 0, flexBasis: '60mm' }}>
                  <span className={styles.label}>{label}</span>
                </div>
                <div className={styles.cell}>
                  <p className={styles.value}>{value}</p>
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
      {foot}
    </article>
  );
}
