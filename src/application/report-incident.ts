import type { AttachmentClaim } from '../domain/incident/account.ts';
import { accountLimits } from '../domain/incident/report-limits.ts';
import { DeviceShelf } from './device-shelf.ts';
import { DeviceTexts } from './device-texts.ts';
import { newSubmissionId } from './new-submission-id.ts';
import { type AdditionContent, newAdditionEntry, newIncidentEntry, type TabEntry } from './outbox/incident-entry.ts';
import type { OutboxRunner } from './outbox/outbox-runner.ts';
import { guidanceReadKey } from './outbox/record-addition-step.ts';
import { isSettled } from './outbox/step-progress.ts';
import { tabRunner } from './outbox/tab-jobs.ts';
import type { Clock } from './ports/clock.ts';
import type { Directory } from './ports/directory.ts';
import type { EvidenceUpload } from './ports/evidence-upload.ts';
import type { AttachRefusal, IncidentReporting, PickedFile, ReportingView } from './ports/incident-reporting.ts';
import type { IncidentStore } from './ports/incident-store.ts';
import type { Intake } from './ports/intake.ts';
import type { TextStore } from './ports/text-shelf.ts';
import { sha256Hex } from './report-email-id.ts';
import type { IncidentDraft } from './report-incident-draft.ts';
import { type KnownPerson, type Preview, type PreviewRules, previewIncident } from './report-preview.ts';
import { within } from './within.ts';

/** The longest a report waits, after it is safely kept, for the directory to name the manager. */
const managerMilliseconds = 1_500;

/** The switchboard is told an extension and nothing else. COM-4.1-2 */
const longestExtension = 20;

interface Document {
  documentId: string;
  version: string;
}

export interface IncidentReportsGiven {
  /** The device's store, or this window's where the device has none. Never rejects. */
  store: Promise<IncidentStore>;
  /** Null where the device stores nothing. */
  texts: Promise<TextStore | null>;
  intake: Intake;
  evidence: EvidenceUpload;
  directory: Pick<Directory, 'myManager'>;
  /** Directory id of whoever is signed in; asks nobody. Rejects when that cannot be found silently. */
  personId(): Promise<string>;
  /** The same as the host of the page says, without a sign-in; null while it has not, and where there is no host. */
  hostPersonId(): string | null;
  clock: Clock;
  rules: PreviewRules;
  chance?: () => number;
}

/** The tab's use case: keep first, then send step by step. Nothing waits for a network. S2, X-OFF-1, X-IDEM-1. */
export class IncidentReports implements IncidentReporting {
  readonly shelf: DeviceShelf;
  readonly texts: DeviceTexts;
  readonly #given: IncidentReportsGiven;
  readonly #ready: Promise<{ store: IncidentStore; runner: OutboxRunner<TabEntry> }>;
  readonly #listeners = new Set<(view: ReportingView) => void>();
  readonly #seen = new Map<string, ReportingView>();
  readonly #unkept = new Set<string>();
  #knownPersonId: string | null = null;

  constructor(given: IncidentReportsGiven) {
    this.#given = given;
    const { store, texts, clock, hostPersonId } = given;
    const whoIsHere = () => hostPersonId() ?? this.#knownPersonId;
    this.shelf = new DeviceShelf(
      store.then(({ drafts }) => drafts),
      clock,
      whoIsHere,
    );
    this.texts = new DeviceTexts(texts, clock, whoIsHere);
    this.#ready = store.then((opened) => ({ store: opened, runner: this.#runnerOf(opened) }));
  }

  /** Takes up everything an earlier window left behind. */
  async start(): Promise<void> {
    const { runner } = await this.#ready;
    await runner.resumeAll();
    // Perhaps signing in needs nobody this time.
    runner.hurry('person');
  }

