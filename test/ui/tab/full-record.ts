import type { Submission } from '../../../src/application/ports/intake.ts';
import {
  composeIncidentReport,
  type IncidentDraft,
  newIncidentDraft,
} from '../../../src/application/report-incident-draft.ts';
import type { Situation } from '../../../src/domain/incident/account-vocabulary.ts';
import { emptyBomb, emptyCall } from '../../../src/domain/incident/empty-account.ts';
import type { Kind } from '../../../src/domain/incident/vocabulary.ts';

export const draftId = '0123456789ABCDEFGHJKMNPQRS';
const happened = '2026-11-10T10:05:00.000Z';

/** A draft as the first tap makes it, before anything is answered. */
export function freshDraft(situation: Situation, kind: Kind, part: Partial<IncidentDraft> = {}): IncidentDraft {
  const draft = newIncidentDraft({ id: draftId, situation, kind, phase: 'form', language: 'en', now: happened });
  return { ...draft, ...part };
}

const colleague = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ac',
  name: 'Tom Hathersedge',
  address: 'tom.hathersedge@llyw.example',
};

/** A text of words, exactly this long. */
const words = (length: number) => 'He said that he would be back tomorrow. '.repeat(length / 40 + 1).slice(0, length);

/** A call of which everything is told; `length` says at what length, in characters, `1` for as much as a field holds. */
export function fullCall(size: 'short' | 'longest', kind: Kind = 'abusive'): IncidentDraft {
  const line = size === 'short' ? 'A few words' : words(500);
  const text = size === 'short' ? 'He shouted, and did not stop when asked to.' : words(4000);
  const draft = freshDraft('call', kind);
  return {
    ...draft,
    facts: text,
    account: {
      ...draft.account,
      isTimeApproximate: true,
      endedAt: '2026-11-10T10:12:00.000Z',
      verbatim: size === 'short' ? 'SECRETVERBATIM' : `SECRETVERBATIM ${words(3980)}`,
      onBehalfOf: colleague,
      place: { siteId: null, where: 'office', detail: line, loneWorking: true },
      notes: [{ at: happened, text: 'Traffic behind him.' }],
      call: {
        ...emptyCall(),
        branch: line,
        division: line,
        extension: '4711',
        characteristics: text,
        background: ['office', 'other'],
        backgroundOther: line,
        line: 'mobile',
        voice: 'male',
        accent: line,
        otherVoice: line,
        nameUsed: 'yes',
        nameSource: 'greeting',
        recognised: 'maybe',
        recognisedAs: line,
        ring: 'external',
        switchboardQueryId: draftId,
        numberShown: '01632 960 111',
        number1471: '01632 960 111',
        warnedAt: '2026-11-10T10:08:00.000Z',
        endedBy: 'me',
        voicemailLeft: true,
      },
      bomb: kind === 'bombThreat' ? { ...emptyBomb(), whereNow: 'In the lift' } : null,
    },
  };
}

/** The report of a draft, as the Intake list shows it to its reporter. */
export function submissionOf(draft: IncidentDraft, part: Partial<Submission> = {}): Submission {
  return {
    rowId: '7',
    report: composeIncidentReport(draft, { directoryManagerId: null, submittedAt: '2026-11-10T10:20:00.000Z' }),
    recordedAt: '2026-11-10T10:20:02.000Z',
    reference: 'UB-2026-000007',
    state: 'managerReview',
    receipts: [],
    acknowledgedAt: null,
    switchboardAnswer: null,
    amendments: [],
    withdrawal: null,
    questions: [],
    answers: [],
    ...part,
  };
}
