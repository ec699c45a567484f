import { submissionIdFrom } from '../domain/incident/identity.ts';
import type { Report } from '../domain/incident/report.ts';
import { namedQuestion, questionIn, type SwitchboardQuestion } from '../domain/incident/switchboard-question.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import type { SwitchboardRecord } from './ports/switchboard-list.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';

/**
 * Puts the question into the switchboard's list, once however often it is asked. False when it was there already.
 * COM-4.1-2, X-IDEM-1
 */
export async function listQuestion(
  ports: Pick<ServicePorts, 'clock' | 'switchboard'>,
  { queryId, callAt, extension }: SwitchboardQuestion,
  told: SwitchboardRecord['told'] = { owner: '', until: '' },
): Promise<boolean> {
  const askedAt = ports.clock.now().toISOString();
  try {
    await ports.switchboard.add({ queryId, callAt, extension, askedAt, told, answer: null });
    return true;
  } catch (error) {
    if (!isRemoteError(error) || error.code !== 'conflict') throw error;
    return false;
  }
}

/**
 * Tells the switchboard's mailbox of the question, with nothing but its time and extension. `resume` says that an earlier attempt
 * may have got through. Gives the id of the sent mail.
 */
export async function mailQuestion(
  ports: Pick<ServicePorts, 'organisation' | 'writer' | 'mailbox'>,
  question: SwitchboardQuestion,
  options: { resume: boolean },
): Promise<string> {
  const to = ports.organisation().recipients.switchboard;
  if (!to) throw new RemoteError('unsupported', 'the switchboard has no mailbox');
  const mail = ports.writer.switchboardQuestion(question, to.language);
  const key = `${question.queryId}/asked/switchboard/mail`;
  const sent = await ports.mailbox.sendOnce({ ...mail, key, to: [to.address], attachment: null }, options);
  return sent.messageId;
}

/**
 * The question a report stands for when its reporter put none: who can read it cannot get from its id to the report. Null where
 * there is nothing to ask about, or the reporter has asked.
 */
export async function ownQuestion(report: Report): Promise<SwitchboardQuestion | null> {
  const asked = namedQuestion(report) === null ? questionIn(report) : null;
  return asked && { queryId: await ownQuestionId(report.submissionId), ...asked };
}

async function ownQuestionId(submissionId: string): Promise<string> {
  const text = new TextEncoder().encode(`switchboard question of ${submissionId}`);
  return submissionIdFrom(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}