  /** Somebody has signed in: what waited for that is tried now. */
  async signedIn(): Promise<void> {
    await this.#personId().catch(() => undefined);
    (await this.#ready).runner.hurry('all');
  }

  async networkIsBack(): Promise<void> {
    (await this.#ready).runner.hurry('network');
  }

  preview(draft: IncidentDraft, known: KnownPerson): Preview {
    return previewIncident(draft, known, this.#given.rules, this.#given.clock.now());
  }

  async attach(draft: IncidentDraft, picked: PickedFile): Promise<AttachmentClaim | AttachRefusal> {
    const size = picked.bytes.byteLength;
    if (size === 0) return 'empty';
    if (size > accountLimits.attachmentBytes) return 'tooLarge';
    if (draft.account.attachments.length >= accountLimits.attachments) return 'tooMany';
    const id = newSubmissionId();
    const sha256 = await sha256Hex(picked.bytes);
    await this.shelf.saveFile(draft.id, { id, bytes: picked.bytes });
    const { type } = picked;
    const name = picked.name.slice(0, accountLimits.line);
    const mediaType = picked.mediaType.slice(0, accountLimits.line);
    return { id, type, name, mediaType, size, sha256, capturedAt: this.#now() };
  }

  submit(draft: IncidentDraft): Promise<string> {
    return this.#handOver(draft, async () => newIncidentEntry(draft, this.#pressed()));
  }

  amend(draft: IncidentDraft, note: string): Promise<string> {
    return this.#handOver(draft, async (store) => {
      const amendmentId = newSubmissionId();
      const brought = new Set(await store.drafts.fileIds(draft.id));
      const files = draft.account.attachments.filter(({ id }) => brought.has(id));
      const content: AdditionContent = { kind: 'amendment', amendmentId, draft, note, amendedAt: this.#now() };
      return newAdditionEntry({ id: amendmentId, submissionId: draft.id, content, files }, this.#pressed());
    });
  }

  withdraw(submissionId: string, reason: string): Promise<string> {
    const entry = { schema: 1 as const, submissionId, reason, withdrawnAt: this.#now() };
    return this.#add(`withdrawal-${submissionId}`, submissionId, { kind: 'withdrawal', entry });
  }

  async answer(submissionId: string, questionId: string, text: string): Promise<string> {
    const entry = { schema: 1 as const, submissionId, questionId, text: text.trim(), answeredAt: this.#now() };
    return this.#add(`answer-${submissionId}-${questionId}`, submissionId, { kind: 'answer', entry });
  }

  async askSwitchboard(query: { callAt: string; extension: string }): Promise<string> {
    const queryId = newSubmissionId();
    const digits = query.extension.replace(/[^0-9 +]/g, '').trim();
    const extension = digits.slice(-longestExtension).trim();
    return this.#add(queryId, null, { kind: 'switchboardQuery', queryId, callAt: query.callAt, extension });
  }

  async markRead({ documentId, version }: Document): Promise<void> {
    const id = readId({ documentId, version });
    if (this.#seen.has(id)) return;
    await this.#add(id, null, { kind: 'guidanceRead', documentId, version, readAt: this.#now() });
  }

  async readDocuments<D extends Document>(documents: readonly D[]): Promise<D[]> {
    const { store } = await this.#ready;
    const personId = await this.#personId().catch(() => null);
    const isRead = async (document: D): Promise<boolean> => {
      const id = readId(document);
      if (this.#seen.has(id) || (await store.outbox.find(id))) return true;
      if (personId === null) return false;
      const key = await guidanceReadKey(personId, document);
      const entry = { schema: 1 as const, documentId: document.documentId, version: document.version, readAt: '' };
      return (await this.#given.intake.findAddition({ type: 'guidanceRead', key, entry })) !== null;
    };
    const read = await Promise.all(documents.map((document) => isRead(document).catch(() => false)));
    return documents.filter((_, index) => read[index]);
  }

  async views(): Promise<ReportingView[]> {
    const { store } = await this.#ready;
    const present = await store.outbox.list().catch(() => []);
    const ids = new Set(present.map(({ id }) => id));
    const arrived = [...this.#seen.values()].filter(({ entry }) => !ids.has(entry.id));
    const shown = present.map((entry) => this.#seen.get(entry.id) ?? { entry, isElsewhere: false, isForeign: false });
    return [...arrived, ...shown]
      .filter((view) => !view.isForeign && this.#isOwn(view.entry))
      .sort((one, other) => one.entry.createdAt.localeCompare(other.entry.createdAt));
  }

  onChange(listener: (view: ReportingView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  keeps(entryId: string): boolean {
    return !this.#unkept.has(entryId);
  }

  hurry(entryId: string): void {
    void this.#ready.then(({ runner }) => runner.hurry('all', entryId));
  }

  async dismiss(entryId: string): Promise<void> {
    const { store, runner } = await this.#ready;
    const entry = await store.outbox.find(entryId);
    const { state, reason } = entry?.steps.recorded ?? {};
    if (entry && state !== 'done' && !(state === 'failed' && reason === 'invalid')) return;
    await store.outbox.remove(entryId);
    this.#seen.delete(entryId);
    runner.start(entryId);
  }

  /** One after the other where a draft is pressed twice: the second press finds the entry of the first. */
  async #handOver(draft: IncidentDraft, make: (store: IncidentStore) => Promise<TabEntry>): Promise<string> {
    const { store, runner } = await this.#ready;
    const { id } = await this.shelf.release(draft.id, async () => store.handOver(await make(store), draft.id));
    this.#noteKept(store, id);
    runner.start(id);
    return id;
  }

  async #add(id: string, submissionId: string | null, content: AdditionContent): Promise<string> {
    const { store, runner } = await this.#ready;
    await this.#clearRefused(store, id);
    await store.outbox.add(newAdditionEntry({ id, submissionId, content }, this.#pressed()));
    this.#noteKept(store, id);
    runner.start(id);
    return id;
  }

  /** What the service refused has been told; another try is a new one. */
  async #clearRefused({ outbox }: IncidentStore, id: string): Promise<void> {
    const earlier = await outbox.find(id);
    if (earlier?.type !== 'addition' || earlier.refusal === null) return;
    await outbox.remove(id);
    this.#seen.delete(id);
  }

  #noteKept({ outbox }: IncidentStore, id: string): void {
    if (!outbox.keeps(id)) this.#unkept.add(id);
  }

  #pressed() {
    return { createdAt: this.#now(), reporterId: null, profile: this.#given.hostPersonId() ?? this.#knownPersonId };
  }

  #now(): string {
    return this.#given.clock.now().toISOString();
  }

  #isOwn({ reporterId, profile }: TabEntry): boolean {
    const owner = reporterId ?? profile;
    const here = this.#given.hostPersonId() ?? this.#knownPersonId;
    return owner === null || here === null || owner === here;
  }

  async #personId(): Promise<string> {
    this.#knownPersonId = await this.#given.personId();
    return this.#knownPersonId;
  }

  /** The service finds the manager anyway: the directory's answer is worth a moment, and not a failure. */
  async #managerId(): Promise<string | null> {
    const answered = this.#given.directory.myManager().then(
      (manager) => manager?.id ?? null,
      () => null,
    );
    return within(managerMilliseconds, answered, () => null);
  }

  #runnerOf({ outbox }: IncidentStore): OutboxRunner<TabEntry> {
    const { intake, evidence, clock, hostPersonId, chance } = this.#given;
    const runner = tabRunner(
      {
        outbox,
        intake,
        evidence,
        clock,
        personId: () => this.#personId(),
        profile: () => hostPersonId() ?? this.#knownPersonId,
        managerId: () => this.#managerId(),
      },
      chance,
    );
    runner.onChange((view) => {
      if (view.isForeign || !this.#isOwn(view.entry)) return;
      const { steps } = view.entry;
      const last = this.#seen.get(view.entry.id);
      // A window that only watches may hear of an entry later than it was finished.
      if (view.isElsewhere && last && isSettled(last.entry.steps.recorded) && !isSettled(steps.recorded)) return;
      this.#seen.set(view.entry.id, view);
      for (const listener of this.#listeners) listener(view);
    });
    return runner;
  }
}

function readId({ documentId, version }: Document): string {
  return `read ${documentId} ${version}`;
}
