import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { accessibilityStatement, composeLibrary, guidanceWords } from '../../../words/compose-guidance.ts';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { DocumentList } from './document-list.tsx';
import { DocumentText, DocumentView } from './document-view.tsx';
import { useReadDocuments } from './use-read-documents.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '48rem',
    marginLeft: 'auto',
    marginRight: 'auto',
  },
});

/** The guidance library: every document in both languages, searched, read, and noted as read by version. F25, BEH-2.1-1 */
export function GuidancePage({ documentId, onGo }: { documentId: string | null; onGo: (place: TabPlace) => void }) {
  const { language } = useTab();
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const library = useMemo(() => composeLibrary(language), [language]);
  const words = guidanceWords[language];
  const reads = useReadDocuments();
  const open = library.find(({ id }) => id === documentId) ?? null;
  const showList = () => onGo({ page: 'guidance', documentId: null });
  const { id: statementId, words: statement } = accessibilityStatement;
  if (documentId === statementId) {
    return (
      <div className={styles.page}>
        <DocumentText {...statement[language]} words={words} onBack={showList} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {open ? (
        <DocumentView
          key={open.id}
          document={open}
          words={words}
          isRead={reads.isRead(open)}
          onRead={() => reads.markRead(open)}
          onBack={showList}
        />
      ) : (
        <>
          {documentId === null ? null : (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{words.notThere}</MessageBarBody>
            </MessageBar>
          )}
          <DocumentList
            library={library}
            words={words}
            reads={reads}
            query={query}
            onQuery={setQuery}
            onOpen={(id) => onGo({ page: 'guidance', documentId: id })}
          />
        </>
      )}
    </div>
  );
}
