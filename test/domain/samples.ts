import { standardHours } from '../../src/domain/calendar/office-hours.ts';
import { type DeriveInput, deriveIncident } from '../../src/domain/incident/derive.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import type { Staff } from '../../src/domain/incident/staff.ts';
import { standardRetention } from '../../src/domain/retention/keep-until.ts';

const person = (digit: string, name: string): Staff => ({
  id: `00000000-0000-4000-8000-00000000000${digit}`,
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@sefydliad.example`,
});

export const reporter = person('1', 'Gwen Reporter');
export const lineManager = { ...person('2', 'Huw Manager'), language: 'en' as const };
export const alternate = { ...person('3', 'Non Substitute'), language: 'cy' as const };
export const securityOfficer = person('4', 'Sian Security');
export const hrPartner = person('5', 'Elin People');
export const stranger = person('6', 'Some Colleague');

/** Words that must never be seen outside the record. */
export const secrets = {
  senderName: 'Zebedee Secretname',
  senderAddress: 'zebedee@sender.example',
  subject: 'SECRETSUBJECT you worm',
  facts: 'SECRETFACTS he wrote that I am a worm',
  header: 'X-Secret-Header: SECRETHEADER',
  attachment: 'SECRETATTACHMENT.docx',
};

export function sampleReport(change: Partial<Report> = {}): Report {
  return {
    schema: 1,
    submissionId: '0123456789ABCDEFGHJKMNPQRS',
    channel: 'email',
    kind: 'abusive',
    behaviours: [],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: secrets.facts,
    // Tuesday 10 November 2026, 10:00 in London.
    occurredAt: '2026-11-10T10:00:00.000Z',
    manager: { chosenId: lineManager.id, implicated: false },
    account: null,
    informationRequest: 'no',
    email: {
      from: { name: secrets.senderName, address: secrets.senderAddress },
      otherSenders: [],
      replyTo: [],
      to: [{ name: reporter.name, address: reporter.address }],
      cc: [],
      recipientCount: 1,
      subject: secrets.subject,
      receivedAt: '2026-11-10T10:00:00.000Z',
      internetMessageId: '<secret-message@sender.example>',
      conversationId: 'conversation',
      itemId: 'item',
      mailbox: reporter.address,
      headerText: secrets.header,
      attachmentNames: [secrets.attachment],
    },
    language: 'en',
    submittedAt: '2026-11-10T10:05:00.000Z',
    ...change,
  };
}

export const standardSettings: DeriveInput['settings'] = {
  hours: standardHours,
  retention: standardRetention,
  heightenedExposure: false,
  areaArrangement: false,
  dutyMinutes: 30,
  cathaysParkSiteIds: ['cathays'],
};

export function sampleIncident(change: Partial<Report> = {}, given: Partial<DeriveInput> = {}): Incident {
  return deriveIncident({
    report: sampleReport(change),
    rowId: '123',
    recordedAt: '2026-11-10T10:05:30.000Z',
    reporter,
    reviewers: { lineManager, chosen: null, alternate: null },
    settings: standardSettings,
    ...given,
  });
}
