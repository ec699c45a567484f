import { useId, useRef, useState } from 'react';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import { showMoment } from '../shared/moments.ts';
import { type PaneContext, usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';

/** The report may never arrive by itself: whom to ring, and its words to take along. X-PART-1, X-OFF-1. */
export function NotRecordedHelp({ entry }: { entry: OutboxEntry }) {
  const { words, language, contacts } = usePane();
  const text = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const id = useId();
  const copy = () => {
    // Selected in any case: a frame may be forbidden to write to the clipboard.
    text.current?.select();
    navigator.clipboard.writeText(text.current?.value ?? '').then(
      () => setOutcome('copied'),
      () => setOutcome('selected'),
    );
  };
  return (
    <section className="notice" role="alert">
      <p>{words.notRecorded.text}</p>
      <PhoneList contacts={contacts.filter(({ role }) => role === 'security')} />
      <label htmlFor={id}>{words.notRecorded.label}</label>
      <textarea ref={text} id={id} readOnly rows={6} value={reportAsText(entry, words, language)} />
      <button type="button" onClick={copy}>
        {words.notRecorded.copy}
      </button>
      <p role="status" className="hint">
        {outcome && words.notRecorded[outcome]}
      </p>
    </section>
  );
}

function reportAsText({ draft, email }: OutboxEntry, words: PaneContext['words'], language: PaneContext['language']) {
  const lines = [
    draft.kind === null ? '' : words.kind.options[draft.kind],
    draft.behaviours.map((behaviour) => words.behaviours.options[behaviour]).join(', '),
    draft.facts,
    ...(email
      ? [
          `${words.message.from}: ${email.from.name} <${email.from.address}>`,
          `${words.message.subject}: ${email.subject}`,
          `${words.message.received}: ${showMoment(email.receivedAt, language) ?? words.message.unknownTime}`,
          `${words.message.messageId}: ${email.internetMessageId}`,
        ]
      : []),
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}
