import {
  isExtension,
  type SwitchboardAnswer,
  type SwitchboardQuestion,
} from '../domain/incident/switchboard-question.ts';
import { listQuestion, mailQuestion } from './ask-switchboard.ts';
import { askersRows, withAnswer } from './bring-answer.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { ListPlace } from './list-place.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import type { SwitchboardRow } from './ports/switchboard-list.ts';
import { readSwitchboardRow } from './read-switchboard-row.ts';
import { isRemoteError } from './remote-error.ts';
import { parsePayload, switchboardQueryEntrySchema } from './report-schema.ts';
import type { DeskOptions } from './settle-incident.ts';
import { answerEntry, type EntryTaker, type Taken } from './take-entry.ts';

const dayMs = 24 * 60 * 60_000;
/** A question is forgotten after this long, answered or not: the answer stands in the record and in the reporter's own row. */
const keptDays = 30;
/** What nobody at a switchboard can have in mind any more, or yet. */
const oldestCallDays = 366;
/** To look at a row again costs nothing but its part of a page. */
const placeKeptEverySeconds = 5 * 60;

/** Questions to the switchboard: put into its own list once, told to its mailbox, and their answers taken to whoever waits. F13 */
export class SwitchboardDesk {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #options: DeskOptions;
  readonly #place: ListPlace;

  constructor(ports: ServicePorts, desk: IncidentDesk, options: DeskOptions) {
    this.#ports = ports;
    this.#desk = desk;
    this.#options = options;
    this.#place = new ListPlace(ports, 'switchboard', placeKeptEverySeconds);
  }

  /** Takes a question out of the Intake list. Nothing but time and extension goes on from it. COM-4.1-2, X-IDEM-1 */
  take: EntryTaker = async (row) => {
    const question = this.#read(row);
    if (row.authorId === null) return this.#refuse(row, 'noAuthor');
    if (!question) return this.#refuse(row, 'unreadable');
    const own = askersRows(await this.#ports.intake.bySubmission(question.queryId));
    if (own.length > 0 && own[0]?.authorId !== row.authorId) return this.#refuse(row, 'otherAuthor');
    if ((await this.#ask(question)) === 'waiting') return 'waiting';
    await answerEntry(this.#ports, row, { incident: null, refusal: null });
    return 'known';
  };

  /** Takes over what the switchboard has written. Gives how many answers were new. */
  async run(): Promise<number> {
    let answered = 0;
    for (let hasMore = true; hasMore; ) {
      const page = await this.#page(await this.#place.read());
      for (const itemId of page.unreadable) this.#ports.log.warn('switchboardRowUnreadable', { itemId });
      for (const row of page.rows) if (await this.#follow(row)) answered += 1;
      await this.#place.moveTo(page.cursor, page.rows.length > 0);
      hasMore = page.hasMore;
    }
    return answered;
  }

  /** Deletes what was asked thirty days ago. */
  async forget(): Promise<number> {
    const before = new Date(this.#ports.clock.now().getTime() - keptDays * dayMs).toISOString();
    const removed = await this.#ports.switchboard.removeAskedBefore(before);
    if (removed > 0) this.#ports.log.info('switchboardQuestionsForgotten', { removed });
    return removed;
  }

  #read(row: IntakeRow): SwitchboardQuestion | null {
    const entry = parsePayload(switchboardQueryEntrySchema, row.payload);
    const extension = entry?.extension.trim() ?? '';
    if (!entry || entry.queryId !== row.submissionId || !isExtension(extension)) return null;
    const ageMs = this.#ports.clock.now().getTime() - Date.parse(entry.callAt);
    if (ageMs < -dayMs || ageMs > oldestCallDays * dayMs) return null;
    // Written anew: a date can be spelled with words in it.
    return { queryId: entry.queryId, callAt: new Date(entry.callAt).toISOString(), extension };
  }

  async #refuse(row: IntakeRow, refusal: string): Promise<Taken> {
    await answerEntry(this.#ports, row, { incident: null, refusal });
    return 'refused';
  }

  /** `waiting`: another replica is telling the mailbox, or it cannot be told just now. */
  async #ask(question: SwitchboardQuestion): Promise<'asked' | 'waiting'> {
    const isNew = await listQuestion(this.#ports, question, this.#told());
    if (!isNew && !(await this.#claim(question.queryId))) return 'waiting';
    try {
      await mailQuestion(this.#ports, question, { resume: !isNew });
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      this.#ports.log.warn('switchboardNotMailed', { failure: error.code });
      // It stands in the list in any case; where mail cannot reach them at all, they find it there.
      if (error.isRepeatable) return 'waiting';
    }
    return 'asked';
  }

  async #claim(queryId: string): Promise<boolean> {
    const row = await this.#ports.switchboard.find(queryId);
    if (!row) return true;
    const { told } = row.record;
    if (told.owner !== this.#options.owner && Date.parse(told.until) > this.#ports.clock.now().getTime()) return false;
    return this.#save(row, { ...row.record, told: this.#told() });
  }

  #told(): { owner: string; until: string } {
    const until = new Date(this.#ports.clock.now().getTime() + this.#options.leaseSeconds * 1000).toISOString();
    return { owner: this.#options.owner, until };
  }

  async #page(cursor: string | null) {
    try {
      return await this.#ports.switchboard.changes(cursor);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      this.#ports.log.warn('switchboardResync');
      return this.#ports.switchboard.changes(null);
    }
  }

  /** True when there was an answer to take over. It is handed on before it is noted as taken, so that a crash loses none. */
  async #follow(row: SwitchboardRow): Promise<boolean> {
    const read = readSwitchboardRow(row);
    if (read.kind === 'same') return false;
    if (read.kind === 'answered') await this.#handOn(read.answer);
    else this.#ports.log.warn('switchboardRowPutRight', { itemId: row.itemId });
    const answer = read.kind === 'answered' ? read.answer : row.record.answer;
    // Somebody else's later change comes as a change of its own.
    await this.#save(row, { ...row.record, answer });
    return read.kind === 'answered';
  }

  async #handOn(answer: SwitchboardAnswer): Promise<void> {
    const asked = askersRows(await this.#ports.intake.bySubmission(answer.queryId));
    for (const { rowId } of asked) await this.#ports.intake.reply(rowId, answer);
    const waiting = await this.#ports.register.waitingFor(answer.queryId);
    for (const { incident } of waiting) {
      // A report can only claim the answer to its own reporter's question; one the service put has no other.
      if (asked.length > 0 && asked[0]?.authorId !== incident.reporter.id) continue;
      await this.#desk.change(incident.report.submissionId, (present): Change<'known'> => {
        const draft = withAnswer(present, answer);
        return draft ? { kind: 'changed', draft, mustBeKept: true } : { kind: 'refused', refusal: 'known' };
      });
    }
  }

  /** False when another writer was first. */
  async #save(row: SwitchboardRow, record: SwitchboardRow['record']): Promise<boolean> {
    try {
      await this.#ports.switchboard.save(row, record);
      return true;
    } catch (error) {
      const isLost = isRemoteError(error) && (error.code === 'changedMeanwhile' || error.code === 'notFound');
      if (!isLost) throw error;
      return false;
    }
  }
}
