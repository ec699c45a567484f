import type { ReportedEmail } from '../domain/incident/report.ts';
import { withinLimits } from '../domain/incident/report-limits.ts';
import { emailRunner } from './outbox/email-jobs.ts';
import { newEntry, type OutboxEntry } from './outbox/outbox-entry.ts';
import type { OutboxRunner } from './outbox/outbox-runner.ts';
import type { Clock } from './ports/clock.ts';
import type { StaffRecord } from './ports/directory.ts';
import type { Submission } from './ports/intake.ts';
import type { OpenMessage } from './ports/mail-host.ts';
import type { PanePorts } from './ports/pane.ts';
import { type Capture, captureOriginal } from './report-email-capture.ts';
import type { ReportDraft } from './report-email-draft.ts';
import { outboxIdOf, submissionIdOf, unattachedOutboxId } from './report-email-id.ts';
import { type Preview, type PreviewRules, previewReport } from './report-preview.ts';
import { within } from './within.ts';

/** The longest the report waits, after it is safely kept, for headers and manager still on their way. */
const completionMilliseconds = 1_500;

export interface Person {
  me: StaffRecord;
  manager: StaffRecord | null;
}

export type ForwardMail = (entry: OutboxEntry) => { to: string; subject: string; text: string; fileName: string };

/** Everything readable about one open message, asked for while the person reads. COM-6.1-1. */
export interface PreparedMessage {
  open: OpenMessage;
  outboxId: Promise<string>;
  /** With headers and immutable id, as far as they could be had. Never rejects. */
  email: Promise<ReportedEmail>;
  /** My earlier submission of this message, or null; asked once, and anew with `again`. */
  earlier(again?: 'again'): Promise<Submission | null>;
  /** Takes the bytes once, however often asked. */
  capture(): Promise<Capture>;
}

/** The pane's use case: prepare while the person reads, keep first, then send step by step. S1. */
export class EmailReporting {
  readonly runner: OutboxRunner;
  readonly #ports: PanePorts;
  readonly #clock: Clock;
  readonly #rules: PreviewRules;
  readonly #prepared = new Map<string, PreparedMessage>();
  #person: Promise<Person> | null = null;
  /** As soon as the directory has said it. */
  #department: string | null = null;

