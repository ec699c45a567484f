import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Subtitle1,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { checkChange } from '../../../application/check-configuration-texts.ts';
import type { ConfigurationProblem } from '../../../application/configuration-problem.ts';
import type { ConfigurationRow } from '../../../application/ports/configuration-view.ts';
import { useConfigurationWords } from './configuration-words.ts';
import { configurationParts } from './describe-part.ts';
import { ProblemLines } from './problem-lines.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  // However long an option is, it does not widen a narrow page.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, '& > select': { width: '100%', textOverflow: 'ellipsis' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  value: { fontFamily: tokens.fontFamilyMonospace, minHeight: '12rem' },
});

/** Says whether a value could be used, before anyone saves it in SharePoint. F26 */
export function CheckText({ rows, isDemo }: { rows: readonly ConfigurationRow[]; isDemo: boolean }) {
  const { words } = useConfigurationWords();
  const styles = useStyles();
  const id = useId();
  const [key, setKey] = useState<string>(configurationParts[0] ?? '');
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<ConfigurationProblem[] | null>(null);
  const change = (next: { key?: string; text?: string }) => {
    if (next.key !== undefined) setKey(next.key);
    if (next.text !== undefined) setText(next.text);
    setProblems(null);
  };
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id}>
        {words.check.heading}
      </Subtitle1>
      <p>{words.check.intro}</p>
      <Field label={words.check.row} className={styles.field}>
        <Select className={styles.select} value={key} onChange={(_, data) => change({ key: data.value })}>
          {configurationParts.map((part) => (
            <option key={part} value={part}>
              {`${words.parts[part]} – ${part}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.check.value} className={styles.field}>
        <Textarea
          resize="vertical"
          spellCheck={false}
          textarea={{ className: styles.value }}
          value={text}
          onChange={(_, data) => change({ text: data.value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => setProblems(checkChange(rows, { key, text }, { isDemo }))}>
          {words.check.button}
        </Button>
        <Button onClick={() => change({ text: indented(rows.find((row) => row.key === key)?.text ?? '') })}>
          {words.check.asItIs}
        </Button>
      </div>
      <div role="status">
        {problems === null ? null : problems.length === 0 ? (
          <MessageBar intent="success">
            <MessageBarBody>{words.check.good}</MessageBarBody>
          </MessageBar>
        ) : (
          <ProblemLines problems={problems} />
        )}
      </div>
    </section>
  );
}

/** Readable; left as it is when it cannot be read. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
