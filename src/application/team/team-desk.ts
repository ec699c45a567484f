import { awaitedFrom, isManagersTurn } from '../../domain/incident/awaiting.ts';
import { holderOf, isExcluded } from '../../domain/incident/holders.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { mayDo } from '../../domain/incident/permissions.ts';
import { caveatBoundaries } from '../../domain/incident/vocabulary.ts';
import type { Change, IncidentDesk } from '../incident-desk.ts';
import type { AuditDraft } from '../ports/audit.ts';
import type { RegisterRow } from '../ports/register.ts';
import type { ServicePorts } from '../ports/service-ports.ts';
import type { TeamList, TeamRecord, TeamSummary, WaitingItem } from '../ports/team.ts';
import type { StandIns } from '../stand-ins.ts';
import { dueAtOf, teamRecord } from './team-record.ts';

const pageSize = 25;
/** Whether somebody leads a team is asked of the directory this often. */
const teamKnownMs = 10 * 60_000;
const remembered = 2_000;

/**
 * What a manager, or a substitute, may read of the records they answer for. For whoever must find no trace, and for everybody else, there
 * is nothing: no line, no count, no record, no number. Model 6, C-21, BEH-5.1-1
 */
export class TeamDesk {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #standIns: StandIns;
  readonly #leads = new Map<string, { leadsTeam: boolean; until: number }>();

  constructor(ports: ServicePorts, desk: IncidentDesk, standIns: StandIns) {
    this.#ports = ports;
    this.#desk = desk;
    this.#standIns = standIns;
  }

  async summary(staffId: string): Promise<TeamSummary> {
    const [leadsTeam, { standsIn }, waiting] = await Promise.all([
      this.#leadsTeam(staffId),
      this.#standIns.of(staffId),
      this.#waiting(staffId),
    ]);
    return {
      leadsTeam,
      standsInFor: standsIn.map(({ manager, until }) => ({ name: manager.name, until })),
      waiting: waiting.filter(({ awaited }) => isManagersTurn(awaited)).length,
    };
  }

  /** `after` is how many of those answered come before the page. */
  async list(staffId: string, after: number): Promise<TeamList> {
    const [waiting, held] = await Promise.all([this.#waiting(staffId), this.#ports.register.heldBy(staffId)]);
    const open = new Set(waiting.map(({ submissionId }) => submissionId));
    const answered = held.filter(({ submissionId }) => !open.has(submissionId));
    return {
      waiting: after === 0 ? waiting : [],
      answered: answered.slice(after, after + pageSize).map(({ boundary: _, ...item }) => item),
      next: answered.length > after + pageSize ? after + pageSize : null,
    };
  }

  /**
   * One record, with an entry in the trail that stands before the answer leaves: one a person and hour, so that the trail tells who read
   * and is not buried in it. Null when there is none, and when it is not theirs. X-AUD-1
   */
  async read(staffId: string, submissionId: string): Promise<TeamRecord | null> {
    const row = await this.#desk.find(submissionId);
    const at = this.#ports.clock.now().toISOString();
    if (!row || !this.mayRead(row.incident, staffId)) {
      if (row) this.#ports.log.warn('teamReadRefused', { submissionId });
      return null;
    }
    const hour = at.slice(0, 13);
    const outcome = await this.#desk.change(submissionId, (now) => noteRead(now, staffId, { at, hour }), {
      later: true,
      seen: row,
    });
    const seen = outcome.kind === 'changed' ? outcome.row : await this.#desk.findRemembered(submissionId);
    // Access may have ended between the two.
    return seen && this.mayRead(seen.incident, staffId) ? this.recordFor(seen.incident, staffId) : null;
  }

  /** Submission id of the record with this number; null when there is none, and when it is not theirs. */
  async find(staffId: string, reference: string): Promise<string | null> {
    for (const boundary of caveatBoundaries) {
      const row = await this.#ports.register.findByReference(boundary, reference);
      if (row && this.mayRead(row.incident, staffId)) return row.incident.report.submissionId;
    }
    return null;
  }

  mayRead(incident: Incident, staffId: string): boolean {
    const at = this.#ports.clock.now().toISOString();
    if (isExcluded(incident, staffId) || !holderOf(incident, staffId, at)) return false;
    // Their groups count for nothing here: this page is for those who answer for a record.
    return mayDo(incident, { id: staffId, groups: [] }, 'read', 'incident', at);
  }

  recordFor(incident: Incident, staffId: string): TeamRecord {
    return teamRecord(incident, staffId, this.#ports.organisation(), this.#ports.clock.now().toISOString());
  }

  /** What wants something of the person, the soonest due first; what waits for somebody else comes after. */
  async #waiting(staffId: string): Promise<WaitingItem[]> {
    const [own, stoodIn] = await Promise.all([
      this.#ports.register.awaitedOf(staffId),
      this.#ports.register.stoodInBy(staffId),
    ]);
    const rows = new Map([...own, ...stoodIn].map((row) => [row.incident.report.submissionId, row]));
    return [...rows.values()]
      .filter(({ incident }) => this.mayRead(incident, staffId) && awaitedFrom(incident).length > 0)
      .map((row) => this.#waitingItem(row, staffId))
      .sort((one, other) => order(one).localeCompare(order(other)));
  }

  #waitingItem({ incident }: RegisterRow, staffId: string): WaitingItem {
    const { report, reference, state, severity, reportedAt, reporter, manager, standsInFor } = incident;
    return {
      submissionId: report.submissionId,
      reference,
      state,
      kind: report.kind,
      severity,
      reportedAt,
      reporterName: reporter.name,
      awaited: awaitedFrom(incident),
      dueAt: dueAtOf(incident, this.#ports.organisation()),
      standsInFor: standsInFor?.name ?? (manager && manager.id !== staffId ? manager.name : null),
    };
  }

  async #leadsTeam(staffId: string): Promise<boolean> {
    const now = this.#ports.clock.now().getTime();
    const known = this.#leads.get(staffId);
    if (known && known.until > now) return known.leadsTeam;
    const leadsTeam = (await this.#ports.directory.reportsOf(staffId)).length > 0;
    if (this.#leads.size >= remembered) this.#leads.clear();
    this.#leads.set(staffId, { leadsTeam, until: now + teamKnownMs });
    return leadsTeam;
  }
}

function order({ awaited, dueAt, reportedAt }: WaitingItem): string {
  return `${isManagersTurn(awaited) ? '0' : '1'} ${dueAt ?? '9'} ${reportedAt}`;
}

function noteRead(
  { incident, work }: RegisterRow,
  staffId: string,
  { at, hour }: { at: string; hour: string },
): Change<'noted'> {
  if (work.readNoted[staffId] === hour) return { kind: 'refused', refusal: 'noted' };
  const entry: AuditDraft = {
    id: `read ${staffId} ${hour}`,
    action: 'read',
    actor: staffId,
    at,
    detail: { what: 'record', via: 'tab' },
  };
  const recent = Object.entries(work.readNoted).filter(([, noted]) => noted === hour);
  return {
    kind: 'changed',
    mustBeKept: true,
    draft: {
      incident,
      work: {
        ...work,
        readNoted: { ...Object.fromEntries(recent), [staffId]: hour },
        owedEntries: [...work.owedEntries, entry],
      },
    },
  };
}
