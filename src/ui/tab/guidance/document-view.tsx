import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  Title2,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, CheckmarkCircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { GuidanceDocument, GuidanceSection } from '../../../words/compose-guidance.ts';
import type { GuidanceWords } from '../../../words/guidance-words.ts';
import { SectionBlocks } from './section-blocks.tsx';

const useStyles = makeStyles({
  back: { justifySelf: 'start', paddingLeft: 0 },
  head: { display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  lead: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  article: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
    overflowWrap: 'anywhere',
  },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  read: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  done: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** One document, to be read at leisure; at its end, one tap notes that this version was read. BEH-R-1, COM-2.1-1 */
export function DocumentView(props: {
  document: GuidanceDocument;
  words: GuidanceWords;
  isRead: boolean;
  onRead: () => Promise<void>;
  onBack: () => void;
}) {
  const { document, words, isRead, onRead, onBack } = props;
  const styles = useStyles();
  const [stage, setStage] = useState<'idle' | 'noting' | 'noted' | 'failed'>('idle');
  const note = () => {
    setStage('noting');
    onRead().then(
      () => setStage('noted'),
      () => setStage('failed'),
    );
  };
  return (
    <>
      <DocumentText {...document} words={words} onBack={onBack}>
        <Caption1 className={styles.quiet}>{words.version(document.version)}</Caption1>
      </DocumentText>
      <div className={styles.read}>
        {isRead ? null : (
          <>
            <Button appearance="primary" disabledFocusable={stage === 'noting'} onClick={note}>
              {words.markRead}
            </Button>
            <Caption1 className={styles.quiet}>{words.markReadHint}</Caption1>
          </>
        )}
        <div role="status" className={styles.done}>
          {isRead ? (
            <>
              <CheckmarkCircleRegular aria-hidden />
              {stage === 'noted' ? words.readNow : words.read}
            </>
          ) : null}
        </div>
        {stage === 'failed' && !isRead ? (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{words.markFailed}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
    </>
  );
}

/** What a document says, and the way back to the others. `children` stand below its summary. */
export function DocumentText(props: {
  title: string;
  summary: string;
  sections: readonly GuidanceSection[];
  words: GuidanceWords;
  onBack: () => void;
  children?: ReactNode;
}) {
  const { title, summary, sections, words, onBack, children } = props;
  const styles = useStyles();
  return (
    <>
      <Button className={styles.back} appearance="transparent" icon={<ArrowLeftRegular />} onClick={onBack}>
        {words.back}
      </Button>
      <article className={styles.article} aria-labelledby="guidance-title">
        <div className={styles.head}>
          <Title2 as="h1" id="guidance-title">
            {title}
          </Title2>
          <p className={styles.lead}>{summary}</p>
          {children}
        </div>
        {sections.map((section) => (
          <section key={section.heading} className={styles.section}>
            <Subtitle1 as="h2">{section.heading}</Subtitle1>
            <SectionBlocks blocks={section.blocks} words={words} />
          </section>
        ))}
      </article>
    </>
  );
}
