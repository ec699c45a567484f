import { isDeepStrictEqual } from 'node:util';
import { type AmendmentRefusal, amendIncident, checkAmendment } from '../domain/incident/amend.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Amendment } from '../domain/incident/later-changes.ts';
import { mayDo } from '../domain/incident/permissions.ts';
import type { AmendmentEntry, Report } from '../domain/incident/report.ts';
import { changesBetween, withAmendment } from '../domain/incident/report-changes.ts';
import { draftIncident } from './draft-incident.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { noteRefusal, refuseStranger } from './note-refusal.ts';
import { withDeliveries } from './notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import { type IncidentWork, type RegisterDraft, type RegisterRow, recordLimit } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { RemoteError } from './remote-error.ts';
import { sha256Hex } from './report-email-id.ts';
import { amendmentEntrySchema, parsePayload } from './report-schema.ts';
import { answerEntry, type EntryTaker, type Taken } from './take-entry.ts';

const collisions = 6;
/** The trail names the fields, and no more of them than a person reads. */
const longestFieldList = 2_000;

type Draft = Omit<RegisterDraft, 'lease'>;

/**
 * Takes amendments: each once, from the author of the report alone, whole or not at all. The one part that is taken even from a
 * refused one is that the manager is involved, because access must end at once. BEH-14.1-1, BEH-1.1-1, C-21.
 */
export function amendmentTaker(ports: ServicePorts, desk: IncidentDesk): EntryTaker {
  return async (row) => {
    const entry = parsePayload(amendmentEntrySchema, row.payload);
    const isWhole = entry?.submissionId === row.submissionId && entry.report.submissionId === row.submissionId;
    if (row.authorId === null || !entry || !isWhole) {
      await answerEntry(ports, row, { incident: null, refusal: row.authorId === null ? 'noAuthor' : 'unreadable' });
      return 'refused';
    }
    for (let round = 0; round < collisions; round += 1) {
      const present = await desk.find(entry.submissionId);
      if (!present) return 'waiting';
      const taken = await takeOnto(ports, desk, present, row, entry);
      if (taken !== 'changedMeanwhile') return taken;
    }
    throw new RemoteError('conflict', 'the incident is being changed by too many at once');
  };
}

async function takeOnto(
  ports: ServicePorts,
  desk: IncidentDesk,
  present: RegisterRow,
  row: IntakeRow,
  entry: AmendmentEntry,
): Promise<Taken | 'changedMeanwhile'> {
  const { incident } = present;
  const { report } = incident;
  if (!isOwnAddition(row, incident)) return refuseStranger(ports, desk, row, 'amend');
  const isKnown = incident.amendments.some(({ id }) => id === entry.amendmentId);
  const wanted = withAmendment(report, entry.report);
  const isEmpty = entry.note.trim() === '' && changesBetween(report, wanted).length === 0;
  const plan = isKnown || isEmpty ? null : await planAmendment(ports, present, row, entry, wanted);
  let stored = incident;
  if (plan?.draft) {
    const { draft } = plan;
    const outcome = await desk.change(entry.submissionId, (now): Change<'changedMeanwhile'> => {
      return isSameBase(now.incident, incident)
        ? { kind: 'changed', mustBeKept: true, draft: onto(now, draft, present) }
        : { kind: 'refused', refusal: 'changedMeanwhile' };
    });
    if (outcome.kind === 'gone') return 'waiting';
    if (outcome.kind === 'refused') return 'changedMeanwhile';
    stored = outcome.row.incident;
  }
  const refusal = plan?.refusal ?? null;
  if (refusal !== null) await noteRefusal(desk, entry.submissionId, { row, event: 'amend', refusal });
  await answerEntry(ports, row, { incident: stored, refusal });
  return refusal === null ? 'known' : 'refused';
}

function isOwnAddition({ authorId, createdAt }: IntakeRow, incident: Incident): boolean {
  return authorId !== null && mayDo(incident, { id: authorId, groups: [] }, 'add', 'incident', createdAt);
}

