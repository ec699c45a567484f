import { createHash } from 'node:crypto';
import { attachmentEvidenceId, attachmentFileName, originalId } from '../domain/incident/evidence-names.ts';
import type { EvidenceItem, Incident } from '../domain/incident/incident.ts';
import { isAllowed } from './ask-permission.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { RemoteError } from './remote-error.ts';
import type { TakeSubmissions } from './take-submissions.ts';

/** Exchange holds no larger message than this (facts 2.1). */
export const evidenceLimit = 150 * 1024 * 1024;
/** A recording of an hour fits. */
export const attachmentLimit = 100 * 1024 * 1024;

/** What a file is called and what it is, decided by the report and never by the request that brings it. */
type Place = Pick<EvidenceItem, 'id' | 'fileName' | 'type' | 'name' | 'mediaType'>;

export interface CapturedFile {
  submissionId: string;
  /** Directory id out of the caller's checked token. */
  callerId: string;
  /** As the client says; the bytes decide. */
  size: number;
  sha256: string;
  method: EvidenceItem['method'];
  /** Which of the report's claimed files it is; null for the original of a reported mail. */
  attachmentId: string | null;
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

/**
 * Files the bytes of a report's original, or of a file that the report claims, once, after checking that they are the ones announced.
 * B-EVD-1, B-EVD-2, COM-3a-6, POL-3.1-1.
 */
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
    const place = row && placeOf(row.incident, captured);
    if (!row || !place) return { kind: 'notFound' };
    const present = row.incident.evidence.find(({ id }) => id === place.id);
    if (present) return this.#again(captured, present);
    if (!isClaimed(row.incident, captured)) return this.#refuse(captured, place.id);
    const { fileName } = place;
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
    if (written === 'exists') return this.#adopt(captured, row, place);
    return this.#enter(captured, place, written.driveItemId);
  }

  /** Taken on the spot when the service has not come to it yet: evidence should not wait for the list to be read. */
  async #ownRow(captured: CapturedFile): Promise<RegisterRow | null> {
    const { submissionId, callerId: staffId } = captured;
    const wish = { staffId, submissionId, right: 'create', entity: 'evidence', event: 'fileEvidence' } as const;
    const mayFile = (row: RegisterRow | null) => isAllowed(this.#ports, this.#desk, row, wish);
    const known = await this.#desk.findRemembered(submissionId);
    if (known && !(await mayFile(known))) return null;
    // What the file belongs to may have been added by an amendment that has not been read yet.
    if (known && placeOf(known.incident, captured)) return known;
    const rows = await this.#ports.intake.bySubmission(submissionId);
    if (!rows.some((row) => row.authorId === staffId)) {
      await mayFile(null);
      return null;
    }
    await this.#submissions.take(rows);
    this.#desk.settleInBackground(submissionId);
    const taken = await this.#desk.findRemembered(submissionId);
    return (await mayFile(taken)) ? taken : null;
  }

  async #again(captured: CapturedFile, present: EvidenceItem): Promise<Filed> {
    if (present.sha256 === captured.sha256) return { kind: 'filed', id: present.id, filedAt: present.capturedAt };
    return this.#refuse(captured, present.id, present.sha256);
  }

  /** A file that the register does not know of: an earlier attempt ended between the two. Its own bytes say which it is. */
  async #adopt(captured: CapturedFile, row: RegisterRow, place: Place): Promise<Filed> {
    const found = await this.#ports.evidence.find(row.boundary, row.incident.reference, place.fileName);
    if (!found) throw new RemoteError('server', 'evidence: the file exists and cannot be found');
    const hash = createHash('sha256');
    for await (const part of await this.#ports.evidence.read(row.boundary, found.driveItemId)) hash.update(part);
    const sha256 = hash.digest('hex');
    if (sha256 !== captured.sha256) return this.#refuse(captured, place.id, sha256);
    return this.#enter(captured, place, found.driveItemId);
  }

  async #enter(captured: CapturedFile, place: Place, driveItemId: string): Promise<Filed> {
    const at = this.#ports.clock.now().toISOString();
    const outcome = await this.#desk.change(captured.submissionId, (row): Change<EvidenceItem> => {
      const present = row.incident.evidence.find(({ id }) => id === place.id);
      return present ? { kind: 'refused', refusal: present } : withEvidence(row, captured, { place, driveItemId }, at);
    });
    if (outcome.kind === 'gone') return { kind: 'notFound' };
    if (outcome.kind === 'refused') return this.#again(captured, outcome.refusal);
    return { kind: 'filed', id: place.id, filedAt: at };
  }

  /** `present`: hash of what is there already; null when the report names another file. */
  async #refuse(captured: CapturedFile, evidenceId: string, present: string | null = null): Promise<Filed> {
    const at = this.#ports.clock.now().toISOString();
    const entry: AuditDraft = {
      id: `evidenceRefused ${evidenceId} ${captured.sha256}`,
      action: 'evidenceRefused',
      actor: captured.callerId,
      at,
      detail: { evidenceId, present: present ?? 'otherClaim', offered: captured.sha256 },
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

/** Null when the report claims no such file; nothing else may be filed. */
function placeOf({ report }: Incident, { attachmentId }: CapturedFile): Place | null {
  if (attachmentId === null) {
    if (report.email === null) return null;
    const fileName = `${originalId}.eml`;
    return { id: originalId, fileName, type: 'email', name: fileName, mediaType: 'message/rfc822' };
  }
  const claim = report.account?.attachments.find(({ id }) => id === attachmentId);
  if (!claim) return null;
  const { type, name, mediaType } = claim;
  return { id: attachmentEvidenceId(claim), fileName: attachmentFileName(claim), type, name, mediaType };
}

/** An attachment must be the very file that the report claims; the bytes are compared with the hash when they have come. */
function isClaimed({ report }: Incident, { attachmentId, sha256, size }: CapturedFile): boolean {
  if (attachmentId === null) return true;
  const claim = report.account?.attachments.find(({ id }) => id === attachmentId);
  return claim?.sha256 === sha256 && claim.size === size;
}

function withEvidence(
  row: RegisterRow,
  captured: CapturedFile,
  { place, driveItemId }: { place: Place; driveItemId: string },
  at: string,
): Change<EvidenceItem> {
  const { incident, work } = row;
  const { size, sha256, method, internetMessageId, itemId, capturedAt } = captured;
  const item: EvidenceItem = {
    ...place,
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
    id: `evidenceFiled ${place.id} ${sha256}`,
    action: 'evidenceFiled',
    actor: incident.reporter.id,
    at,
    detail: { evidenceId: place.id, sha256, size: String(size), method },
  };
  return {
    kind: 'changed',
    // The client asks again when it gets no answer, and the file itself is there: nothing is lost by writing once.
    mustBeKept: work.owesForward,
    draft: {
      incident: { ...incident, evidence: [...incident.evidence, item] },
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
