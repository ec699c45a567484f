import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kind, Language, Role } from '../../src/domain/incident/vocabulary.ts';
import { largeMessageSubject } from '../../src/sandbox/mail/inbox/large-message.ts';
import { incidents, itemsOf } from '../service/support/look.ts';
import { afterwards } from './support/counts.ts';
import {
  addressOf,
  attachmentsOf,
  bytesOf,
  evidenceFiles,
  evidenceHash,
  inboxOf,
  mailsOf,
  sha256,
  teams,
} from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { systemUnderTest } from './support/system-under-test.ts';

interface Listed {
  file: string;
  mailboxes: string[];
  subject: string;
}
type Steps = [recorded: string, forwarded: string, evidenceFiled: string, managerTold: string, securityTold: string];

const reporter = addressOf('carys.llwydfenn');
const listed: Listed[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../src/sandbox/mail/inbox/index.json'), 'utf8'),
);
const inbox = [
  ...listed.filter(({ mailboxes }) => mailboxes.includes(reporter)),
  { file: 'large', subject: largeMessageSubject },
];

/** What a person would call each; everything else is abusive. */
const kindOf: Record<string, Kind> = {
  'sexual-harassment.eml': 'sexualMalicious',
  'hoax.eml': 'hoax',
  'suicide-threat.eml': 'suicideThreat',
  'bomb-threat.eml': 'bombThreat',
  'persistent-with-freedom-of-information-request.eml': 'persistent',
  'read-receipt-asked-for.eml': 'persistent',
  'very-long-subject.eml': 'persistent',
  'from-a-colleague.eml': 'internal',
  'ordinary-polite.eml': 'none',
};

const told: Steps = ['done', 'done', 'done', 'done', 'done'];
const stepsOf: Partial<Record<Kind, Steps>> = {
  bombThreat: ['done', 'withheld', 'done', 'done', 'done'],
  suicideThreat: ['done', 'notNeeded', 'done', 'done', 'notNeeded'],
  internal: ['done', 'notNeeded', 'done', 'done', 'notNeeded'],
  none: ['done', 'notNeeded', 'done', 'done', 'notNeeded'],
};

/** Roles that are told by themselves in office hours, whatever else the message deserves. */
const rolesOf: Record<Kind, Role[]> = {
  abusive: ['lineManager', 'security', 'helpDesk'],
  sexualMalicious: ['lineManager', 'security', 'helpDesk'],
  hoax: ['lineManager', 'security', 'helpDesk'],
  persistent: ['lineManager', 'security', 'helpDesk', 'deputyDirector'],
  bombThreat: ['lineManager', 'security', 'helpDesk', 'informationSecurity', 'seniorManager'],
  suicideThreat: ['lineManager'],
  internal: ['lineManager', 'hrPartner'],
  none: ['lineManager'],
};

const under = systemUnderTest();
const language = (index: number): Language => (index % 2 === 0 ? 'en' : 'cy');

