import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { type HelperField, isHelperField } from '../../../domain/procedures/helper-fields.ts';
import type { QuickField } from '../../../domain/procedures/procedure.ts';
import { FieldInput } from './field-input.tsx';
import { useHelperWords } from './helper-context.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 13rem), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  more: { '& > summary': { cursor: 'pointer', minHeight: '32px', color: tokens.colorBrandForeground1 } },
});

/** The facts that matter first, quick to fill in; what there may be time for later stands below, closed. B-SUI-1, COM-3e-4 */
export function FactsPanel(props: { heading: string; fields: readonly QuickField[]; later?: readonly QuickField[] }) {
  const { heading, fields, later = [] } = props;
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id}>
        {heading}
      </Subtitle2>
      <Fields fields={fields.filter(isHelperField)} />
      {later.length > 0 ? (
        <details className={styles.more}>
          <summary>{words.facts.more}</summary>
          <Fields fields={later.filter(isHelperField)} />
        </details>
      ) : null}
    </section>
  );
}

function Fields({ fields }: { fields: readonly HelperField[] }) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldInput key={field} field={field} />
      ))}
    </div>
  );
}
