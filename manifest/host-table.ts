import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Capability, capabilities, type OutlookHost, outlookHosts } from '../src/m365/office/host-capabilities.ts';
import { betweenMarks } from '../src/main/between-marks.ts';

const marks = { start: '<!-- outlooks: written by npm run outlooks -->', end: '<!-- /outlooks -->' };

/** True where the host's highest Mailbox set is at least the capability's. */
function has(host: OutlookHost, capability: Exclude<Capability, 'nestedAppAuth'>): boolean {
  const minor = (version: string) => Number(version.split('.')[1]);
  return minor(host.mailboxSet) >= minor(capabilities[capability].set[1]);
}

const signIn: Record<OutlookHost['nestedAppAuth'], string> = {
  yes: 'by Outlook',
  unsure: 'by Outlook; a window where it fails',
  no: 'a window, one press',
};

/** README's table of what works in which Outlook, made from the data that the code decides by. Markdown, with its marks. */
export function hostTable(): string {
  const rows = Object.values<OutlookHost>(outlookHosts).map((host) => [
    host.name,
    `${host.manifest}, ${host.mailboxSet}`,
    has(host, 'originalFile') ? 'from Outlook' : 'from Graph',
    signIn[host.nestedAppAuth],
    host.hasRestIds || !has(host, 'owner') ? 'own only' : has(host, 'teamMailbox') ? 'yes' : 'folders only',
    host.isPinnable && has(host, 'itemChanged') ? 'can be pinned' : 'one a message',
  ]);
  const heads = ['Outlook', 'Manifest, Mailbox set', 'The original', 'Sign-in', 'Shared mailboxes', 'Pane'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [marks.start, line(heads), line(heads.map(() => '---')), ...rows.map(line), marks.end].join('\n');
}

/** The text with the table between its marks replaced. Throws where the marks are gone. */
export function withHostTable(readme: string): string {
  return betweenMarks(readme, marks, hostTable());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = fileURLToPath(new URL('../README.md', import.meta.url));
  await writeFile(readme, withHostTable(await readFile(readme, 'utf8')));
}
