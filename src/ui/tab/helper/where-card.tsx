import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { emptyCall } from '../../../domain/incident/empty-account.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { useHelperWords, useLive } from './helper-context.tsx';
import { SiteChoice } from './site-choice.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    '& > *': { minWidth: 0, maxWidth: '100%' },
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  site: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start', minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  large: { '& input': { fontSize: tokens.fontSizeHero700, fontWeight: tokens.fontWeightSemibold } },
  // Known and right nearly always: on a phone there is no room for it.
  name: { '@media (max-width: 480px)': { display: 'none' } },
  input: { minHeight: '48px', width: '100%', maxWidth: '18rem', minWidth: 0 },
});

/** What a colleague has to say on the phone: name, extension and building, in large type and quick to put right. COM-3e-1, COM-3e-3 */
export function WhereCard() {
  const { draft, change, own, changeOwn } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  const { call } = draft.account;
  const setExtension = (extension: string) => {
    changeOwn({ extension });
    change((before) => ({
      ...before,
      account: { ...before.account, call: { ...(before.account.call ?? emptyCall()), extension } },
    }));
  };
  return (
    <section className={styles.card} aria-label={words.where.heading}>
      <Field className={styles.large} label={words.where.extension}>
        <Input
          className={styles.input}
          size="large"
          value={call?.extension || own.extension}
          maxLength={accountLimits.line}
          inputMode="tel"
          autoComplete="off"
          onChange={(_, data) => setExtension(data.value)}
        />
      </Field>
      <Field className={own.name === '' ? undefined : styles.name} label={words.where.name}>
        <Input
          className={styles.input}
          size="large"
          value={own.name}
          maxLength={accountLimits.line}
          autoComplete="off"
          onChange={(_, data) => changeOwn({ name: data.value })}
        />
      </Field>
      <div className={styles.site}>
        <span id={id} className={styles.label}>
          {words.where.site}
        </span>
        <SiteChoice labelledBy={id} />
      </div>
    </section>
  );
}
