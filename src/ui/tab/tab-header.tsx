import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { type CaveatBoundary, caveatBoundaries, type Language } from '../../domain/incident/vocabulary.ts';
import { useTab } from './tab-context.tsx';
import { startPlace, type TabPlace } from './tab-place.ts';

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
  emergency: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    paddingLeft: tokens.spacingHorizontalM,
  },
});

/** Where one can go, what to do in danger, and the other language. Lists that the person may not read have no entry. */
export function TabHeader(props: {
  place: TabPlace;
  lists: readonly CaveatBoundary[];
  onGo: (place: TabPlace) => void;
  onLanguage: (language: Language) => void;
}) {
  const { place, lists, onGo, onLanguage } = props;
  const { words, language } = useTab();
  const styles = useStyles();
  const other = language === 'cy' ? 'en' : 'cy';
  const names: Record<CaveatBoundary, string> = { default: words.nav.security, hr: words.nav.hr };
  const choose = (value: unknown) => {
    const boundary = caveatBoundaries.find((each) => each === value);
    onGo(boundary ? { page: 'list', boundary } : startPlace);
  };
  return (
    <header className={styles.header}>
      <nav aria-label={words.navigation}>
        <TabList
          selectedValue={place.page === 'mine' ? 'mine' : place.boundary}
          onTabSelect={(_, data) => choose(data.value)}
        >
          <Tab value="mine">{words.nav.mine}</Tab>
          {caveatBoundaries
            .filter((boundary) => lists.includes(boundary))
            .map((boundary) => (
              <Tab key={boundary} value={boundary}>
                {names[boundary]}
              </Tab>
            ))}
        </TabList>
      </nav>
      <div className={styles.side}>
        <span className={styles.emergency}>{words.emergency}</span>
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
