import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../../../src/domain/incident/vocabulary.ts';
import { WordingAdvice } from '../../../../src/ui/shared/wording-advice.tsx';

/** A field with the advice below it, and nothing else. */
function Page({ language, adviser }: { language: Language; adviser: string | null }) {
  const [text, setText] = useState('');
  return (
    <main>
      <h1>Facts</h1>
      <h2>Form</h2>
      <label htmlFor="facts">What happened</label>
      <textarea id="facts" value={text} onChange={(event) => setText(event.target.value)} />
      <WordingAdvice text={text} language={language} adviser={adviser} />
      <button type="button">Send</button>
    </main>
  );
}

const given = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Page language={given.get('language') === 'cy' ? 'cy' : 'en'} adviser={given.get('adviser')} />,
  );
