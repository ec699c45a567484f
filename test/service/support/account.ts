import type { Account } from '../../../src/domain/incident/account.ts';
import { emptyAccount, emptyCall } from '../../../src/domain/incident/empty-account.ts';
import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';
import type { AmendmentEntry, Report, WithdrawalEntry } from '../../../src/domain/incident/report.ts';
import type { TenantView } from './product.ts';
import { addRow } from './reporter.ts';

/** A random id, as the device makes it. */
export function newId(): string {
  return submissionIdFrom(crypto.getRandomValues(new Uint8Array(17)));
}

/** Words of the account that may stand in the record alone. */
export const accountSecrets = ['Quillon Brackwater', 'you will regret it, Brackwater style', '01632 960 777'];

export function callAccount(over: Partial<Account> = {}): Account {
  return {
    ...emptyAccount('call'),
    verbatim: accountSecrets[1] as string,
    otherParty: {
      name: accountSecrets[0] as string,
      number: accountSecrets[2] as string,
      address: '',
      account: '',
      link: '',
    },
    call: { ...emptyCall(), extension: '4711', numberShown: accountSecrets[2] as string },
    ...over,
  };
}

/** What the tab writes about an abusive call in office hours. */
export function callReport(over: Partial<Report> = {}): Report {
  return {
    schema: 1,
    submissionId: newId(),
    channel: 'phone',
    kind: 'abusive',
    behaviours: [],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: 'He rang about his grant.',
    occurredAt: '2026-11-20T10:00:00.000Z',
    manager: { chosenId: null, implicated: false },
    informationRequest: 'notAsked',
    email: null,
    account: callAccount(),
    language: 'en',
    submittedAt: '2026-11-20T10:05:00.000Z',
    ...over,
  };
}

export function amendmentOf(
  report: Report,
  over: Partial<Report>,
  given: Partial<AmendmentEntry> = {},
): AmendmentEntry {
  return {
    schema: 1,
    amendmentId: newId(),
    submissionId: report.submissionId,
    report: { ...report, ...over },
    note: '',
    amendedAt: '2026-11-20T11:00:00.000Z',
    ...given,
  };
}

export function addAmendment(product: TenantView, persona: string, entry: AmendmentEntry): Promise<string> {
  return addRow(product, persona, {
    SubmissionId: entry.submissionId,
    EntryType: 'amendment',
    Payload: JSON.stringify(entry),
  });
}

export function addWithdrawal(
  product: TenantView,
  persona: string,
  submissionId: string,
  reason = 'It was a mistake.',
): Promise<string> {
  const entry: WithdrawalEntry = { schema: 1, submissionId, reason, withdrawnAt: '2026-11-20T11:00:00.000Z' };
  return addRow(product, persona, {
    SubmissionId: submissionId,
    EntryType: 'withdrawal',
    Payload: JSON.stringify(entry),
  });
}
