import { Badge, Button, Link, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CaveatBoundary, Language } from '../../domain/incident/vocabulary.ts';
import { IncidentPage } from './incident/incident-page.tsx';
import { MyReports } from './my-reports/my-reports.tsx';
import { SecurityList } from './security-list/security-list.tsx';
import { useTab } from './tab-context.tsx';
import { readPlace, type TabPlace } from './tab-place.ts';
import { useRemote } from './use-remote.ts';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: '-999px',
    ':focus': { left: tokens.spacingHorizontalM, top: tokens.spacingVerticalM, zIndex: 2 },
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalS },
  },
  nav: { flexGrow: 1 },
  main: {
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
    ':focus': { outlineStyle: 'none' },
  },
  emergency: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Navigation and the page it shows. What nobody may read has no entry; SharePoint decides who may (architecture, 4). */
export function TabShell({
  startAt,
  onLanguage,
}: {
  startAt: string | null;
  onLanguage: (language: Language) => void;
}) {
  const { words, ports, language, settings } = useTab();
  const styles = useStyles();
  const [place, setPlace] = useState<TabPlace>(() => readPlace(startAt));
  const boundaries = useRemote(() => ports.board.boundaries(), 'boundaries');
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place takes the focus, so that it is read out
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus();
  }, [place]);

  const readable: CaveatBoundary[] = boundaries.value ?? [];
  const listPlace = (boundary: CaveatBoundary): TabPlace => ({ page: 'list', boundary });
  return (
    <>
      <Link href="#content" className={styles.skip}>
        {words.skipToContent}
      </Link>
      <header className={styles.header}>
        <nav className={styles.nav} aria-label={words.navigation}>
          <TabList
            selectedValue={place.page === 'mine' ? 'mine' : place.boundary}
            onTabSelect={(_, data) =>
              setPlace(data.value === 'default' || data.value === 'hr' ? listPlace(data.value) : { page: 'mine' })
            }
          >
            <Tab value="mine">{words.nav.mine}</Tab>
            {readable.includes('default') ? <Tab value="default">{words.nav.security}</Tab> : null}
            {readable.includes('hr') ? <Tab value="hr">{words.nav.hr}</Tab> : null}
          </TabList>
        </nav>
        {settings.demoNotice ? <Badge appearance="outline">{words.demo}</Badge> : null}
        <span className={styles.emergency}>{words.emergency}</span>
        <Button
          appearance="subtle"
          lang={language === 'cy' ? 'en' : 'cy'}
          aria-label={words.otherLanguageLabel}
          onClick={() => onLanguage(language === 'cy' ? 'en' : 'cy')}
        >
          {words.otherLanguage}
        </Button>
      </header>
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {place.page === 'mine' ? <MyReports /> : null}
        {place.page === 'list' ? (
          <SecurityList
            key={place.boundary}
            boundary={place.boundary}
            onOpen={(row) => setPlace({ page: 'incident', boundary: place.boundary, itemId: row.itemId })}
          />
        ) : null}
        {place.page === 'incident' ? (
          <IncidentPage
            boundary={place.boundary}
            itemId={place.itemId}
            onBack={() => setPlace(listPlace(place.boundary))}
          />
        ) : null}
      </main>
    </>
  );
}
