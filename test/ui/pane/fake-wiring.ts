import type { ClientSettings } from '../../../src/application/client-settings.ts';
import type { StaffRecord } from '../../../src/application/ports/directory.ts';
import type { Submission } from '../../../src/application/ports/intake.ts';
import type { OpenMessage } from '../../../src/application/ports/mail-host.ts';
import type { Outbox } from '../../../src/application/ports/outbox.ts';
import type { PanePorts } from '../../../src/application/ports/pane.ts';
import { RemoteError, type RemoteErrorCode } from '../../../src/application/remote-error.ts';
import type { Report } from '../../../src/domain/incident/report.ts';

/** What a test sees and steers from outside the page. */
export interface FakeWorld {
  rows: Report[];
  forwards: { key: string; to: string[]; name: string; size: number }[];
  notes: number;
  evidence: { submissionId: string; sha256: string; size: number }[];
  signIns: number;
  /** Errors to throw, by port method, first come first. */
  faults: Record<string, { code: RemoteErrorCode; retryAfterSeconds?: number }[]>;
  /** Opens another message, or none. */
  open(message: { id: string; subject?: string; from?: string; body?: string; shared?: boolean } | null): void;
  /** Lets the host answer, when the page was opened with `?host=hangs`. */
  release(): void;
}

const staff = (id: string, name: string, jobTitle: string): StaffRecord => ({
  id,
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@llyw.example`,
  jobTitle,
  department: null,
  officeLocation: null,
  phone: null,
  language: null,
});
const me = staff('11111111-1111-4111-8111-111111111111', 'Nia Rees', 'Case officer');
const manager = staff('22222222-2222-4222-8222-222222222222', 'Owen Pugh', 'Team leader');
const colleague = staff('33333333-3333-4333-8333-333333333333', 'Olwen Price', 'Team leader');

/** Ports of a tenant in the page, for looking at the pane alone. The rows live in storage, so that a reload finds them. */
export function createPanePorts(_settings: ClientSettings, outbox: Outbox): PanePorts & { warmUp(): void } {
  const parameters = new URLSearchParams(location.search);
  const stored = (name: string) => JSON.parse(localStorage.getItem(`fake:${name}`) ?? '[]');
  const world: FakeWorld = {
    rows: stored('rows'),
    forwards: stored('forwards'),
    notes: 0,
    evidence: stored('evidence'),
    signIns: 0,
    faults: JSON.parse(parameters.get('faults') ?? '{}'),
    open: (message) => {
      current = message && toOpenMessage(message);
      for (const listener of listeners) listener(current);
    },
    release: () => release(),
  };
  (globalThis as unknown as { fake: FakeWorld }).fake = world;
  const keep = () => {
    for (const name of ['rows', 'forwards', 'evidence'] as const) {
      localStorage.setItem(`fake:${name}`, JSON.stringify(world[name]));
    }
  };

  let release: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    release = resolve;
    if (parameters.get('host') !== 'hangs') resolve();
  });
  const listeners = new Set<(message: OpenMessage | null) => void>();
  let current: OpenMessage | null =
    parameters.get('message') === 'none' ? null : toOpenMessage({ id: parameters.get('message') ?? 'one' });

  async function meet(method: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const fault = world.faults[method]?.shift();
    if (fault) throw new RemoteError(fault.code, 'A fault the test asked for.', fault);
  }
  const submissionOf = (report: Report, index: number): Submission => ({
    rowId: String(index + 1),
    report,
    recordedAt: report.submittedAt,
    reference: `UB-2026-00000${index + 1}`,
    state: 'managerReview',
    receipts: [
      { step: 'managerTold', state: 'done', at: report.submittedAt, reason: null },
      { step: 'securityTold', state: 'done', at: report.submittedAt, reason: null },
    ],
    acknowledgedAt: null,
    switchboardAnswer: null,
    amendments: [],
    withdrawal: null,
    questions: [],
    answers: [],
  });

  return {
    host: {
      ready: async () => {
        await answered;
        return {
          displayLanguage: parameters.get('display') ?? document.documentElement.lang,
          theme: (parameters.get('theme') as 'light' | null) ?? 'light',
        };
      },
      ownAddress: () => 'nia.rees@llyw.example',
      current: () => current,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    directory: {
      me: async () => me,
      myManager: async () => (parameters.get('manager') === 'none' ? null : manager),
      search: async (text) =>
        [manager, colleague].filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())),
    },
    intake: {
      add: async (report) => {
        await meet('add');
        world.rows.push(report);
        keep();
        await meet('addAnswer');
        return { rowId: String(world.rows.length), recordedAt: new Date().toISOString() };
      },
      addAmendment: async () => undefined,
      addWithdrawal: async () => undefined,
      addAnswer: async () => undefined,
      addSwitchboardQuery: async () => undefined,
      addGuidanceRead: async () => undefined,
      findAddition: async () => null,
      switchboardAnswer: async () => null,
      addForwarded: async () => {
        await meet('addForwarded');
        world.notes += 1;
      },
      find: async (id) => {
        await meet('find');
        const index = world.rows.findIndex(({ submissionId }) => submissionId === id);
        const report = world.rows[index];
        return report ? submissionOf(report, index) : null;
      },
      list: async () => ({ submissions: [], next: null }),
    },
    mailbox: {
      sendOnce: async (mail, options) => {
        await meet('sendOnce');
        const sent = world.forwards.some(({ key }) => key === mail.key);
        await options?.onDraft?.(`draft-${mail.key}`);
        if (!sent) {
          const { attachment } = mail;
          world.forwards.push({
            key: mail.key,
            to: mail.to,
            name: attachment?.name ?? '',
            size: attachment?.bytes.length ?? 0,
          });
          keep();
        }
        return { messageId: `sent-${mail.key}`, sentNow: !sent };
      },
    },
    originals: {
      read: async () => new TextEncoder().encode('From: x\r\n\r\nby Graph'),
      immutableId: async () => 'immutable-1',
    },
    evidence: {
      file: async (submissionId, { sha256, bytes }) => {
        await meet('file');
        world.evidence.push({ submissionId, sha256, size: bytes.length });
        keep();
        return { id: sha256, filedAt: new Date().toISOString() };
      },
    },
    signIn: {
      interactively: async () => {
        world.signIns += 1;
      },
      personId: async () => {
        await meet('personId');
        return me.id;
      },
    },
    outbox,
    warmUp: () => undefined,
  };
}

function toOpenMessage(given: {
  id: string;
  subject?: string;
  from?: string;
  body?: string;
  shared?: boolean;
}): OpenMessage {
  return {
    hostItemId: given.id,
    isShared: given.shared ?? false,
    attachmentBytes: 0,
    summary: {
      from: { name: given.from ?? 'A. Customer', address: 'angry.customer@post.example' },
      otherSenders: [],
      replyTo: [],
      to: [{ name: 'Nia Rees', address: 'nia.rees@llyw.example' }],
      cc: [],
      recipientCount: 1,
      subject: given.subject ?? 'You will be sorry, all of you',
      receivedAt: '2026-11-20T10:00:00Z',
      internetMessageId: `<${given.id}@post.example>`,
      conversationId: 'conversation',
      itemId: given.id,
      mailbox: 'nia.rees@llyw.example',
      headerText: '',
      attachmentNames: ['photo.jpg', 'letter.pdf'],
    },
    headers: async () => 'From: A. Customer <angry.customer@post.example>\r\n',
    bodyText: async () => given.body ?? '<script>alert(1)</script> I know <b>where</b> you are.',
    original: async () => new TextEncoder().encode(`From: a\r\nMessage-ID: ${given.id}\r\n\r\nwords`),
  };
}
