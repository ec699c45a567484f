import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../access.ts';
import { readInput } from '../drafts/message-input.ts';
import { folderNotFound } from '../refusals.ts';
import {
  addFolder,
  countChildFolders,
  countFolder,
  type FolderRow,
  findFolder,
  listFolders,
} from '../store/folders.ts';
import { mailBases } from './mail-bases.ts';
import { readJson } from './read-body.ts';

const newFolder = v.object({
  displayName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  isHidden: v.optional(v.boolean()),
});

function toFolderResource(tenant: Tenant, folder: FolderRow): Record<string, unknown> {
  const { total, unread } = countFolder(tenant.db, folder.id);
  return {
    id: folder.id,
    displayName: folder.displayName,
    parentFolderId: folder.parentId ?? folder.id,
    childFolderCount: countChildFolders(tenant.db, folder.id),
    unreadItemCount: unread,
    totalItemCount: total,
    isHidden: false,
  };
}

/** Mail folders: list, read, children, create. https://learn.microsoft.com/graph/api/resources/mailfolder */
export function registerFolders(app: SandboxApp, tenant: Tenant): void {
  const folderAskedFor = (mailboxId: string, id: string): FolderRow => {
    const folder = findFolder(tenant.db, mailboxId, id);
    if (!folder) throw folderNotFound();
    return folder;
  };

  const folderContext = (mailbox: { id: string }) =>
    `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/mailFolders/$entity`;

  for (const base of mailBases) {
    for (const path of [`${base}/mailFolders`, `${base}/mailFolders/:folder/childFolders`]) {
      app.get(path, (c) => {
        const mailbox = openMailbox(tenant, c, 'read');
        const parent = folderAskedFor(mailbox.id, c.req.param('folder') ?? 'msgfolderroot');
        const top = Math.min(Math.max(Number(c.req.query('$top') ?? 10) || 10, 1), 1000);
        const skip = Math.max(Number(c.req.query('$skip') ?? 0) || 0, 0);
        const folders = listFolders(tenant.db, mailbox.id, parent.id);
        const url = new URL(c.req.url);
        url.searchParams.set('$skip', String(skip + top));
        return c.json({
          '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/mailFolders`,
          ...(c.req.query('$count') === 'true' ? { '@odata.count': folders.length } : {}),
          value: folders.slice(skip, skip + top).map((folder) => toFolderResource(tenant, folder)),
          ...(skip + top < folders.length ? { '@odata.nextLink': `${tenant.origin}${url.pathname}${url.search}` } : {}),
        });
      });

      app.post(path, async (c) => {
        const mailbox = openMailbox(tenant, c, 'write');
        const parent = folderAskedFor(mailbox.id, c.req.param('folder') ?? 'msgfolderroot');
        const { displayName } = readInput(newFolder, await readJson(c));
        const folder = addFolder(tenant.db, mailbox.id, parent.id, displayName);
        if (!folder) {
          throw new GraphFailure(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
        }
        return c.json({ '@odata.context': folderContext(mailbox), ...toFolderResource(tenant, folder) }, 201);
      });
    }

    app.get(`${base}/mailFolders/:folder`, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      return c.json({
        '@odata.context': folderContext(mailbox),
        ...toFolderResource(tenant, folderAskedFor(mailbox.id, c.req.param('folder'))),
      });
    });
  }
}
