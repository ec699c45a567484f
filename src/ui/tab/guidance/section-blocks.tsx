import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { GuidanceBlock, StepBlock } from '../../../words/compose-guidance.ts';
import type { ContactsBlock, GuidanceWords } from '../../../words/guidance-words.ts';
import { telAddress } from '../../shared/tel-address.ts';
import { useTab } from '../tab-context.tsx';
import { RetentionTable } from './retention-table.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS, paddingLeft: tokens.spacingHorizontalXL },
  steps: { display: 'grid', gap: tokens.spacingVerticalL, paddingLeft: tokens.spacingHorizontalXXL },
  step: { '::marker': { fontWeight: tokens.fontWeightSemibold } },
  title: { fontWeight: tokens.fontWeightSemibold },
  condition: { color: tokens.colorNeutralForeground2 },
  phrases: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  language: { color: tokens.colorNeutralForeground2 },
  contacts: { display: 'grid', gap: tokens.spacingVerticalXS, listStyleType: 'none', padding: 0 },
});

/** What stands in a section. Steps that follow each other are one numbered list. */
export function SectionBlocks({ blocks, words }: { blocks: readonly GuidanceBlock[]; words: GuidanceWords }) {
  const styles = useStyles();
  const steps = blocks.filter((block) => typeof block === 'object' && 'step' in block);
  if (steps.length > 0) {
    return (
      <ol className={styles.steps}>
        {steps.map(({ step }) => (
          <Step key={step.id} step={step} words={words} />
        ))}
      </ol>
    );
  }
  return blocks.map((block) => {
    if (typeof block === 'string') return <p key={block}>{block}</p>;
    if ('step' in block) return null;
    if ('contacts' in block) return <Contacts key={block.contacts.join()} {...block} />;
    if ('retention' in block) return <RetentionTable key="retention" words={words} />;
    return (
      <ul key={block.join()} className={styles.list}>
        {block.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  });
}

function Step({ step, words }: StepBlock & { words: GuidanceWords }) {
  const { language } = useTab();
  const styles = useStyles();
  const names = { en: words.sayInEnglish, cy: words.sayInWelsh };
  const order = language === 'cy' ? (['cy', 'en'] as const) : (['en', 'cy'] as const);
  const { title, why, condition, phrase } = step;
  return (
    <li className={styles.step}>
      {condition ? <div className={styles.condition}>{condition}:</div> : null}
      <div className={styles.title}>{title}</div>
      <p>{why}</p>
      {phrase ? (
        <dl className={styles.phrases}>
          {order.map((each) => (
            <div key={each}>
              <dt className={styles.language}>{names[each]}</dt>
              <dd lang={each}>“{phrase[each]}”</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

/** Names and numbers as configured; whoever is not configured is left out. COM-2.2-1 */
function Contacts({ contacts: roles }: ContactsBlock) {
  const { settings, language } = useTab();
  const styles = useStyles();
  const contacts = roles.flatMap((role) => settings.contacts.find((each) => each.role === role) ?? []);
  if (contacts.length === 0) return null;
  return (
    <ul className={styles.contacts}>
      {contacts.map(({ role, name, phone, address }) => (
        <li key={role}>
          {name[language]}
          {phone ? (
            <>
              {': '}
              <Link inline href={telAddress(phone)}>
                {phone}
              </Link>
            </>
          ) : null}
          {address ? (
            <>
              {phone ? ', ' : ': '}
              <Link inline href={`mailto:${address}`}>
                {address}
              </Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
