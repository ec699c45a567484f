import {
  bytesKey,
  newAdditionEntry,
  newIncidentEntry,
  type TabEntry,
} from '../../../src/application/outbox/incident-entry.ts';
import { type IncidentDraft, newIncidentDraft } from '../../../src/application/report-incident-draft.ts';
import type { AttachmentClaim } from '../../../src/domain/incident/account.ts';
import type { Device } from '../report-email/device.ts';

export const submissionId = 'ABCDEFGHJKMNPQRSTVWXYZ0123';
const pressed = { createdAt: '2026-11-20T10:05:00.000Z', reporterId: null, profile: null };

export const voicemail = new TextEncoder().encode('not really a voicemail');

export function claimOf(id: string): AttachmentClaim {
  return {
    id,
    type: 'voicemail',
    name: `neges llais ${id}.m4a`,
    mediaType: 'audio/mp4',
    size: voicemail.length,
    sha256: id.padEnd(64, '0'),
    capturedAt: '2026-11-20T10:04:00.000Z',
  };
}

export function draftOf(files: readonly string[] = [], over: Partial<IncidentDraft> = {}): IncidentDraft {
  const draft = newIncidentDraft({
    id: submissionId,
    situation: 'call',
    kind: 'abusive',
    phase: 'form',
    language: 'cy',
    now: '2026-11-20T10:00:00.000Z',
  });
  return { ...draft, account: { ...draft.account, attachments: files.map(claimOf) }, ...over };
}

/** An entry put into the device as the hand-over puts it there. */
export function putEntry(device: Device<TabEntry>, entry: TabEntry): TabEntry {
  device.entries.set(entry.id, entry);
  for (const { claim } of entry.files) device.bytes.set(bytesKey(entry.id, claim.id), voicemail);
  return entry;
}

export const incidentOf = (files: readonly string[] = [], over: Partial<IncidentDraft> = {}) =>
  newIncidentEntry(draftOf(files, over), pressed);

export const amendmentOf = (files: readonly string[] = []) =>
  newAdditionEntry(
    {
      id: '0AMENDMENT0000000000000001',
      submissionId,
      content: {
        kind: 'amendment',
        amendmentId: '0AMENDMENT0000000000000001',
        draft: draftOf(files, { facts: 'He gave his name.' }),
        note: 'The name',
        amendedAt: '2026-11-20T11:00:00.000Z',
      },
      files: files.map(claimOf),
    },
    pressed,
  );

export const answerOf = (questionId = 'q1') =>
  newAdditionEntry(
    {
      id: `answer-${submissionId}-${questionId}`,
      submissionId,
      content: {
        kind: 'answer',
        entry: {
          schema: 1,
          submissionId,
          questionId,
          text: 'On the second line.',
          answeredAt: '2026-11-20T11:00:00.000Z',
        },
      },
    },
    pressed,
  );

export const withdrawalOf = () =>
  newAdditionEntry(
    {
      id: `withdrawal-${submissionId}`,
      submissionId,
      content: {
        kind: 'withdrawal',
        entry: { schema: 1, submissionId, reason: 'A misunderstanding', withdrawnAt: '2026-11-20T11:00:00.000Z' },
      },
    },
    pressed,
  );

export const queryOf = () =>
  newAdditionEntry(
    {
      id: '0QUERY00000000000000000001',
      submissionId: null,
      content: {
        kind: 'switchboardQuery',
        queryId: '0QUERY00000000000000000001',
        callAt: '2026-11-20T10:00:00.000Z',
        extension: '3333',
      },
    },
    pressed,
  );

export const readingOf = () =>
  newAdditionEntry(
    {
      id: 'read calls 2',
      submissionId: null,
      content: { kind: 'guidanceRead', documentId: 'calls', version: '2', readAt: '2026-11-20T10:00:00.000Z' },
    },
    pressed,
  );
