import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { checkWording } from '../../domain/wording/check-wording.ts';
import { type FindingKind, findingKinds } from '../../domain/wording/finding.ts';
import { wordingCy } from '../../words/wording.cy.ts';
import { wordingEn } from '../../words/wording.en.ts';

/** Milliseconds without a keystroke before anything is said. */
const pause = 800;

const box: CSSProperties = {
  display: 'grid',
  gap: '0.25rem',
  padding: '0.5rem 0.75rem',
  borderInlineStart: '3px solid var(--colorNeutralStrokeAccessible)',
  color: 'var(--colorNeutralForeground1)',
  overflowWrap: 'anywhere',
};
const heading: CSSProperties = { fontWeight: 600, margin: 0 };
const plain: CSSProperties = { margin: 0 };
const list: CSSProperties = { margin: 0, paddingInlineStart: '1.25rem' };
const button: CSSProperties = {
  justifySelf: 'start',
  minHeight: '24px',
  padding: '0.125rem 0',
  border: 0,
  background: 'none',
  font: 'inherit',
  color: 'var(--colorBrandForegroundLink)',
  textDecoration: 'underline',
  cursor: 'pointer',
};

/** A kind and the words that were found of it, each once, in the order of the text. */
function groupsOf(text: string): { kind: FindingKind; words: string[] }[] {
  const found = checkWording(text);
  return findingKinds
    .map((kind) => ({
      kind,
      words: [...new Set(found.filter((each) => each.kind === kind).map(({ start, end }) => text.slice(start, end)))],
    }))
    .filter(({ words }) => words.length > 0);
}

/**
 * Advice on the wording of a text, below its field, a moment after the person stops typing. It holds up nothing, and it
 * goes when the person says so, until other words are found. BEH-14.2-1, B-CY-4
 */
export function WordingAdvice(props: {
  text: string;
  language: Language;
  /** Who is asked besides a senior manager, by the configuration's name; null when it names nobody. */
  adviser: string | null;
}) {
  const { text, language, adviser } = props;
  const words = language === 'cy' ? wordingCy : wordingEn;
  const headingId = useId();
  const [groups, setGroups] = useState<ReturnType<typeof groupsOf>>([]);
  const [kept, setKept] = useState('');
  const wasShown = useRef(false);

  useEffect(() => {
    const timer = setTimeout(() => setGroups(groupsOf(text)), pause);
    return () => clearTimeout(timer);
  }, [text]);

  const key = groups.map(({ words: found }) => found.join('\n')).join('\n');
  const isShown = key !== '' && key !== kept;
  useEffect(() => {
    if (isShown) wasShown.current = true;
  }, [isShown]);
  const count = groups.reduce((total, group) => total + group.words.length, 0);
  return (
    <div>
      <div role="status" style={hidden}>
        {isShown ? words.found(count) : wasShown.current ? words.none : ''}
      </div>
      {isShown ? (
        <section aria-labelledby={headingId} style={box}>
          <h3 id={headingId} style={{ ...heading, fontSize: 'inherit' }}>
            {words.heading}
          </h3>
          <p style={plain}>{words.lead}</p>
          <ul style={list}>
            {groups.map((group) => (
              <li key={group.kind}>
                <strong>{group.words.join(' · ')}</strong>
                <br />
                {words.advice[group.kind]}
              </li>
            ))}
          </ul>
          <p style={plain}>{words.askSomeone(adviser ?? words.adviser)}</p>
          <button type="button" style={button} onClick={() => setKept(key)}>
            {words.keep}
          </button>
        </section>
      ) : null}
    </div>
  );
}

/** Read out, and not seen. */
const hidden: CSSProperties = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
