import { newEntry, type OutboxEntry } from '../../../src/application/outbox/outbox-entry.ts';
import { emptyDraft, type ReportDraft } from '../../../src/application/report-email-draft.ts';
import type { ReportedEmail } from '../../../src/domain/incident/report.ts';

export const email: ReportedEmail = {
  from: { name: 'A. Customer', address: 'angry.customer@post.example' },
  otherSenders: [],
  replyTo: [],
  to: [],
  cc: [],
  recipientCount: 1,
  subject: 'You will be sorry',
  receivedAt: '2026-11-20T10:00:00Z',
  internetMessageId: '<one@post.example>',
  conversationId: 'c',
  itemId: 'item',
  mailbox: 'nia.rees@llyw.example',
  headerText: '',
  attachmentNames: [],
};

export function draftOf(answers: Partial<ReportDraft> = {}): ReportDraft {
  return { ...emptyDraft('en'), kind: 'abusive', ...answers };
}

export function entryOf(given: Partial<Parameters<typeof newEntry>[0]> = {}): OutboxEntry {
  return newEntry({
    id: 'entry',
    draft: draftOf(),
    email,
    reporterId: null,
    profile: null,
    forward: 'send',
    createdAt: '2026-11-20T10:05:00Z',
    ...given,
  });
}
