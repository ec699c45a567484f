import { useEffect, useRef, useState } from 'react';
import type { ConsentQuestion } from './nested-app-auth.ts';

interface OpenQuestion extends ConsentQuestion {
  answer(agreed: boolean): void;
}

/** Gives the function that asks, and what is to be drawn while a question is open. */
export function useConsentDialog() {
  const [open, setOpen] = useState<OpenQuestion | null>(null);
  const askConsent = useRef(
    (question: ConsentQuestion) =>
      new Promise<boolean>((resolve) => {
        setOpen({
          ...question,
          answer: (agreed) => {
            setOpen(null);
            resolve(agreed);
          },
        });
      }),
  ).current;
  return { askConsent, dialog: open && <ConsentDialog question={open} /> };
}

function ConsentDialog({ question }: { question: OpenQuestion }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog
      ref={element}
      className="consent"
      aria-labelledby="consent-title"
      onCancel={(event) => {
        event.preventDefault();
        question.answer(false);
      }}
    >
      <h2 id="consent-title">Sign in to continue</h2>
      <p>
        <strong>{question.appName}</strong> asks to act for you with:
      </p>
      <ul>
        {question.scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
      <div className="consent-buttons">
        <button type="button" className="primary" onClick={() => question.answer(true)}>
          Continue
        </button>
        <button type="button" onClick={() => question.answer(false)}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
