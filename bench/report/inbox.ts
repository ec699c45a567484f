import type { RunningSystem } from '../system.ts';
import type { TenantControl } from '../tenant-control.ts';

export interface InboxMessage {
  id: string;
  subject: string;
  /** Bytes of the message as it came. */
  size: number;
}

/** The reporter's messages with their true sizes, smallest first. */
export async function readInbox(system: RunningSystem, control: TenantControl): Promise<InboxMessage[]> {
  const token = await control.token({ persona: 'reporter', scopes: ['Mail.Read'] });
  const headers = { authorization: `Bearer ${token}` };
  const base = `${system.settings.graphBaseUrl}/me/messages`;
  const answer = await fetch(`${base}?$top=200&$select=id,subject`, { headers });
  const { value } = (await answer.json()) as { value: { id: string; subject: string }[] };
  const messages: InboxMessage[] = [];
  for (const { id, subject } of value) {
    const bytes = await (await fetch(`${base}/${id}/$value`, { headers })).arrayBuffer();
    messages.push({ id, subject, size: bytes.byteLength });
  }
  return messages.sort((a, b) => a.size - b.size);
}
