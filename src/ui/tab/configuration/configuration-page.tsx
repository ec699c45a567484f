import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { readRows } from '../../../application/check-configuration-texts.ts';
import { type ConfigurationRows, checkOrganisation } from '../../../application/check-organisation.ts';
import { type ConfigurationProblem, isBlocking } from '../../../application/configuration-problem.ts';
import type { ConfigurationRow } from '../../../application/ports/configuration-view.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';
import { CheckText } from './check-text.tsx';
import type { ConfigurationWords } from './configuration-fact.ts';
import { useConfigurationWords } from './configuration-words.ts';
import { configurationParts, describePart } from './describe-part.ts';
import { PartSection } from './part-section.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '75rem' },
  intro: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const isOf = (key: string) => (problem: ConfigurationProblem) =>
  problem.field === key || problem.field.startsWith(`${key}.`);

/** The organisation's configuration, readable and checked by the rules that the service applies. F26, X-CONF-1 */
export function ConfigurationPage() {
  const { ports, language } = useTab();
  const { words } = useConfigurationWords();
  const styles = useStyles();
  const reading = useRemote(async () => {
    const read = await ports.configuration.read();
    return { ...read, at: new Date().toISOString() };
  }, 'configuration');
  const { value } = reading;
  return (
    <div className={styles.page}>
      <div className={styles.intro}>
        <Title3 as="h1">{words.title}</Title3>
        <p>{words.intro}</p>
        <div className={styles.actions}>
          {value?.listUrl ? (
            <Link href={value.listUrl} target="_blank" rel="noreferrer">
              {words.openList}
            </Link>
          ) : null}
          <Button disabledFocusable={reading.isLoading} onClick={reading.reload}>
            {words.checkAgain}
          </Button>
          <span role="status" className={styles.quiet}>
            {value && !reading.isLoading ? words.checkedAt(formatDateTime(value.at, language)) : null}
          </span>
        </div>
      </div>
      {reading.error ? <Problem error={reading.error} onRetry={reading.reload} /> : null}
      {!value && reading.isLoading ? <Spinner label={words.loading} /> : null}
      {value ? <Checked rows={value.rows} /> : null}
    </div>
  );
}

function Checked({ rows }: { rows: readonly ConfigurationRow[] }) {
  const { settings } = useTab();
  const given = useConfigurationWords();
  const { words } = given;
  const isDemo = settings.demoNotice !== null;
  const values = readRows(rows);
  const problems = checkOrganisation(values, { isDemo });
  const others = rows.filter(({ key }) => !Object.hasOwn(words.parts, key));
  return (
    <>
      <Verdict problems={problems} isEmpty={rows.length === 0} />
      {configurationParts.map((part) => (
        <PartSection
          key={part}
          title={words.parts[part]}
          groups={groupsOf(part, values, given)}
          problems={problems.filter(isOf(part))}
          nothing={Object.hasOwn(values, part) && values[part] === undefined ? words.notReadable : words.none}
        />
      ))}
      {others.map(({ key, text }) => (
        <PartSection
          key={key}
          title={words.otherPart(key)}
          groups={[]}
          problems={problems.filter(isOf(key))}
          nothing={text.slice(0, 500)}
        />
      ))}
      <CheckText rows={rows} isDemo={isDemo} />
    </>
  );
}

/** Where nothing is set, the deadlines that apply are shown all the same: people are held to them. */
function groupsOf(part: (typeof configurationParts)[number], values: ConfigurationRows, given: ConfigurationWords) {
  const value = part === 'deadlines' && !Object.hasOwn(values, part) ? {} : values[part];
  return value === undefined ? [] : describePart(part, value, given);
}

function Verdict({ problems, isEmpty }: { problems: readonly ConfigurationProblem[]; isEmpty: boolean }) {
  const { words } = useConfigurationWords();
  if (problems.length === 0) {
    return (
      <MessageBar intent="success">
        <MessageBarBody>{words.allWell}</MessageBarBody>
      </MessageBar>
    );
  }
  const isSerious = problems.some(isBlocking);
  return (
    <MessageBar intent={isSerious ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        {isEmpty ? `${words.listEmpty} ` : ''}
        {words.problemCount(problems.length)}.{isSerious ? ` ${words.blocking}` : ''}
      </MessageBarBody>
    </MessageBar>
  );
}
