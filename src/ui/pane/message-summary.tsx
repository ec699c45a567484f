import { useState } from 'react';
import type { OpenMessage } from '../../application/ports/mail-host.ts';
import type { Correspondent, ReportedEmail } from '../../domain/incident/report.ts';
import { countWords, fillIn } from '../shared/fill-in.ts';
import { showMoment } from '../shared/moments.ts';
import { type PaneContext, usePane } from './pane-context.tsx';
import { StuckHelp } from './stuck-help.tsx';
import type { HostState } from './use-host.ts';

const shownRecipients = 5;

interface MessageSummaryProps {
  /** Null while the host has not said which message is open. */
  open: OpenMessage | null;
  /** The same with headers, once they are read. */
  email: ReportedEmail | null;
  wait: HostState['wait'];
}

/** What was read from the message, so that nobody is asked for it. Text only: nothing of a message is rendered. COM-6.1-1, X-SAFE-3. */
export function MessageSummary({ open, email, wait }: MessageSummaryProps) {
  const { words, storesNothing } = usePane();
  const waiting = storesNothing ? words.message.waitingHere : words.message.waiting;
  const known = email ?? open?.summary ?? null;
  return (
    <section className="message" aria-labelledby="message-title">
      <h2 id="message-title">{words.message.title}</h2>
      {known === null || open === null ? (
        <>
          <p className="hint" role="status">
            {wait === 'short' ? words.message.reading : waiting}
          </p>
          {/* The place of what is read: the form does not move away under a finger when it comes. */}
          {wait === 'stuck' ? <StuckHelp /> : <div className="facts-to-come" />}
        </>
      ) : (
        <>
          <ReadFacts email={known} />
          {open.isShared && <p className="hint">{fillIn(words.message.shared, { mailbox: known.mailbox })}</p>}
          <details>
            <summary>{words.message.read}</summary>
            <p className="hint">{words.message.readHint}</p>
            <MoreFacts email={known} />
            <CoveredBody open={open} key={open.hostItemId} />
          </details>
        </>
      )}
    </section>
  );
}

function nameOf({ name, address }: Correspondent): string {
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}

function listOf(people: Correspondent[], words: PaneContext['words']): string {
  const shown = people.slice(0, shownRecipients).map(nameOf).join(', ');
  const hidden = people.length - shownRecipients;
  return hidden > 0 ? `${shown} ${fillIn(words.message.more, { count: hidden })}` : shown;
}

function ReadFacts({ email }: { email: ReportedEmail }) {
  const { words, language } = usePane();
  return (
    <dl className="facts">
      <Fact name={words.message.from} text={nameOf(email.from) || words.message.noSender} />
      <Fact name={words.message.subject} text={email.subject || words.message.noSubject} />
      <Fact name={words.message.received} text={showMoment(email.receivedAt, language) ?? words.message.unknownTime} />
      <Fact
        name={words.message.attachments}
        text={countWords(words.message.attachmentsCount, email.attachmentNames.length)}
      />
      <Fact name={words.message.recipients} text={countWords(words.message.recipientsCount, email.recipientCount)} />
    </dl>
  );
}

function MoreFacts({ email }: { email: ReportedEmail }) {
  const { words } = usePane();
  const headers = email.headerText === '' ? words.message.headersNone : words.message.headersRead;
  return (
    <dl className="facts">
      <Fact name={words.message.to} text={listOf(email.to, words)} />
      <Fact name={words.message.cc} text={listOf(email.cc, words)} />
      <Fact name={words.message.replyTo} text={listOf(email.replyTo, words)} />
      <Fact name={words.message.otherSenders} text={listOf(email.otherSenders, words)} />
      <Fact name={words.message.attachments} text={email.attachmentNames.join(', ')} />
      <Fact name={words.message.mailbox} text={email.mailbox} />
      <Fact name={words.message.messageId} text={email.internetMessageId} />
      <Fact name={words.message.headers} text={headers} />
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** The words of the message, asked for and shown only when the person wants them. X-SAFE-2, X-SAFE-3. */
function CoveredBody({ open }: { open: OpenMessage }) {
  const { words } = usePane();
  const [text, setText] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const uncover = () =>
    open.bodyText().then(
      (body) => setText(body),
      () => setFailed(true),
    );
  return (
    <div className="body">
      <button
        type="button"
        aria-expanded={text !== null}
        onClick={() => (text === null ? void uncover() : setText(null))}
      >
        {text === null ? words.message.uncover : words.message.cover}
      </button>
      <p className="hint" role="status">
        {hasFailed ? words.message.bodyFailed : words.message.coverHint}
      </p>
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className="words" aria-label={words.message.bodyLabel} tabIndex={0}>
          {text}
        </section>
      )}
    </div>
  );
}
