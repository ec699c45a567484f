import type { StepContext } from '../../../src/application/outbox/step-context.ts';
import type { Receipt } from '../../../src/application/ports/intake.ts';
import { RemoteError, type RemoteErrorCode } from '../../../src/application/remote-error.ts';
import { captureOriginal } from '../../../src/application/report-email-capture.ts';
import type { ForwardedEntry, Report } from '../../../src/domain/incident/report.ts';
import type { Window } from './device.ts';

/**
 * What happens to one call: it works; it never reaches the other side; it works but its answer is lost; the window is
 * killed before it leaves, or after it arrived.
 */
export type Fate = 'works' | RemoteErrorCode | 'lostAnswer' | 'killedBefore' | 'killedAfter';
export type Call = 'add' | 'find' | 'addForwarded' | 'sendOnce' | 'file' | 'personId';

export const original = new TextEncoder().encode('From: someone\r\n\r\nwords');
export const reporterId = '11111111-1111-4111-8111-111111111111';

/** Microsoft 365 and the service, as far as a report touches them, with a fate for every call. */
export class Outside {
  readonly rows: Report[] = [];
  readonly notes: ForwardedEntry[] = [];
  readonly mails: { key: string; to: string[]; draftId: string; bytes: Uint8Array | undefined }[] = [];
  readonly drafts = new Map<string, string>();
  readonly evidence = new Map<string, string>();
  readonly calls: Call[] = [];
  receipts: Receipt[] = ['managerTold', 'securityTold'].map((step) => ({
    step: step as Receipt['step'],
    state: 'done',
    at: '2026-11-20T10:00:05Z',
    reason: null,
  }));
  signedIn = reporterId;
  profile: string | null = null;
  /** Whether the pane had looked for an earlier report when the message was opened; otherwise it believes that there is none. */
  isLookedUp = false;
  captures = 0;
  readonly #fates: (call: Call) => { fate: Fate; retryAfterSeconds?: number };

  constructor(fates: (call: Call) => { fate: Fate; retryAfterSeconds?: number } = () => ({ fate: 'works' })) {
    this.#fates = fates;
  }

  /** The ports as one window sees them. */
  contextFor(window: Window): StepContext {
    const meet = <T>(call: Call, effect: () => T) => this.#meet(window, call, effect);
    return {
      outbox: window.outbox,
      clock: { now: () => new Date() },
      personId: () => meet('personId', () => this.signedIn),
      profile: () => this.profile,
      findEarlier: async ({ submissionId }) => (this.isLookedUp ? this.#submission(submissionId) : null),
      managerId: async () => null,
      completeEmail: async (email) => email,
      capture: (entry) => {
        this.captures += 1;
        const email = entry.email ?? { mailbox: '', itemId: '', to: [], cc: [] };
        const reader = { read: async () => original, immutableId: async () => 'x' };
        return captureOriginal({ email, open: null }, reader, { now: () => new Date() });
      },
      forwardMail: () => ({ to: 'it-security@llyw.example', subject: 's', text: 't', fileName: 'a.eml' }),
      intake: {
        add: (report) =>
          meet('add', () => {
            this.rows.push(report);
            return { rowId: String(this.rows.length), recordedAt: new Date().toISOString() };
          }),
        addAmendment: async () => undefined,
        addWithdrawal: async () => undefined,
        addAnswer: async () => undefined,
        addSwitchboardQuery: async () => undefined,
        addGuidanceRead: async () => undefined,
        findAddition: async () => null,
        switchboardAnswer: async () => null,
        addForwarded: (entry) => meet('addForwarded', () => void this.notes.push(entry)),
        find: (id) => meet('find', () => this.#submission(id)),
        list: async () => ({ submissions: [], next: null }),
      },
      mailbox: {
        sendOnce: async (mail, options) => {
          const known = this.mails.find(({ key }) => key === mail.key);
          // A mailbox does not know that a call is a repeat unless it is told so, or shown the draft.
          if (known && (options?.resume || options?.draftId)) return { messageId: known.draftId, sentNow: false };
          const draftId = options?.draftId ?? `draft-${this.drafts.size + 1}`;
          this.drafts.set(draftId, mail.key);
          await options?.onDraft?.(draftId);
          return meet('sendOnce', () => {
            this.mails.push({ key: mail.key, to: mail.to, draftId, bytes: mail.attachment?.bytes });
            return { messageId: draftId, sentNow: true };
          });
        },
      },
      evidence: {
        file: (submissionId, { sha256 }) =>
          meet('file', () => {
            this.evidence.set(`${submissionId} ${sha256}`, sha256);
            return { id: sha256, filedAt: new Date().toISOString() };
          }),
      },
    };
  }

  #submission(id: string) {
    const index = this.rows.findIndex(({ submissionId }) => submissionId === id);
    const report = this.rows[index];
    if (!report) return null;
    return {
      rowId: String(index + 1),
      report,
      recordedAt: '2026-11-20T10:00:00Z',
      reference: 'UB-2026-000001',
      state: 'managerReview' as const,
      receipts: this.receipts,
      acknowledgedAt: null,
      switchboardAnswer: null,
      amendments: [],
      withdrawal: null,
      questions: [],
      answers: [],
    };
  }

  async #meet<T>(window: Window, call: Call, effect: () => T): Promise<T> {
    if (window.isDead) return new Promise(() => undefined);
    this.calls.push(call);
    const { fate, retryAfterSeconds } = this.#fates(call);
    const hang = () => {
      window.kill();
      return new Promise<T>(() => undefined);
    };
    if (fate === 'works') return effect();
    if (fate === 'killedBefore') return hang();
    if (fate === 'killedAfter') {
      effect();
      return hang();
    }
    if (fate === 'lostAnswer') {
      effect();
      throw new RemoteError('timeout', 'No answer came.');
    }
    throw new RemoteError(fate, 'Refused.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
}
