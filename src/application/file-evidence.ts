import { createHash } from 'node:crypto';
import type { EvidenceItem } from '../domain/incident/incident.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { RemoteError } from './remote-error.ts';
import type { TakeSubmissions } from './take-submissions.ts';

const fileName = 'original.eml';
const evidenceId = 'original';

/** Exchange holds no larger message than this (facts 2.1). */
export const evidenceLimit = 150 * 1024 * 1024;

export interface CapturedFile {
  submissionId: string;
  /** Directory id out of the caller's checked token. */
  callerId: string;
  /** As the client says; the bytes decide. */
  size: number;
  sha256: string;
  method: EvidenceItem['method'];
  internetMessageId: string;
  itemId: string;
  capturedAt: string;
  bytes: AsyncIterable<Uint8Array>;
}

export type Filed =
  | { kind: 'filed'; id: string; filedAt: string }
  /** No such submission, not taken yet, or not this caller's: one answer for all three, which tells nothing. */
  | { kind: 'notFound' }
  /** What arrived is not what was announced. */
  | { kind: 'mismatch' }
  /** Other bytes are filed already; evidence is written once. */
  | { kind: 'different' };

/** Files the bytes of a report's original, once, after checking that they are the ones announced. B-EVD-1, B-EVD-2, F08. */
export class FileEvidence {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #submissions: TakeSubmissions;

  constructor(ports: ServicePorts, desk: IncidentDesk, submissions: TakeSubmissions) {
    this.#ports = ports;
    this.#desk = desk;
    this.#submissions = submissions;
  }

  async file(captured: CapturedFile): Promise<Filed> {
    const row = await this.#ownRow(captured);
    if (!row) return { kind: 'notFound' };
    const [present] = row.incident.evidence;
    if (present) return this.#again(captured, present);
    const hash = createHash('sha256');
    const { submissionId, size } = captured;
    const counted = { bytes: 0 };
    const written = await this.#ports.evidence.write(
      row.boundary,
      { folder: row.incident.reference, fileName, size, bytes: hashed(captured.bytes, hash, counted, size) },
      () => counted.bytes === size && hash.copy().digest('hex') === captured.sha256,
    );
    if (written === 'refused') {
      this.#ports.log.warn('evidenceMismatch', { submissionId, announced: size, received: counted.bytes });
      return { kind: 'mismatch' };
    }
    if (written === 'exists') return this.#adopt(captured, row);
    return this.#enter(captured, written.driveItemId);
  }

  /** Taken on the spot when the service has not come to it yet: evidence should not wait for the list to be read. */
  async #ownRow(captured: CapturedFile): Promise<RegisterRow | null> {
    const isOwn = (row: RegisterRow | null) => row?.incident.reporter.id === captured.callerId;
    const known = await this.#desk.findRemembered(captured.submissionId);
    if (known) return isOwn(known) ? known : null;
    const rows = await this.#ports.intake.bySubmission(captured.submissionId);
    if (!rows.some((row) => row.authorId === captured.callerId)) return null;
    await this.#submissions.take(rows);
    this.#desk.settleInBackground(captured.submissionId);
    const taken = await this.#desk.findRemembered(captured.submissionId);
    return isOwn(taken) ? taken : null;
  }

  async #again(captured: CapturedFile, present: EvidenceItem): Promise<Filed> {
    if (present.sha256 === captured.sha256) return { kind: 'filed', id: present.id, filedAt: present.capturedAt };
    return this.#refuse(captured, present.sha256);
  }

  /** A file that the register does not know of: an earlier attempt ended between the two. Its own bytes say which it is. */
  async #adopt(captured: CapturedFile, row: RegisterRow): Promise<Filed> {
    const found = await this.#ports.evidence.find(row.boundary, row.incident.reference, fileName);
    if (!found) throw new RemoteError('server', 'evidence: the file exists and cannot be found');
    const hash = createHash('sha256');
    for await (const part of await this.#ports.evidence.read(row.boundary, found.driveItemId)) hash.update(part);
    const sha256 = hash.digest('hex');
    return sha256 === captured.sha256 ? this.#enter(captured, found.driveItemId) : this.#refuse(captured, sha256);
  }

  async #enter(captured: CapturedFile, driveItemId: string): Promise<Filed> {
    const at = this.#ports.clock.now().toISOString();
    const outcome = await this.#desk.change(captured.submissionId, (row): Change<EvidenceItem> => {
      const [present] = row.incident.evidence;
      return present ? { kind: 'refused', refusal: present } : withEvidence(row, captured, driveItemId, at);
    });
    if (outcome.kind === 'gone') return { kind: 'notFound' };
    if (outcome.kind === 'refused') return this.#again(captured, outcome.refusal);
    return { kind: 'filed', id: evidenceId, filedAt: at };
  }

  async #refuse(captured: CapturedFile, presentSha256: string): Promise<Filed> {
    const at = this.#ports.clock.now().toISOString();
    const entry: AuditDraft = {
      id: `evidenceRefused ${captured.sha256}`,
      action: 'evidenceRefused',
      actor: captured.callerId,
      at,
      detail: { present: presentSha256, offered: captured.sha256 },
    };
    await this.#desk.change(captured.submissionId, ({ incident, work }): Change<never> => {
      return {
        kind: 'changed',
        mustBeKept: false,
        draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
      };
    });
    return { kind: 'different' };
  }
}

function withEvidence(row: RegisterRow, captured: CapturedFile, driveItemId: string, at: string): Change<EvidenceItem> {
  const { incident, work } = row;
  const { size, sha256, method, internetMessageId, itemId, capturedAt } = captured;
  const item: EvidenceItem = {
    id: evidenceId,
    fileName,
    driveItemId,
    size,
    sha256,
    method,
    capturedBy: incident.reporter,
    capturedAt,
    internetMessageId,
    itemId,
  };
  const entry: AuditDraft = {
    id: `evidenceFiled ${sha256}`,
    action: 'evidenceFiled',
    actor: incident.reporter.id,
    at,
    detail: { evidenceId, sha256, size: String(size), method },
  };
  return {
    kind: 'changed',
    // The client asks again when it gets no answer, and the file itself is there: nothing is lost by writing once.
    mustBeKept: work.owesForward,
    draft: {
      incident: { ...incident, evidence: [item] },
      work: { ...work, owedEntries: [...work.owedEntries, entry], owesReceipts: true },
    },
  };
}

/** Counts and hashes what passes. More than was announced ends it. */
async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  counted: { bytes: number },
  announced: number,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    counted.bytes += part.length;
    if (counted.bytes > announced) throw new RemoteError('tooLarge', 'evidence: more bytes than announced');
    hash.update(part);
    yield part;
  }
}
