import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { type FieldSpec, isAnswered } from './field-spec.ts';
import type { FormSection, SectionId } from './form-sections.ts';
import { Question } from './question.tsx';
import { useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  section: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '& > summary svg': { transitionProperty: 'transform', transitionDuration: tokens.durationFast },
    '&[open] > summary svg': { transform: 'rotate(180deg)' },
  },
  summary: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    cursor: 'pointer',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusLarge,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 480px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  fields: {
    '& .fui-Select': { minWidth: 0 },
    '& .fui-Select select': { width: '100%', minWidth: 0 },
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    '@media (max-width: 480px)': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    },
  },
});

interface SectionListProps {
  sections: readonly { section: FormSection; fields: FieldSpec[] }[];
  open: ReadonlySet<SectionId>;
  onOpen(next: ReadonlySet<SectionId>): void;
}

/** Everything beyond the few words: folded away, each part saying what it is about and how much is answered. */
export function SectionList({ sections, open, onOpen }: SectionListProps) {
  const words = useRecordWords();
  const styles = useStyles();
  const areAllOpen = sections.every(({ section }) => open.has(section.id));
  return (
    <section className={styles.list} aria-labelledby="more-heading">
      <div className={styles.head}>
        <div>
          <h2 id="more-heading" className={styles.title}>
            {words.more}
          </h2>
          <p className={styles.quiet}>{words.optional}</p>
        </div>
        <Button
          appearance="subtle"
          onClick={() => onOpen(new Set(areAllOpen ? [] : sections.map(({ section }) => section.id)))}
        >
          {areAllOpen ? words.closeAll : words.openAll}
        </Button>
      </div>
      {sections.map(({ section, fields }) => (
        <details
          key={section.id}
          className={styles.section}
          open={open.has(section.id)}
          onToggle={(event) => {
            const isOpen = event.currentTarget.open;
            if (isOpen === open.has(section.id)) return;
            const next = new Set(open);
            if (isOpen) next.add(section.id);
            else next.delete(section.id);
            onOpen(next);
          }}
        >
          <Summary id={section.id} fields={fields} />
          {open.has(section.id) ? (
            <div className={styles.fields}>
              {fields.map((field) => (
                <Question key={field.id} field={field} />
              ))}
            </div>
          ) : null}
        </details>
      ))}
    </section>
  );
}

function Summary({ id, fields }: { id: SectionId; fields: readonly FieldSpec[] }) {
  const { draft } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  const { title, hint } = words.sections[id];
  const answered = fields.filter((field) => isAnswered(field, draft)).length;
  return (
    <summary className={styles.summary}>
      <span>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.quiet}>{hint}</span>
      </span>
      {answered > 0 ? (
        <Badge appearance="tint" color="success">
          {words.answered(answered)}
        </Badge>
      ) : (
        <span />
      )}
      <ChevronDownRegular fontSize={20} aria-hidden />
    </summary>
  );
}
