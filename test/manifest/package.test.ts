import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressFaults } from '../../manifest/check-addresses.ts';
import { readValues, ValuesRefused } from '../../manifest/read-values.ts';
import { filledManifest } from './values.ts';

const good: Record<string, string> = {
  TEAMS_APP_ID: '2f1d4c86-0b7e-4f55-9a57-7d1c4f7b3a10',
  OUTLOOK_ADDIN_ID: '7a8b0f5e-94c1-4e0d-8a53-6b1f2c9d4e77',
  APP_CLIENT_ID: 'c3a0b0de-51a4-4f4c-8b5b-0e6ef3e3d2a1',
  BOT_ID: 'c3a0b0de-51a4-4f4c-8b5b-0e6ef3e3d2a1',
  APP_ORIGIN: 'https://urddas.sefydliad.cymru',
  ORGANISATION_NAME: 'Sefydliad',
  ORGANISATION_URL: 'https://sefydliad.cymru/',
  PRIVACY_URL: 'https://sefydliad.cymru/privacy',
  TERMS_URL: 'https://sefydliad.cymru/terms',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'urddas-package-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function make(entries: Record<string, string>, out: string) {
  const file = join(folder, `${out}.env`);
  await writeFile(
    file,
    Object.entries(entries)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  return run('--env', file, '--out', join(folder, out));
}

function run(...words: string[]) {
  return new Promise<{ code: number; stderr: string }>((done) => {
    execFile(process.execPath, ['--import', 'tsx', 'manifest/package.ts', ...words], (error, _, stderr) =>
      done({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}

describe('npm run package', () => {
  it('makes the app package and the manifest for the other Outlooks', async () => {
    expect(await make(good, 'made')).toEqual({ code: 0, stderr: '' });
    const { version } = (await filledManifest()).manifest;
    const names = await readdir(join(folder, 'made'));
    expect(names.toSorted()).toEqual([`urddas-outlook-${version}.xml`, `urddas-teams-${version}.zip`]);
    const zip = await readFile(join(folder, 'made', `urddas-teams-${version}.zip`), 'latin1');
    // Names stand in the archive's directory as they are.
    for (const name of ['manifest.json', 'cy.json', 'icon-colour-192.png', 'icon-outline-32.png'])
      expect(zip).toContain(name);
    const xml = await readFile(join(folder, 'made', `urddas-outlook-${version}.xml`), 'utf8');
    expect(xml).toContain(`<Id>${good.OUTLOOK_ADDIN_ID}</Id>`);
  });

  it('refuses the example as it is, with a line for each value, and writes nothing', async () => {
    const example = await readFile('manifest/example.env', 'utf8');
    const lines = example.split('\n').filter((line) => /^\w+=/.test(line));
    const entries = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2) as [string, string]));
    expect(Object.keys(entries)).toEqual(Object.keys(good));
    const { code, stderr } = await make(entries, 'refused');
    expect(code).toBe(1);
    for (const name of Object.keys(good)) expect(stderr).toContain(name);
    await expect(readdir(join(folder, 'refused'))).rejects.toThrow();
  });

  it('says in a line which file is not there, or what the command lacks', async () => {
    const missing = join(folder, 'missing.env');
    expect(await run('--env', missing, '--out', folder)).toEqual({
      code: 1,
      stderr: `${missing} cannot be read: copy manifest/example.env and fill it in\n`,
    });
    for (const words of [[], ['--environment', missing]]) {
      expect(await run(...words)).toEqual({
        code: 1,
        stderr: 'Say where the values are and where to: --env FILE --out DIR\n',
      });
    }
  });
});

describe('A value of the packages', () => {
  const faultsOf = (over: Record<string, string | undefined>) => {
    try {
      readValues({ ...good, ...over });
    } catch (error) {
      if (error instanceof ValuesRefused) return error.faults;
      throw error;
    }
    return [];
  };

  it('is taken as it should be', () => {
    expect(readValues(good)).toEqual({ ...good, APP_HOST: 'urddas.sefydliad.cymru' });
  });

  it.each([
    ['TEAMS_APP_ID', undefined, 'is missing'],
    ['TEAMS_APP_ID', 'urddas', 'is no GUID'],
    ['BOT_ID', '00000000-0000-0000-0000-000000000000', 'is still the example’s'],
    ['OUTLOOK_ADDIN_ID', good.TEAMS_APP_ID, 'is the same as TEAMS_APP_ID'],
    ['BOT_ID', '5d0f2d1c-77c5-4d9c-9a47-1f3f7a0c9b21', 'is another id than APP_CLIENT_ID'],
    ['APP_ORIGIN', 'http://urddas.sefydliad.cymru', 'is not https'],
    ['APP_ORIGIN', 'https://urddas.sefydliad.cymru/', 'has more than'],
    ['APP_ORIGIN', 'https://localhost', 'names a host that nobody has'],
    ['APP_ORIGIN', 'https://10.0.0.4', 'names a host that nobody has'],
    ['APP_ORIGIN', 'https://[::1]', 'names a host that nobody has'],
    ['PRIVACY_URL', 'https://sefydliad.example/privacy', 'names a host that nobody has'],
    ['TERMS_URL', 'sefydliad.cymru/terms', 'is no address'],
    ['ORGANISATION_NAME', ' ', 'is empty'],
    ['ORGANISATION_NAME', 'S'.repeat(33), 'is longer than 32'],
    ['APP_HOST', 'urddas.sefydliad.cymru', 'is not a value'],
  ])('%s = %s is refused: %s', (name, value, because) => {
    const faults = faultsOf({ [name]: value });
    expect(faults.some((fault) => fault.startsWith(name) && fault.includes(because))).toBe(true);
  });
});

describe('The addresses of the manifest', () => {
  it('are all https and of a valid domain', async () => {
    expect(addressFaults((await filledManifest()).manifest)).toEqual([]);
  });

  it('are found out where they are not', async () => {
    const { manifest } = await filledManifest();
    manifest.extensions[0].runtimes[0].code.page = 'http://urddas.sefydliad.example/pane.html';
    manifest.staticTabs[0].contentUrl = 'https://cdn.elsewhere.example/tab.html';
    manifest.name.short = '$'.concat('{{NAME}}');
    expect(addressFaults(manifest)).toEqual([
      '/name/short was not filled',
      '/staticTabs/0/contentUrl is of cdn.elsewhere.example, no valid domain',
      '/extensions/0/runtimes/0/code/page is not https',
    ]);
  });
});