describe('Every message of an inbox, flagged by hand in both languages', { timeout: 180_000 }, () => {
  const outlooks = {} as Record<Language, Outlook>;
  const references = new Map<string, string>();
  beforeAll(async () => {
    for (const each of ['en', 'cy'] as const)
      outlooks[each] = await Outlook.open(await under.browser.keptPage(), under.system, { language: each });
  });

  it.each(inbox.map((mail, index) => [mail.file, mail.subject, language(index)] as const))(
    '%s has a receipt for every step',
    async (file, subject, spoken) => {
      const kind = kindOf[file] ?? 'abusive';
      const outlook = outlooks[spoken];
      await outlook.flag(subject, kind);
      references.set(file, await outlook.done(150_000));
      expect(await outlook.steps()).toEqual(stepsOf[kind] ?? told);
      expect(await outlook.page.evaluate('"__mailRan" in globalThis')).toBe(false);
    },
  );

  it('has one incident, one Intake row, one forward, one card and one notice to each role for each', async () => {
    const { system } = under;
    // A receipt says that people are told; what the service still owes after that is done soon.
    const owed = async () => {
      const lists = [system.settings.site.lists.incidents, system.settings.site.lists.incidentsHr];
      const rows = (await Promise.all(lists.map((list) => itemsOf(system, list)))).flat();
      return rows.filter(({ fields }) => fields.WorkState !== 'done').map(({ fields }) => fields.Reference);
    };
    await expect.poll(owed, afterwards).toEqual([]);
    const all = [
      ...(await incidents(system)),
      ...(await itemsOf(system, system.settings.site.lists.incidentsHr)).map((item) => ({
        item,
        incident: JSON.parse(item.fields.Details ?? ''),
      })),
    ];
    expect(new Set(references.values()).size).toBe(inbox.length);
    expect(all.map(({ incident }) => incident.reference).sort()).toEqual([...references.values()].sort());
    const intake = await itemsOf(system, system.settings.site.lists.intake);
    expect(intake.filter(({ fields }) => fields.EntryType === 'report')).toHaveLength(inbox.length);

    const [itSecurity, security, helpDesk] = await Promise.all(
      [teams.itSecurity, teams.security, teams.helpDesk].map((mailbox) => mailsOf(system, mailbox)),
    );
    for (const { file } of inbox) {
      const reference = references.get(file) ?? '';
      const kind = kindOf[file] ?? 'abusive';
      const incident = all.find((each) => each.incident.reference === reference)?.incident;
      const deliveries: { role: Role; state: string; channel: string; to: string }[] = incident.deliveries;
      expect(
        deliveries.filter(({ state }) => state !== 'sent'),
        file,
      ).toEqual([]);
      const roles = deliveries.map(({ role }) => role);
      expect(new Set(roles).size, `${file}: ${roles}`).toBe(roles.length);
      expect(roles, file).toEqual(expect.arrayContaining(rolesOf[kind]));
      const mailsTo = (mailbox: string) => deliveries.filter(({ channel, to }) => channel === 'mail' && to === mailbox);
      const arrived = (mails: typeof security = []) =>
        mails.filter(({ subject, body }) => subject.includes(reference) || body.content.includes(reference)).length;
      const isForwarded = (stepsOf[kind] ?? told)[1] === 'done';
      expect(
        { itSecurity: arrived(itSecurity), security: arrived(security), helpDesk: arrived(helpDesk) },
        file,
      ).toEqual({
        itSecurity: mailsTo(teams.itSecurity).length + (isForwarded ? 1 : 0),
        security: mailsTo(teams.security).length,
        helpDesk: mailsTo(teams.helpDesk).length,
      });
    }
  });

  it('was forwarded and filed byte for byte', async () => {
    const { system } = under;
    const messages = await inboxOf(system, reporter);
    // One after another: a mailbox takes four requests at a time.
    const originals = new Set<string>();
    for (const { id } of messages) originals.add(sha256(await bytesOf(system, reporter, id)));
    const sent = async () => (await incidents(system)).filter(({ incident }) => incident.forward.state === 'sent');
    const forwarded = (await mailsOf(system, teams.itSecurity)).filter((mail) => mail.hasAttachments);
    // The note that a forward has left comes as a row of its own.
    await expect.poll(async () => (await sent()).length, afterwards).toBe(forwarded.length);
    const attached: string[] = [];
    for (const { id } of forwarded) {
      const files = await attachmentsOf(system, teams.itSecurity, id);
      attached.push(...files.map((file) => file.sha256));
    }
    expect(new Set(attached).size).toBe(forwarded.length);
    for (const hash of attached) expect(originals).toContain(hash);

    for (const boundary of ['default', 'hr'] as const) {
      const files = await evidenceFiles(system, boundary);
      const hashes = await Promise.all(files.map(({ id }) => evidenceHash(system, id, boundary)));
      expect(new Set(hashes).size).toBe(files.length);
      for (const hash of hashes) expect(originals).toContain(hash);
    }
  });
});
