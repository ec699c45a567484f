import { combineNotices, strongerPolice } from '../domain/incident/amend.ts';
import { assessReport } from '../domain/incident/assess-report.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { transition } from '../domain/incident/transitions.ts';
import { areaOf } from './business-area.ts';
import { withDeliveries } from './notices.ts';
import { planDeliveries } from './plan-deliveries.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { tellOfMove } from './tell-of-move.ts';

/**
 * Tells whoever must know of a record that a manager has judged to be graver, by the same rules as at the start: recipients and police task
 * only grow, and whoever was told already is not told again. What had been kept local goes on once Security must know. COM-3a-8, T4, T7c.
 */
export async function addRecipients(
  ports: ServicePorts,
  row: RegisterRow,
): Promise<{ incident: Incident; work: IncidentWork }> {
  const { incident, work } = row;
  if (!work.owesRouting) return { incident, work };
  const author = await ports.directory.find(incident.reporter.id);
  const department = author?.department ?? null;
  const { manager, report, marks } = incident;
  const assessment = assessReport(
    { ...report, particularlyAbusive: report.particularlyAbusive || marks.particularlyAbusive !== null },
    {
      found: manager !== null && !manager.isAlternate,
      implicated: report.manager.implicated,
      alternateFound: manager?.isAlternate === true,
    },
    ports.rules(department),
    incident.severity,
  );
  // When it was judged, so that whoever does this again after a crash makes the same of it.
  const at = latestJudgement(incident) ?? ports.clock.now().toISOString();
  const routing = combineNotices(incident.routing, assessment.routing.notices);
  const added = routing.filter(
    ({ role, urgency }) => !incident.routing.some((each) => each.role === role && each.urgency === urgency),
  );
  const graver: Incident = {
    ...incident,
    routing,
    policeTask: strongerPolice(incident.policeTask, assessment.routing.policeTask),
  };
  const isSeniorAsked = added.some(({ role }) => role === 'seniorManager');
  const senior = isSeniorAsked && manager ? await ports.directory.managerOf(manager.id) : null;
  const organisation = ports.organisation();
  const planned = planDeliveries(
    { ...graver, routing: added },
    organisation,
    {
      excluded: incident.excluded.map(({ address }) => address),
      seniorManager: senior?.address ?? null,
      area: areaOf(department, organisation.areas),
    },
    at,
  );
  const moved = transition(graver, { type: 'forwardOverdue', isLimitPassed: false, at }, { kind: 'system' });
  const after = moved.ok ? moved.incident : graver;
  const told = moved.ok ? tellOfMove(after, { event: 'forwardOverdue', tell: moved.tell, at }, organisation) : [];
  const entries: AuditDraft[] = [];
  if (added.length > 0) {
    const detail = { roles: added.map(({ role, urgency }) => `${role}:${urgency}`).join(' ') };
    entries.push({ id: `recipientsAdded ${detail.roles}`, action: 'recipientsAdded', actor: 'system', at, detail });
  }
  if (moved.ok) {
    const detail = { event: 'forwardOverdue', from: graver.state, to: after.state };
    entries.push({ id: `moved ${at} forwardOverdue`, action: 'moved', actor: 'system', at, detail });
  }
  return {
    incident: { ...after, deliveries: withDeliveries(incident.deliveries, [...planned, ...told]) },
    work: {
      ...work,
      owesRouting: false,
      owedEntries: [...work.owedEntries, ...entries],
      owesReceipts: true,
      owesRedraw: true,
    },
  };
}

function latestJudgement({ marks }: Incident): string | null {
  const times = [marks.particularlyAbusive?.at, marks.raisedSeverity?.at].filter((at) => at !== undefined);
  return times.sort().at(-1) ?? null;
}
