import { submissionIdOf } from '../../src/application/report-email-id.ts';
import type { Report, ReportedEmail } from '../../src/domain/incident/report.ts';
import type { RunningSystem } from '../system.ts';
import type { TenantControl } from '../tenant-control.ts';

const scopes = ['Sites.Selected', 'Sites.ReadWrite.All'];

/** Puts one report into the Intake list with the reporter's own rights, as the pane does. Gives its submission id. */
export async function storeReport(system: RunningSystem, control: TenantControl, number: number): Promise<string> {
  const { personas } = await control.send<{
    personas: { key: string; id: string; userPrincipalName: string }[];
  }>('GET', '/sandbox/personas');
  const reporter = personas.find(({ key }) => key === 'reporter');
  if (!reporter) throw new Error('The tenant has no reporter.');
  const email = emailTo(reporter.userPrincipalName, number);
  const submissionId = await submissionIdOf(reporter.id, email);
  const payload: Report = {
    schema: 1,
    submissionId,
    channel: 'email',
    kind: 'abusive',
    behaviours: [],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: 'It came at ten.',
    occurredAt: email.receivedAt ?? '',
    manager: { chosenId: null, implicated: false },
    account: null,
    informationRequest: 'no',
    email,
    language: 'en',
    submittedAt: new Date().toISOString(),
  };
  const { site, graphBaseUrl, clientId } = system.settings;
  const token = await control.token({ persona: 'reporter', scopes, app: clientId });
  const answer = await fetch(`${graphBaseUrl}/sites/${site.id}/lists/${site.lists.intake}/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      fields: { SubmissionId: submissionId, EntryType: 'report', Payload: JSON.stringify(payload) },
    }),
  });
  if (!answer.ok) throw new Error(`The report was not stored: ${answer.status} ${await answer.text()}`);
  return submissionId;
}

function emailTo(mailbox: string, number: number): ReportedEmail {
  return {
    from: { name: 'Invented Sender', address: 'sender@bryncastell.example' },
    otherSenders: [],
    replyTo: [],
    to: [{ name: '', address: mailbox }],
    cc: [],
    recipientCount: 1,
    subject: `Bench message ${number}`,
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    internetMessageId: `<bench-${number}@bryncastell.example>`,
    conversationId: '',
    itemId: '',
    mailbox,
    headerText: '',
    attachmentNames: [],
  };
}
