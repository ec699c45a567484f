import type { Folder, Mailbox } from './mail-client.ts';

export interface Place {
  mailbox: Mailbox;
  folderId: string;
}

/** Outlook's order, which is not the alphabet's; a folder of one's own comes after. */
const usualOrder = ['Inbox', 'Drafts', 'Sent Items', 'Deleted Items', 'Junk Email', 'Archive', 'Outbox'];
const rank = (folder: Folder) =>
  (usualOrder.indexOf(folder.displayName) + usualOrder.length + 1) % (usualOrder.length + 1);

interface FolderListProps {
  mailboxes: Mailbox[];
  folders: Map<string, Folder[] | string>;
  place: Place | null;
  onOpen(place: Place): void;
}

/** Every mailbox of the person with its folders. */
export function FolderList({ mailboxes, folders, place, onOpen }: FolderListProps) {
  return (
    <nav className="folders" aria-label="Folders">
      {mailboxes.map((mailbox) => (
        <section key={mailbox.id} aria-label={mailbox.name}>
          <h2>
            {mailbox.name}
            {mailbox.right === 'read' && <small> (read only)</small>}
          </h2>
          <MailboxFolders mailbox={mailbox} found={folders.get(mailbox.id)} place={place} onOpen={onOpen} />
        </section>
      ))}
    </nav>
  );
}

function MailboxFolders({
  mailbox,
  found,
  place,
  onOpen,
}: Pick<FolderListProps, 'place' | 'onOpen'> & { mailbox: Mailbox; found: Folder[] | string | undefined }) {
  if (found === undefined) return <p>Loading…</p>;
  if (typeof found === 'string') return <p className="error">{found}</p>;
  return (
    <ul>
      {[...found]
        .sort((a, b) => rank(a) - rank(b))
        .map((folder) => (
          <li key={folder.id}>
            <button
              type="button"
              aria-current={place?.folderId === folder.id && place.mailbox.id === mailbox.id ? 'page' : undefined}
              onClick={() => onOpen({ mailbox, folderId: folder.id })}
            >
              {folder.displayName}
              {folder.unreadItemCount > 0 && <span className="count">{folder.unreadItemCount}</span>}
            </button>
          </li>
        ))}
    </ul>
  );
}
