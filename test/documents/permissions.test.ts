import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationRoles, sharePointRoles } from '../../src/m365/auth/application-roles.ts';
import { chatScopes, paneScopes, tabScopes } from '../../src/m365/auth/scopes.ts';
import { filledManifest } from '../manifest/values.ts';

let parts: string[];
beforeAll(async () => {
  parts = (await readFile('docs/permissions.md', 'utf8')).split(/^## /m);
});

/** First cells of the table under a heading, and second ones. */
function rowsUnder(heading: string): [string, string][] {
  const part = parts.find((each) => each.startsWith(heading)) ?? '';
  return [...part.matchAll(/^\| `([\w.]+)` \| ([^|]*) \|/gm)].map(([, name = '', second = '']) => [name, second]);
}

describe('The page of permissions', () => {
  it('names every delegated permission once, and who asks for it', () => {
    const rows = rowsUnder('Delegated');
    const asked = new Set<string>([...paneScopes, ...tabScopes, ...chatScopes]);
    expect(rows.map(([name]) => name).toSorted()).toEqual([...asked].toSorted());
    const inTab = new Set<string>([...tabScopes, ...chatScopes]);
    for (const [name, askedBy] of rows) {
      expect(/\bpane\b/.test(askedBy), name).toBe(new Set<string>(paneScopes).has(name));
      expect(/\btab\b/.test(askedBy), name).toBe(inTab.has(name));
    }
  });

  it('names what the add-in asks of Outlook, in both manifests, and no right to write', async () => {
    const { manifest } = await filledManifest();
    const asked = manifest.authorization.permissions.resourceSpecific.map(({ name }: { name: string }) => name);
    expect(rowsUnder('In Outlook').map(([name]) => name)).toEqual(asked);
    expect(asked.filter((name: string) => /write/i.test(name))).toEqual([]);
    const part = parts.find((each) => each.startsWith('In Outlook')) ?? '';
    const xml = await readFile('manifest/outlook-manifest.ts', 'utf8');
    for (const name of ['ReadItem', 'SupportsSharedFolders']) {
      expect(part).toContain(`\`${name}\``);
      expect(xml).toContain(`'${name}'`);
    }
  });

  it('names every application permission once', () => {
    const rows = rowsUnder('Application (Microsoft Graph');
    expect(rows.map(([name]) => name).toSorted()).toEqual([...applicationRoles].toSorted());
    expect(rowsUnder('Application (SharePoint').map(([name]) => name)).toEqual([...sharePointRoles]);
  });
});
