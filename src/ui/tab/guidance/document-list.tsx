import { Field, Link, makeStyles, SearchBox, Subtitle2, Title2, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { guidanceGroups } from '../../../domain/guidance/library.ts';
import { accessibilityStatement, type GuidanceDocument } from '../../../words/compose-guidance.ts';
import type { GuidanceWords } from '../../../words/guidance-words.ts';
import { useTab } from '../tab-context.tsx';
import { writePlace } from '../tab-place.ts';
import { MarkedText } from './marked-text.tsx';
import { type Excerpt, searchGuidance } from './search-guidance.ts';
import type { ReadDocuments } from './use-read-documents.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: 'none' },
  list: {
    listStyleType: 'none',
    padding: 0,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    overflowWrap: 'anywhere',
  },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, minHeight: '24px' },
  read: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});

interface ListedDocument {
  document: GuidanceDocument;
  excerpt: Excerpt | null;
}

/** All documents by shelf, or those a search finds. */
export function DocumentList(props: {
  library: readonly GuidanceDocument[];
  words: GuidanceWords;
  reads: ReadDocuments;
  query: string;
  onQuery: (query: string) => void;
  onOpen: (id: string) => void;
}) {
  const { library, words, reads, query, onQuery, onOpen } = props;
  const { language } = useTab();
  const styles = useStyles();
  const isSearching = query.trim() !== '';
  const found = useMemo(() => searchGuidance(library, query, language), [library, query, language]);
  const linkTo = (id: string, title: string) => (
    <Link
      className={styles.title}
      href={`#${writePlace({ page: 'guidance', documentId: id })}`}
      onClick={(event) => {
        event.preventDefault();
        onOpen(id);
      }}
    >
      {title}
    </Link>
  );
  const { id: statementId, words: statement } = accessibilityStatement;
  const items = (listed: readonly ListedDocument[]) => (
    <ul className={styles.list}>
      {listed.map(({ document, excerpt }) => (
        <li key={document.id} className={styles.item}>
          <div>{linkTo(document.id, document.title)}</div>
          <p className={styles.quiet}>{excerpt ? <MarkedText {...excerpt} /> : document.summary}</p>
          {reads.isRead(document) ? (
            <span className={styles.read}>
              <CheckmarkCircleRegular aria-hidden />
              {words.read}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <div className={styles.section}>
        <Title2 as="h1">{words.heading}</Title2>
        <p className={styles.quiet}>
          {words.lead} {reads.count > 0 ? words.progress(reads.count, library.length) : null}
        </p>
      </div>
      <search>
        <Field label={words.search}>
          <SearchBox
            className={styles.search}
            value={query}
            placeholder={words.searchHint}
            dismiss={{ 'aria-label': words.clear }}
            onChange={(_, data) => onQuery(data.value)}
          />
        </Field>
      </search>
      <div role="status" className={styles.quiet}>
        {isSearching ? (found.length > 0 ? words.found(found.length) : words.nothingFound) : null}
      </div>
      {isSearching ? (found.length > 0 ? items(found) : null) : null}
      {isSearching
        ? null
        : guidanceGroups.map((group) => (
            <section key={group} className={styles.section} aria-labelledby={`guidance-${group}`}>
              <Subtitle2 as="h2" id={`guidance-${group}`}>
                {words.groups[group]}
              </Subtitle2>
              {items(
                library.filter((document) => document.group === group).map((document) => ({ document, excerpt: null })),
              )}
            </section>
          ))}
      <div>{linkTo(statementId, statement[language].title)}</div>
    </>
  );
}
