import type { Report } from '../../../src/domain/incident/report.ts';

/** A report as the pane writes it; `over` says what a test is about. */
export function sampleReport(over: Partial<Report> = {}): Report {
  return {
    schema: 1,
    submissionId: '0123456789ABCDEFGHJKMNPQRS',
    channel: 'email',
    kind: 'abusive',
    behaviours: ['severeVerbalAbuse'],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: 'Ysgrifennodd at y tŷ; it\'s the third "one" & <b>worse</b>',
    occurredAt: '2026-11-02T10:00:00Z',
    manager: { chosenId: null, implicated: false },
    account: null,
    informationRequest: 'no',
    email: {
      from: { name: 'Someone', address: 'someone@elsewhere.example' },
      otherSenders: [],
      replyTo: [],
      to: [{ name: 'Me', address: 'me@glanrafon.example' }],
      cc: [],
      recipientCount: 1,
      subject: 'Eich penderfyniad',
      receivedAt: '2026-11-02T10:00:00Z',
      internetMessageId: '<one@elsewhere.example>',
      conversationId: 'c1',
      itemId: 'AAMk1',
      mailbox: 'me@glanrafon.example',
      headerText: 'Subject: Eich penderfyniad',
      attachmentNames: [],
    },
    language: 'cy',
    submittedAt: '2026-11-02T11:00:00Z',
    ...over,
  };
}
