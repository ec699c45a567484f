import { createHash } from 'node:crypto';
import type { RunningSystem } from './running-system.ts';

export interface Mail {
  id: string;
  subject: string;
  isRead: boolean;
  isDraft: boolean;
  changeKey: string;
  parentFolderId: string;
  lastModifiedDateTime: string;
  hasAttachments: boolean;
  internetMessageId: string;
  from: { emailAddress: { address: string } } | null;
  toRecipients: { emailAddress: { address: string } }[];
  body: { content: string };
}

const select =
  'id,subject,isRead,isDraft,changeKey,parentFolderId,lastModifiedDateTime,hasAttachments,internetMessageId,from,toRecipients,body';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const addressOf = (name: string) => `${name}@glanrafon.example`;
export const teams = {
  security: addressOf('diogelwch'),
  itSecurity: addressOf('seiberddiogelwch'),
  helpDesk: addressOf('desg.gymorth'),
  hr: addressOf('adnoddau.dynol'),
};

async function read<T>(system: RunningSystem, path: string): Promise<T> {
  const response = await system.graph(await system.observerToken(), path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json() as never;
}

/** Every mail in all folders of a mailbox. */
export async function mailsOf(system: RunningSystem, mailbox: string): Promise<Mail[]> {
  const { value } = await read<{ value: Mail[] }>(system, `/users/${mailbox}/messages?$top=1000&$select=${select}`);
  return value;
}

export function mailOf(system: RunningSystem, mailbox: string, id: string): Promise<Mail> {
  return read(system, `/users/${mailbox}/messages/${id}?$select=${select}`);
}

/** The mails of a mailbox's inbox, newest first. */
export async function inboxOf(system: RunningSystem, mailbox: string): Promise<Mail[]> {
  const { value } = await read<{ value: Mail[] }>(
    system,
    `/users/${mailbox}/mailFolders/inbox/messages?$top=1000&$select=${select}`,
  );
  return value;
}

export async function bytesOf(system: RunningSystem, mailbox: string, id: string): Promise<Uint8Array> {
  const response = await system.graph(await system.observerToken(), `/users/${mailbox}/messages/${id}/$value`);
  if (!response.ok) throw new Error(`$value: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function attachmentsOf(system: RunningSystem, mailbox: string, id: string) {
  const { value } = await read<{ value: { id: string; name: string; contentType: string; isInline: boolean }[] }>(
    system,
    `/users/${mailbox}/messages/${id}/attachments?$select=id,name,contentType,isInline`,
  );
  const token = await system.observerToken();
  return Promise.all(
    value.map(async ({ id: attachment, ...rest }) => {
      const answer = await system.graph(token, `/users/${mailbox}/messages/${id}/attachments/${attachment}/$value`);
      return { ...rest, sha256: sha256(new Uint8Array(await answer.arrayBuffer())) };
    }),
  );
}

/** Evidence files of a register's library, with the hash of what really lies there. */
export async function evidenceFiles(system: RunningSystem, boundary: 'default' | 'hr' = 'default') {
  const drive = system.settings.site.evidenceDrives[boundary];
  const found: { id: string; name: string; size: number; path: string }[] = [];
  const walk = async (address: string, path: string) => {
    const { value } = await read<{ value: { id: string; name: string; size: number; folder?: object }[] }>(
      system,
      `/drives/${drive}/${address}/children?$top=900`,
    );
    for (const item of value) {
      if (item.folder) await walk(`items/${item.id}`, `${path}/${item.name}`);
      else found.push({ id: item.id, name: item.name, size: item.size, path });
    }
  };
  await walk('root', '');
  return found;
}

export async function evidenceHash(system: RunningSystem, id: string, boundary: 'default' | 'hr' = 'default') {
  const drive = system.settings.site.evidenceDrives[boundary];
  const response = await system.graph(await system.observerToken(), `/drives/${drive}/items/${id}/content`);
  return sha256(new Uint8Array(await response.arrayBuffer()));
}
