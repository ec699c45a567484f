import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { type CaveatBoundary, caveatBoundaries, type Language } from '../../domain/incident/vocabulary.ts';
import { EmergencyLink } from './emergency-link.tsx';
import { useTab } from './tab-context.tsx';
import { startPlace, type TabPlace } from './tab-place.ts';
import { usePhone } from './use-narrow.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
  },
  side: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    flexGrow: 1,
    '@media (min-width: 700px)': { flexGrow: 0 },
  },
  // What does not fit into one line stands in the next.
  entries: { flexWrap: 'wrap' },
});

const ownEntries: ReadonlySet<TabPlace['page']> = new Set(['mine', 'team', 'guidance', 'switchboard', 'configuration']);

/** The entry under which a place is found. */
function entryOf(place: TabPlace): string {
  if (place.page === 'absences') return 'team';
  if (place.page === 'statement') return 'mine';
  if (place.page === 'list' || place.page === 'incident') return place.boundary;
  return ownEntries.has(place.page) ? place.page : 'start';
}

/** Where one can go, what to do in danger, and the other language. Lists that the person may not read have no entry. */
export function TabHeader(props: {
  place: TabPlace;
  lists: readonly CaveatBoundary[];
  /** How many reports wait for this person as a manager; null where they are none and stand in for none. */
  waiting: number | null;
  hasSwitchboard: boolean;
  keepsConfiguration: boolean;
  onGo: (place: TabPlace) => void;
  onLanguage: (language: Language) => void;
}) {
  const { place, lists, waiting, hasSwitchboard, keepsConfiguration, onGo, onLanguage } = props;
  const { words, language } = useTab();
  const styles = useStyles();
  const isPhone = usePhone();
  const other = language === 'cy' ? 'en' : 'cy';
  const names: Record<CaveatBoundary, string> = { default: words.nav.security, hr: words.nav.hr };
  const choose = (value: unknown) => {
    const boundary = caveatBoundaries.find((each) => each === value);
    if (boundary) onGo({ page: 'list', boundary });
    else if (value === 'team') onGo({ page: 'team', submissionId: null });
    else if (value === 'switchboard') onGo({ page: 'switchboard' });
    else if (value === 'configuration') onGo({ page: 'configuration' });
    else if (value === 'guidance') onGo({ page: 'guidance', documentId: null });
    else onGo(value === 'mine' ? { page: 'mine', submissionId: null } : startPlace);
  };
  return (
    <header className={styles.header}>
      <nav aria-label={words.navigation}>
        <TabList
          className={styles.entries}
          size={isPhone ? 'small' : 'medium'}
          selectedValue={entryOf(place)}
          onTabSelect={(_, data) => choose(data.value)}
        >
          <Tab value="start">{words.nav.start}</Tab>
          <Tab value="mine">{words.nav.mine}</Tab>
          {waiting === null ? null : (
            <Tab value="team">{waiting === 0 ? words.nav.team : words.nav.teamWaiting(waiting)}</Tab>
          )}
          <Tab value="guidance">{words.nav.guidance}</Tab>
          {caveatBoundaries
            .filter((boundary) => lists.includes(boundary))
            .map((boundary) => (
              <Tab key={boundary} value={boundary}>
                {names[boundary]}
              </Tab>
            ))}
          {hasSwitchboard ? <Tab value="switchboard">{words.nav.switchboard}</Tab> : null}
          {keepsConfiguration ? <Tab value="configuration">{words.nav.configuration}</Tab> : null}
        </TabList>
      </nav>
      <div className={styles.side}>
        {isPhone ? null : <EmergencyLink />}
        <Button
          appearance="subtle"
          lang={other}
          aria-label={words.otherLanguageLabel}
          onClick={() => onLanguage(other)}
        >
          {words.otherLanguage}
        </Button>
      </div>
    </header>
  );
}
