import { useMemo } from 'react';
import { inertMailPage } from './inert-mail.ts';
import type { Attachment, Recipient } from './mail-client.ts';
import { showTime } from './message-list.tsx';
import type { OpenMail } from './wire-item.ts';

const shownRecipients = 12;

const address = (recipient: Recipient) => {
  const { name, address: mail } = recipient.emailAddress;
  return name && mail && name !== mail ? `${name} <${mail}>` : (mail ?? name ?? '');
};

function Recipients({ label, of }: { label: string; of: Recipient[] }) {
  if (of.length === 0) return null;
  const hidden = of.length - shownRecipients;
  return (
    <p>
      {label}: {of.slice(0, shownRecipients).map(address).join('; ')}
      {hidden > 0 && ` and ${hidden} more`}
    </p>
  );
}

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function Attachments({ of }: { of: Attachment[] }) {
  const shown = of.filter((attachment) => !attachment.isInline);
  if (shown.length === 0) return null;
  return (
    <ul className="attachments" aria-label="Attachments">
      {shown.map((attachment) => (
        <li key={attachment.id}>
          {attachment.name} <small>({size(attachment.size)})</small>
        </li>
      ))}
    </ul>
  );
}

/** One message, inert: nothing of it runs and nothing remote is loaded. */
export function ReadingPane({ mail }: { mail: OpenMail }) {
  const { message, attachments } = mail;
  const page = useMemo(() => inertMailPage(message.body), [message.body]);
  return (
    <article className="reading" aria-label="Message">
      <header>
        <h1>{message.subject || '(no subject)'}</h1>
        <p className="from">{message.from ? address(message.from) : '(no sender)'}</p>
        <p>{showTime(message.receivedDateTime)}</p>
        <Recipients label="To" of={message.toRecipients} />
        <Recipients label="Cc" of={message.ccRecipients} />
        <p className="quiet">Pictures from elsewhere, links and scripts are switched off.</p>
        <Attachments of={attachments} />
      </header>
      <iframe title="Text of the message" srcDoc={page} sandbox="" referrerPolicy="no-referrer" />
    </article>
  );
}
