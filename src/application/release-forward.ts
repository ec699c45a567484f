import { originalOf } from '../domain/incident/evidence-names.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { languageOf } from './deliver-notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { waitSeconds } from './retry-times.ts';

const retryKey = 'releasedOriginal';

/**
 * Sends an original that Security has released from the evidence library to IT Security, once, as an attached file (C-06,
 * COM-6.1-4). Without filed evidence there is nothing to send yet: it leaves when the evidence arrives.
 */
export async function sendReleased(
  ports: ServicePorts,
  row: RegisterRow,
  stillHeld: () => Promise<void>,
): Promise<{ incident: Incident; work: IncidentWork }> {
  const { incident, work } = row;
  const item = originalOf(incident);
  const now = ports.clock.now();
  const due = work.retryAt[retryKey];
  if (!work.owesForward || !item || (due !== undefined && Date.parse(due) > now.getTime())) return { incident, work };
  await stillHeld();
  const { [retryKey]: _, ...retryAt } = work.retryAt;
  const { submissionId } = incident.report;
  try {
    const mail = ports.writer.releasedOriginal(
      row,
      languageOf(ports, incident, { role: 'itSecurity', to: ports.organisation().recipients.itSecurity.address }),
    );
    const bytes = await gather(await ports.evidence.read(incident.boundary, item.driveItemId), item.size);
    await ports.mailbox.sendOnce(
      {
        ...mail,
        key: `${submissionId}/releasedOriginal`,
        to: [ports.organisation().recipients.itSecurity.address],
        attachment: { name: `${incident.reference}.eml`, contentType: 'message/rfc822', bytes },
      },
      // It is sent once in a long while, so it is always looked for first.
      { resume: true },
    );
    const at = ports.clock.now().toISOString();
    const entry: AuditDraft = {
      id: 'releasedOriginalSent',
      action: 'originalForwarded',
      actor: 'system',
      at,
      detail: { sha256: item.sha256 },
    };
    return {
      incident: { ...incident, forward: { state: 'sent', at, sha256: item.sha256 } },
      work: { ...work, retryAt, owesForward: false, owesReceipts: true, owedEntries: [...work.owedEntries, entry] },
    };
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    ports.log.warn('releasedOriginalFailed', { submissionId, failure: error.code });
    const wait = waitSeconds(6, error.retryAfterSeconds);
    const next = new Date(now.getTime() + wait * 1000).toISOString();
    return { incident, work: { ...work, retryAt: { ...retryAt, [retryKey]: next } } };
  }
}

async function gather(parts: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for await (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
