import type { Hono } from 'hono';
import { arrangeTask } from '../../application/arrange-task.ts';
import type { IncidentDesk } from '../../application/incident-desk.ts';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import { asPerson, type CallParts, found, notFound } from '../team/person-call.ts';

export interface TaskParts extends CallParts {
  desk: IncidentDesk;
  ports: ServicePorts;
}

/** What the manager asked Security for: `{kind: 'done' | 'alreadyDone'}`, or 404. BEH-4.3-1 */
export function registerTasks(app: Hono, parts: TaskParts): void {
  const { desk, ports } = parts;
  app.post('/api/incidents/:submissionId/tasks/:taskId/done', (c) =>
    asPerson(c, parts, async (staffId) => {
      const { submissionId, taskId } = c.req.param();
      if (!isSubmissionId(submissionId)) return notFound(c);
      const kind = await arrangeTask(ports, desk, { staffId, submissionId, taskId });
      return found(c, kind === null ? null : { kind });
    }),
  );
}
