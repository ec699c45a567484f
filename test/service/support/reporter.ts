import type { EntryType } from '../../../src/application/entry-types.ts';
import { submissionIdOf } from '../../../src/application/report-email-id.ts';
import { referenceFrom } from '../../../src/domain/incident/identity.ts';
import type { ForwardedEntry, Report, ReportedEmail } from '../../../src/domain/incident/report.ts';
import { payloadParts, splitText } from '../../../src/m365/lists/split-text.ts';
import type { TenantView } from './product.ts';

const scopes = ['Sites.Selected', 'Sites.ReadWrite.All'];

interface Person {
  id: string;
  userPrincipalName: string;
  displayName: string;
}

/** The words of the message: what must turn up nowhere it does not belong. */
export const secrets = ['You will be sorry, Xylophia', 'xylophia.marrow@badsender.example', 'threat-subject-77'];

export async function personOf(product: TenantView, persona: string): Promise<Person> {
  const response = await fetch(`${product.sandbox.origin}/sandbox/personas`);
  const body = (await response.json()) as { personas: (Person & { key: string })[] };
  const person = body.personas.find((each) => each.key === persona);
  if (!person) throw new Error(`no persona ${persona}`);
  return person;
}

export function emailOf(mailbox: string, number: number): ReportedEmail {
  return {
    from: { name: 'Xylophia Marrow', address: secrets[1] as string },
    otherSenders: [],
    replyTo: [],
    to: [{ name: '', address: mailbox }],
    cc: [],
    recipientCount: 1,
    subject: `${secrets[2]} ${number}`,
    receivedAt: '2026-11-20T10:00:00.000Z',
    internetMessageId: `<${number}@badsender.example>`,
    conversationId: 'c',
    itemId: `item-${number}`,
    mailbox,
    headerText: 'Received: by mx.badsender.example',
    attachmentNames: [],
  };
}

export async function reportOf(person: Person, number: number, over: Partial<Report> = {}): Promise<Report> {
  const email = emailOf(person.userPrincipalName, number);
  return {
    schema: 1,
    submissionId: await submissionIdOf(person.id, email),
    channel: 'email',
    kind: 'abusive',
    behaviours: [],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: secrets[0] as string,
    occurredAt: '2026-11-20T10:00:00.000Z',
    manager: { chosenId: null, implicated: false },
    account: null,
    informationRequest: 'no',
    email,
    language: 'en',
    submittedAt: '2026-11-20T10:05:00.000Z',
    ...over,
  };
}

export function forwardedOf(report: Report): ForwardedEntry {
  return {
    schema: 1,
    submissionId: report.submissionId,
    forwardedAt: '2026-11-20T10:05:10.000Z',
    sha256: 'a'.repeat(64),
    size: 1234,
    sentMessageId: 'sent-1',
  };
}

/** Adds a row to Intake with a person's own rights, as the pane does. Gives its id. */
export async function addRow(
  product: TenantView,
  persona: string,
  fields: { SubmissionId: string; EntryType: EntryType; Payload: string },
): Promise<string> {
  const token = await product.token({ persona, scopes, app: product.settings.clientId });
  const { site, graphBaseUrl } = product.settings;
  const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const response = await fetch(`${root}/v1.0/sites/${site.id}/lists/${site.lists.intake}/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { ...fields, ...splitText('Payload', payloadParts, fields.Payload) } }),
  });
  if (!response.ok) throw new Error(`intake: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** The number of the record that comes of a row which has just been added. */
export const numberOf = (rowId: string): string => referenceFrom(rowId, new Date().toISOString());

export function addReport(product: TenantView, persona: string, report: Report): Promise<string> {
  return addRow(product, persona, {
    SubmissionId: report.submissionId,
    EntryType: 'report',
    Payload: JSON.stringify(report),
  });
}

export function addForwarded(product: TenantView, persona: string, entry: ForwardedEntry): Promise<string> {
  return addRow(product, persona, {
    SubmissionId: entry.submissionId,
    EntryType: 'forwarded',
    Payload: JSON.stringify(entry),
  });
}
