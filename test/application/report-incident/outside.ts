import type { TabEntry } from '../../../src/application/outbox/incident-entry.ts';
import type { TabContext } from '../../../src/application/outbox/tab-context.ts';
import type { Addition, EntryAnswer, Receipt } from '../../../src/application/ports/intake.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import type { Window } from '../report-email/device.ts';
import type { Fate } from '../report-email/outside.ts';

export type Call = 'personId' | 'managerId' | 'add' | 'addition' | 'find' | 'findAddition' | 'file';

export const reporterId = '11111111-1111-4111-8111-111111111111';
export const managerId = '22222222-2222-4222-8222-222222222222';

/** Intake and the service, as far as the tab's entries touch them, with a fate for every call. */
export class Outside {
  readonly reports: Report[] = [];
  readonly additions: Addition[] = [];
  readonly files: { submissionId: string; id: string; name: string; bytes: Uint8Array }[] = [];
  readonly calls: Call[] = [];
  receipts: Receipt[] = ['managerTold', 'securityTold'].map((step) => ({
    step: step as Receipt['step'],
    state: 'done',
    at: '2026-11-20T10:05:05Z',
    reason: null,
  }));
  answer: EntryAnswer = { isAnswered: true, refusal: null };
  signedIn = reporterId;
  profile: string | null = null;
  /** How many uploads are under way, and the most that ever were. */
  uploads = { now: 0, most: 0 };
  readonly #fates: (call: Call) => { fate: Fate; retryAfterSeconds?: number };

  constructor(fates: (call: Call) => { fate: Fate; retryAfterSeconds?: number } = () => ({ fate: 'works' })) {
    this.#fates = fates;
  }

  /** The ports as one window sees them. */
  contextFor(window: Window<TabEntry>): TabContext {
    const meet = <T>(call: Call, effect: () => T) => this.#meet(window, call, effect);
    const addition = (given: Addition) => meet('addition', () => void this.additions.push(given));
    return {
      outbox: window.outbox,
      clock: { now: () => new Date() },
      personId: () => meet('personId', () => this.signedIn),
      profile: () => this.profile,
      managerId: () => meet('managerId', () => managerId),
      intake: {
        add: (report) =>
          meet('add', () => {
            this.reports.push(report);
            return { rowId: String(this.reports.length), recordedAt: new Date().toISOString() };
          }),
        find: (id) => meet('find', () => this.#submission(id)),
        addAmendment: (entry) => addition({ type: 'amendment', entry }),
        addWithdrawal: (entry) => addition({ type: 'withdrawal', entry }),
        addAnswer: (entry) => addition({ type: 'answer', entry }),
        addSwitchboardQuery: (entry) => addition({ type: 'switchboardQuery', entry }),
        addGuidanceRead: (key, entry) => addition({ type: 'guidanceRead', key, entry }),
        findAddition: (wanted) =>
          meet('findAddition', () => (this.additions.some(({ type }) => type === wanted.type) ? this.answer : null)),
        addForwarded: () => Promise.reject(new Error('Nothing is forwarded from the tab.')),
        list: async () => ({ submissions: [], next: null }),
        switchboardAnswer: async () => null,
      },
      evidence: {
        file: async (submissionId, { bytes, attachment }) => {
          this.uploads.now += 1;
          this.uploads.most = Math.max(this.uploads.most, this.uploads.now);
          try {
            return await meet('file', () => {
              const { id, name } = attachment ?? { id: '', name: '' };
              if (!this.files.some((file) => file.id === id)) this.files.push({ submissionId, id, name, bytes });
              return { id, filedAt: new Date().toISOString() };
            });
          } finally {
            this.uploads.now -= 1;
          }
        },
      },
    };
  }

  #submission(id: string) {
    const index = this.reports.findIndex(({ submissionId }) => submissionId === id);
    const report = this.reports[index];
    if (!report) return null;
    return {
      rowId: String(index + 1),
      report,
      recordedAt: '2026-11-20T10:05:00Z',
      reference: 'UB-2026-000001',
      state: 'managerReview' as const,
      receipts: this.receipts,
      acknowledgedAt: null,
      amendments: [],
      withdrawal: null,
      questions: [],
      answers: [],
      switchboardAnswer: null,
    };
  }

  async #meet<T>(window: Window<TabEntry>, call: Call, effect: () => T): Promise<T> {
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
