import type { Incident } from './incident.ts';
import type { Stamp } from './manager-work.ts';

export type EndTaskResult = { ok: true; incident: Incident } | { ok: false; refusal: 'notFound' | 'alreadyDone' };

/** What the manager asked for has been arranged. Whoever said so first stays. BEH-4.3-1 */
export function endTask(incident: Incident, taskId: string, done: Stamp): EndTaskResult {
  const task = incident.tasks.find(({ id }) => id === taskId);
  if (!task) return { ok: false, refusal: 'notFound' };
  if (task.done) return { ok: false, refusal: 'alreadyDone' };
  const tasks = incident.tasks.map((each) => (each === task ? { ...task, done } : each));
  return { ok: true, incident: { ...incident, tasks } };
}
