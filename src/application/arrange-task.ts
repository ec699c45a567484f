import { endTask } from '../domain/incident/end-task.ts';
import { isAllowed } from './ask-permission.ts';
import type { IncidentDesk } from './incident-desk.ts';
import type { ServicePorts } from './ports/service-ports.ts';

/**
 * Whoever keeps the register says that guards or a police presence are arranged; the manager's card says so too. `alreadyDone`: somebody
 * said it before, and that stays. Null when the record or the task is not there, and for everybody else: one answer, which tells nothing.
 * BEH-4.3-1, C-21
 */
export async function arrangeTask(
  ports: ServicePorts,
  desk: IncidentDesk,
  { staffId, submissionId, taskId }: { staffId: string; submissionId: string; taskId: string },
): Promise<'done' | 'alreadyDone' | null> {
  const row = await desk.find(submissionId);
  const wish = { staffId, submissionId, right: 'update', entity: 'incident', event: 'endTask' } as const;
  if (!(await isAllowed(ports, desk, row, wish))) return null;
  const found = await ports.directory.find(staffId);
  const by = { id: staffId, name: found?.name ?? '', address: found?.address ?? '' };
  const at = ports.clock.now().toISOString();
  const outcome = await desk.change(
    submissionId,
    ({ incident, work }) => {
      const ended = endTask(incident, taskId, { by, at });
      if (!ended.ok) return { kind: 'refused', refusal: ended.refusal };
      const entry = {
        id: `taskDone ${taskId}`,
        action: 'taskDone',
        actor: staffId,
        at,
        detail: { task: taskId },
      } as const;
      return {
        kind: 'changed',
        mustBeKept: true,
        draft: {
          incident: ended.incident,
          work: { ...work, owedEntries: [...work.owedEntries, entry], owesRedraw: true },
        },
      };
    },
    { later: true },
  );
  if (outcome.kind === 'changed') return 'done';
  return outcome.kind === 'refused' && outcome.refusal === 'alreadyDone' ? 'alreadyDone' : null;
}
