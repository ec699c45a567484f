import { expect } from 'vitest';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { cardsOf, incidents, itemsOf } from '../../service/support/look.ts';
import { evidenceFiles, type Mail, mailsOf, teams } from './mail.ts';
import type { RunningSystem } from './running-system.ts';

/** A forward that left before the number was known names the submission instead. */
const naming = (mails: Mail[], ...names: string[]) =>
  mails.filter(({ subject, body }) => names.some((name) => subject.includes(name) || body.content.includes(name)));

export async function incidentOf(
  system: RunningSystem,
  reference: string,
): Promise<{ itemId: string; incident: Incident } | null> {
  const found = (await incidents(system)).filter(({ incident }) => incident.reference === reference);
  if (found.length > 1) throw new Error(`${reference} is in the register ${found.length} times`);
  return found[0] ? { itemId: found[0].item.id, incident: found[0].incident } : null;
}

/** Everything the world holds about one reference: rows, mails in the mailboxes they arrived in, cards, files. */
export async function countsOf(system: RunningSystem, reference: string) {
  const found = (await incidents(system)).filter(({ incident }) => incident.reference === reference);
  const submissionId = found[0]?.incident.report.submissionId ?? 'none';
  const intake = (await itemsOf(system, system.settings.site.lists.intake)).filter(
    (row) => row.fields.SubmissionId === submissionId,
  );
  const mailsTo = async (mailbox: string) => naming(await mailsOf(system, mailbox), reference, submissionId).length;
  return {
    incidents: found.length,
    reports: intake.filter((row) => row.fields.EntryType === 'report').length,
    forwardNotes: intake.filter((row) => row.fields.EntryType === 'forwarded').length,
    itSecurity: await mailsTo(teams.itSecurity),
    security: await mailsTo(teams.security),
    helpDesk: await mailsTo(teams.helpDesk),
    cards: (await cardsOf(system, 'manager')).filter(({ json }) => json.includes(reference)).length,
    files: (await evidenceFiles(system)).filter(({ path }) => path.includes(reference)).length,
  };
}

/** What comes of an abusive e-mail that was received in office hours. */
export const everythingOnce = {
  incidents: 1,
  reports: 1,
  forwardNotes: 1,
  itSecurity: 1,
  security: 1,
  helpDesk: 1,
  cards: 1,
  files: 1,
};

/** How long what follows a report may take on a slow machine. The person's last receipt is not the service's last step. */
export const afterwards = { timeout: 60_000, interval: 500 };

/** Everything is there once. The last note of a report may come after its last receipt, so that is waited for. */
export async function expectOnce(system: RunningSystem, reference: string): Promise<void> {
  await expect.poll(() => countsOf(system, reference), afterwards).toEqual(everythingOnce);
}

/** The register comes to say this about one report. */
export async function expectIncident(system: RunningSystem, reference: string, expected: object): Promise<void> {
  await expect.poll(async () => (await incidentOf(system, reference))?.incident, afterwards).toMatchObject(expected);
}

/** The cards in every chat there is, as they lie there. */
export async function cardsEverywhere(system: RunningSystem): Promise<string[]> {
  const { value } = await system.control<{ value: { id: string; userPrincipalName: string }[] }>(
    'GET',
    '/sandbox/people',
  );
  const personas = await system.control<{ personas: { key: string }[] }>('GET', '/sandbox/personas');
  const names = [...personas.personas.map(({ key }) => key), ...value.map(({ id }) => id)];
  const found = new Map<string, string>();
  for (const name of names) {
    const cards = await cardsOf(system, name).catch(() => []);
    for (const card of cards) found.set(`${card.chatId} ${card.messageId}`, card.json);
  }
  return [...found.values()];
}
