import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { hostTable, withHostTable } from '../../manifest/host-table.ts';
import { capabilities, outlookHosts } from '../../src/m365/office/host-capabilities.ts';
import { filledManifest } from './values.ts';

describe('The table of Outlooks', () => {
  it('stands in the README as the data that the code decides by says it', async () => {
    expect(await readFile('README.md', 'utf8')).toContain(hostTable());
  });

  it('has a line for every Outlook, and replaces only itself', () => {
    const lines = hostTable().split('\n');
    for (const { name } of Object.values(outlookHosts)) {
      expect(lines.filter((line) => line.startsWith(`| ${name} |`))).toHaveLength(1);
    }
    const place = '<!-- outlooks: written by npm run outlooks -->\nold\n<!-- /outlooks -->';
    expect(withHostTable(`before\n${place}\nafter`)).toBe(`before\n${hostTable()}\nafter`);
    expect(() => withHostTable('no place')).toThrow(RangeError);
  });

  it('lets nobody in whom the manifests keep out', async () => {
    const { manifest } = await filledManifest();
    const { minVersion } = manifest.extensions[0].requirements.capabilities[0];
    expect(minVersion).toBe(capabilities.itemChanged.set[1]);
    const minor = (version: string) => Number(version.split('.')[1]);
    for (const { mailboxSet, name } of Object.values(outlookHosts)) {
      expect(minor(mailboxSet), name).toBeGreaterThanOrEqual(minor(minVersion));
    }
  });
});