/** What the amendment makes of the record; `draft` null when nothing of it is taken. */
async function planAmendment(
  ports: ServicePorts,
  present: RegisterRow,
  row: IntakeRow,
  entry: AmendmentEntry,
  wanted: Report,
): Promise<{ draft: Draft | null; refusal: AmendmentRefusal | null }> {
  const { report } = present.incident;
  const draft = (whole: Report, id: string, note: string) => draftAmended(ports, present, row, { whole, id, note });
  let refusal = checkAmendment(present.incident, wanted);
  if (refusal === null) {
    const made = await draft(wanted, entry.amendmentId, entry.note.trim());
    if (JSON.stringify({ ...made.incident, work: made.work }).length <= recordLimit) return { draft: made, refusal };
    refusal = 'tooLarge';
  }
  if (!wanted.manager.implicated || report.manager.implicated) return { draft: null, refusal };
  return { draft: await draft({ ...report, manager: wanted.manager }, `${entry.amendmentId}/manager`, ''), refusal };
}

async function draftAmended(
  ports: ServicePorts,
  { incident, work }: RegisterRow,
  row: IntakeRow,
  { whole, id, note }: { whole: Report; id: string; note: string },
): Promise<Draft> {
  const first: IntakeRow = { ...row, rowId: work.intakeRowIds[0] ?? row.rowId, createdAt: incident.reportedAt };
  const fresh = (await draftIncident(ports, { report: whole, authorId: incident.reporter.id }, [first])).incident;
  const changes = changesBetween(incident.report, whole);
  const amendment: Amendment = { id, by: incident.reporter, at: row.createdAt, note, changes };
  const amended = amendIncident(incident, fresh, amendment);
  const entry: AuditDraft = {
    id: `amended ${id}`,
    action: 'amended',
    actor: incident.reporter.id,
    at: row.createdAt,
    detail: {
      amendmentId: id,
      fields: changes
        .map(({ field }) => field)
        .join(', ')
        .slice(0, longestFieldList),
      before: await hashOf(incident.report),
      after: await hashOf(whole),
    },
  };
  return {
    incident: { ...amended, deliveries: withDeliveries(amended.deliveries, fresh.deliveries) },
    work: {
      ...work,
      owedEntries: [...work.owedEntries, entry],
      owesReceipts: true,
      owesRedraw: true,
      owesRemovals: [...work.owesRemovals, ...removalsAfter(incident, amended)],
    },
  };
}

/**
 * Cards that an excluded manager has, or may have. One that the record calls never tried may be out as well: whoever holds the record may
 * be posting it just now, and die before it can say so. C-21
 */
function removalsAfter(before: Incident, after: Incident): IncidentWork['owesRemovals'] {
  const withheld = new Set(after.deliveries.filter(({ failure }) => failure === 'excluded').map(({ key }) => key));
  return before.deliveries
    .filter(({ key, channel }) => withheld.has(key) && channel === 'card')
    .map(({ to, remoteId }) => ({ to, remoteId, since: before.reportedAt }));
}

/** What an amendment never touches, whoever writes it meanwhile. */
const untouched = [
  'evidence',
  'comments',
  'acknowledgement',
  'joined',
  'mergedInto',
  'questions',
  'tasks',
  'customerContacts',
  'meeting',
  'statements',
  'reasons',
  'teamAlert',
  'marks',
  'clockNotes',
] as const satisfies readonly (keyof Incident)[];

/** Whether all that the amendment was made from is as it was; of notices, whether they have left. */
function isSameBase(now: Incident, then: Incident): boolean {
  return isDeepStrictEqual(baseOf(now), baseOf(then));
}

function baseOf(incident: Incident): Record<string, unknown> {
  const touched = Object.entries(incident).filter(([name]) => !untouched.some((each) => each === name));
  return { ...Object.fromEntries(touched), deliveries: incident.deliveries.map(({ key, state }) => ({ key, state })) };
}

/** What else has come meanwhile (a comment, evidence, the desk's own notes) stands; only what the amendment changed is put over it. */
function onto(now: RegisterRow, made: Draft, then: RegisterRow): Draft {
  const kept = Object.fromEntries(untouched.map((name) => [name, now.incident[name]]));
  const known = new Set(then.work.owedEntries.map(({ id }) => id));
  const isNew = (removal: IncidentWork['owesRemovals'][number]) => !then.work.owesRemovals.includes(removal);
  return {
    incident: { ...made.incident, ...kept },
    work: {
      ...now.work,
      owedEntries: [...now.work.owedEntries, ...made.work.owedEntries.filter(({ id }) => !known.has(id))],
      owesReceipts: true,
      owesRedraw: true,
      owesRemovals: [...now.work.owesRemovals, ...made.work.owesRemovals.filter(isNew)],
    },
  };
}

function hashOf(report: Report): Promise<string> {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(report)));
}