  constructor(ports: PanePorts, clock: Clock, given: { forwardMail: ForwardMail; rules: PreviewRules }) {
    const { forwardMail, rules } = given;
    this.#ports = ports;
    this.#clock = clock;
    this.#rules = rules;
    const { outbox, intake, mailbox, evidence } = ports;
    this.runner = emailRunner({
      outbox,
      intake,
      mailbox,
      evidence,
      clock,
      forwardMail,
      personId: () => ports.signIn.personId(),
      profile: () => ports.host.ownAddress(),
      findEarlier: (report) =>
        (report.email && this.#preparedFor(report.email)?.earlier()) ?? intake.find(report.submissionId),
      managerId: () => this.#managerId(),
      capture: (entry) => this.#captureFor(entry),
      completeEmail: (email) => this.#complete(email),
    });
  }

  /** See `previewReport`; as of now. */
  preview(draft: ReportDraft, known: { receivedAt: string | null; hasManager: boolean }): Preview | null {
    return previewReport(draft, { ...known, department: this.#department }, this.#rules, this.#clock.now());
  }

  /** Who reports, and the manager the directory names; asked once, and again after a failure. */
  person(): Promise<Person> {
    this.#person ??= Promise.all([this.#ports.directory.me(), this.#ports.directory.myManager()])
      .then(([me, manager]) => {
        this.#department = me.department;
        return { me, manager };
      })
      .catch((error: unknown) => {
        this.#person = null;
        throw error;
      });
    return this.#person;
  }

  /** Starts every read for the message in one tick, so that they leave as one `$batch`. Repeating it reads nothing again. */
  prepare(open: OpenMessage): PreparedMessage {
    const present = this.#prepared.get(open.hostItemId);
    if (present) return present;
    const person = this.person();
    person.catch(() => undefined);
    const look = async () =>
      this.#ports.intake.find(await submissionIdOf(await this.#ports.signIn.personId(), open.summary));
    const known = remember(look);
    const prepared: PreparedMessage = {
      open,
      outboxId: outboxIdOf(open.summary, this.#ports.host.ownAddress()),
      email: this.#readEmail(open),
      earlier: (again) => (again ? look() : known()),
      capture: remember(() => captureOriginal({ email: open.summary, open }, this.#ports.originals, this.#clock)),
    };
    this.#prepared.set(open.hostItemId, prepared);
    return prepared;
  }

  /** Forgets what was read of other messages; a pinned pane would otherwise hold the bytes of every one it passed. */
  forgetAllBut(hostItemId: string | null): void {
    for (const key of this.#prepared.keys()) if (key !== hostItemId) this.#prepared.delete(key);
  }

  /**
   * Keeps the report on this device, and starts sending it. Pressed twice, or in two windows, it stays one.
   * `prepared` is null while the host has not said which message is open: the report is kept until it does.
   * Gives the entry's id. Throws only when not even this window can keep it.
   */
  async submit(draft: ReportDraft, prepared: PreparedMessage | null): Promise<string> {
    const id = prepared ? await prepared.outboxId : unattachedOutboxId();
    const email = prepared ? prepared.open.summary : null;
    const createdAt = this.#clock.now().toISOString();
    await this.#ports.outbox.add(
      newEntry({
        id,
        draft,
        email,
        reporterId: null,
        profile: this.#ports.host.ownAddress(),
        forward: this.#forwardOf(draft),
        createdAt,
      }),
    );
    this.runner.start(id);
    return id;
  }

  /** Joins a report that was kept without its message to the message the person says it is about. */
  async attach(unattachedId: string, prepared: PreparedMessage): Promise<string> {
    const kept = await this.#ports.outbox.find(unattachedId);
    const id = await prepared.outboxId;
    if (kept) await this.#ports.outbox.add({ ...kept, id, email: prepared.open.summary });
    await this.#ports.outbox.remove(unattachedId);
    this.runner.start(id);
    return id;
  }

  #forwardOf(draft: ReportDraft): 'send' | 'withheld' | 'notNeeded' {
    const preview = this.preview(draft, { receivedAt: null, hasManager: true });
    return preview ? forwardStates[preview.forward] : 'notNeeded';
  }

  /** The service finds the manager anyway: the directory's answer is worth a moment, and not a failure. */
  #managerId(): Promise<string | null> {
    const answered = this.person().then(
      ({ manager }) => manager?.id ?? null,
      () => null,
    );
    return within(completionMilliseconds, answered, () => null);
  }

  async #readEmail(open: OpenMessage): Promise<ReportedEmail> {
    const { mailbox, itemId } = open.summary;
    const [headerText, immutableId] = await Promise.all([
      open.headers().catch(() => ''),
      this.#ports.originals.immutableId({ mailbox, itemId }).catch(() => itemId),
    ]);
    const whole = { ...open.summary, headerText: headerText || open.summary.headerText, itemId: immutableId };
    return withinLimits(whole);
  }

  #preparedFor(email: ReportedEmail): PreparedMessage | undefined {
    return [...this.#prepared.values()].find(
      ({ open: { summary } }) =>
        summary.internetMessageId === email.internetMessageId && summary.mailbox === email.mailbox,
    );
  }

  async #captureFor({ email }: OutboxEntry): Promise<Capture> {
    if (!email) throw new Error('An entry without its message has no original.');
    const prepared = this.#preparedFor(email);
    return prepared ? prepared.capture() : captureOriginal({ email, open: null }, this.#ports.originals, this.#clock);
  }

  async #complete(email: ReportedEmail): Promise<ReportedEmail> {
    const prepared = this.#preparedFor(email);
    if (!prepared) return email;
    return within(completionMilliseconds, prepared.email, () => email);
  }
}

const forwardStates = { send: 'send', suppress: 'withheld', none: 'notNeeded' } as const;

/** One attempt for all who ask; a failed one is forgotten, so that the next asks again. */
function remember<T>(work: () => Promise<T>): () => Promise<T> {
  let once: Promise<T> | null = null;
  return () => {
    once ??= work().catch((error: unknown) => {
      once = null;
      throw error;
    });
    return once;
  };
}
