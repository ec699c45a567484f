import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wantedForm } from '../../../src/application/wanted-form.ts';
import { readServiceSettings, SettingsError, serviceSettingsSchema } from '../../../src/service/settings.ts';
import { variablesOf } from '../../../src/service/settings-from-environment.ts';

const id = '7c0ffee0-aaaa-4bbb-8ccc-0123456789ab';
const settings = {
  origin: 'https://urddas.example',
  port: 8080,
  tenantId: id,
  clientId: id,
  authority: 'https://login.example/tenant',
  authorityReachedAt: null,
  tokenIssuer: 'https://login.example/tenant/v2.0',
  tokenKeysUrl: 'https://login.example/tenant/keys',
  certificateKeyFile: '/run/key.pem',
  certificateThumbprint: 'ab'.repeat(32),
  graphBaseUrl: 'https://graph.example/v1.0',
  graphScope: 'https://graph.example/.default',
  site: {
    id: 'site',
    url: 'https://sharepoint.example/sites/urddas',
    groups: { security: id, hr: id, switchboard: id, auditors: id, administrators: id },
    lists: {
      ...{ intake: 'l1', incidents: 'l2', incidentsHr: 'l3', audit: 'l4', auditHr: 'l5' },
      ...{ switchboard: 'l6', absences: 'l7', state: 'l8', config: 'l9' },
    },
    evidenceDrives: { default: 'd1', hr: 'd2' },
  },
  readers: { default: [id], hr: [id] },
  bot: {
    id,
    connectorUrl: 'https://connector.example/emea',
    allowedServiceUrls: ['https://connector.example/'],
    teamsAppId: id,
  },
  serviceMailbox: 'urddas@example.org',
  webhookOrigin: 'https://urddas.example',
  distDir: 'dist/client',
};

/** Every setting that has a value, as variables. */
function asVariables(from: object): Record<string, string> {
  const read = (path: readonly string[]) =>
    path.reduce<unknown>((present, name) => (present as Record<string, unknown> | undefined)?.[name], from);
  const found: Record<string, string> = {};
  for (const [name, { path }] of variablesOf(serviceSettingsSchema)) {
    const value = read(path);
    if (value === undefined) continue;
    found[name] = Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value);
  }
  return found;
}

describe('The settings of the service', () => {
  let folder: string;
  let number = 0;
  const fileWith = async (content: unknown) => {
    number += 1;
    const file = join(folder, `${number}.json`);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const problems = async (environment: NodeJS.ProcessEnv): Promise<string[]> => {
    const error = await readServiceSettings(environment).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message.split('\n').slice(1);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'urddas-settings-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('may come from a file, from the environment, or from both, and are the same', async () => {
    const byFile = await readServiceSettings({ URDDAS_SETTINGS: await fileWith(settings) });
    const byEnvironment = await readServiceSettings(asVariables(settings));
    expect(byEnvironment).toEqual(byFile);
    const { serviceMailbox: _, ...rest } = settings;
    const byBoth = await readServiceSettings({
      URDDAS_SETTINGS: await fileWith(rest),
      URDDAS_SERVICE_MAILBOX: settings.serviceMailbox,
    });
    expect(byBoth).toEqual(byFile);
  });

  it('of the environment win over the file, and PORT over both', async () => {
    const read = await readServiceSettings({
      URDDAS_SETTINGS: await fileWith(settings),
      URDDAS_POLL_SECONDS: '7',
      URDDAS_SITE_LISTS_INTAKE: 'other',
      URDDAS_READERS_DEFAULT: `${id} ${id}`,
      URDDAS_WEBHOOK_ORIGIN: '',
      URDDAS_PORT: '1',
      PORT: '9090',
    });
    expect(read).toMatchObject({ pollSeconds: 7, webhookOrigin: null, port: 9090, readers: { default: [id, id] } });
    expect(read.site.lists).toMatchObject({ intake: 'other', incidents: 'l2' });
  });

  it('with mistakes let nothing start, and all of them are named, and no value', async () => {
    const found = await problems({
      URDDAS_SETTINGS: await fileWith({ ...settings, tenantId: 'secret-value', extra: 1 }),
      URDDAS_POLL_SECONDS: 'soon',
      URDDAS_GRAPH_BASE_URI: 'https://secret-value.example',
      URDDAS_SERVICE_MAILBOX: 'secret-value',
    });
    expect(found.map((each) => each.split(':')[0]).sort()).toEqual([
      'URDDAS_GRAPH_BASE_URI',
      'extra',
      'pollSeconds',
      'serviceMailbox',
      'tenantId',
    ]);
    expect(found.join()).not.toContain('secret-value');
    expect(found.toSorted()).toEqual([
      'URDDAS_GRAPH_BASE_URI: is no setting; is it misspelled?',
      'extra: is no setting; is it misspelled?',
      'pollSeconds: is no number; expected: a whole number of 1 or more',
      'serviceMailbox: is no e-mail address; expected: an e-mail address',
      'tenantId: has another form than it should have; expected: an id as Entra shows it, 32 hexadecimal digits in five groups',
    ]);
  });

  it('of the example name every one that is needed, and are refused field by field until they are filled in', async () => {
    const example = await readFile('docs/service-settings-example.json', 'utf8');
    const found = await problems({ URDDAS_SETTINGS: await fileWith(example) });
    expect(found.length).toBeGreaterThan(20);
    for (const each of found) expect(each).toMatch(/^[\w.]+: still holds the example’s id; expected: your own$/);
    const filled = example.replaceAll(/0{8}(-0{4}){3}-0{10}\w\w/g, id).replaceAll(/(00:){31}00/g, 'ab'.repeat(32));
    await readServiceSettings({ URDDAS_SETTINGS: await fileWith(filled) });
    const oneLeft = { ...settings, configurationKeepers: ['00000000-0000-0000-0000-000000000000'] };
    expect(await problems({ URDDAS_SETTINGS: await fileWith(oneLeft) })).toEqual([
      'configurationKeepers.0: still holds the example’s id; expected: your own',
    ]);
  });

  it('are no tokens of an administrator, which are left in a shell after provisioning', async () => {
    const found = await problems({ URDDAS_SETTINGS: await fileWith(settings), URDDAS_GRAPH_TOKEN: 'secret-value' });
    expect(found).toEqual([
      'URDDAS_GRAPH_TOKEN: is a person’s token for npm run provision: take it out of the environment',
    ]);
  });

  it('are not asked for in the variables of npm start', async () => {
    await readServiceSettings({
      URDDAS_SETTINGS: await fileWith(settings),
      URDDAS_STATE_DIR: folder,
      URDDAS_VERBOSE: '1',
    });
  });

  it('that are missing are each called so', async () => {
    const { serviceMailbox: _, ...rest } = settings;
    const lists = { ...settings.site.lists, intake: undefined };
    const file = await fileWith({ ...rest, site: { ...settings.site, lists } });
    expect((await problems({ URDDAS_SETTINGS: file })).toSorted()).toEqual([
      'serviceMailbox: is missing; expected: an e-mail address',
      'site.lists.intake: is missing; expected: a text that is not empty',
    ]);
  });

  it('take the key of the certificate from the environment, and from no file', async () => {
    const key = 'PRIVATE-KEY-TEXT';
    const { certificateKeyFile: _, ...rest } = settings;
    const read = await readServiceSettings({ URDDAS_SETTINGS: await fileWith(rest), URDDAS_CERTIFICATE_KEY: key });
    expect(read).toMatchObject({ certificateKey: key, certificateKeyFile: null });
    const found = await problems({ URDDAS_SETTINGS: await fileWith({ ...settings, certificateKey: key }) });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('certificateKey');
    expect(found[0]).not.toContain(key);
    expect(await problems({ URDDAS_SETTINGS: await fileWith(rest) })).toHaveLength(1);
  });

  it('take a managed identity instead of a certificate, and not both, half of one, or neither', async () => {
    const { certificateKeyFile, certificateThumbprint, ...rest } = settings;
    const managed = { ...rest, managedIdentityClientId: id };
    const read = await readServiceSettings({ URDDAS_SETTINGS: await fileWith(managed) });
    expect(read).toMatchObject({ managedIdentityClientId: id, certificateThumbprint: null, certificateKeyFile: null });
    const found = async (content: object) => problems({ URDDAS_SETTINGS: await fileWith(content) });
    const both = ['managedIdentityClientId: is set, and a certificate too; leave one of them out'];
    expect(await found({ ...managed, certificateKeyFile, certificateThumbprint })).toEqual(both);
    expect(await found({ ...managed, certificateThumbprint })).toEqual(both);
    expect(await problems({ URDDAS_SETTINGS: await fileWith(managed), URDDAS_CERTIFICATE_KEY: 'KEY' })).toEqual(both);
    expect(await found(rest)).toEqual([
      'managedIdentityClientId: missing, and so is a certificate (certificateThumbprint and its key)',
    ]);
    expect(await found({ ...rest, certificateKeyFile })).toEqual(['certificateThumbprint: is missing']);
    expect(await found({ ...rest, managedIdentityClientId: 'mine' })).toEqual([
      'managedIdentityClientId: has another form than it should have; expected: an id as Entra shows it, 32 hexadecimal digits in five groups, or null',
    ]);
  });

  it('say of every setting what it should be', () => {
    for (const { path } of variablesOf(serviceSettingsSchema).values()) {
      expect([path, wantedForm(serviceSettingsSchema, path)]).toEqual([
        path,
        expect.stringMatching(/^(an?|one|true) /),
      ]);
    }
  });

  it.each([
    [
      { bot: { ...settings.bot, id: '7c0ffee0-aaaa-4bbb-8ccc-0123456789ac' } },
      'bot.id: is another id than clientId; expected: the same, because the bot signs in as the app',
    ],
    [{ port: 70_000 }, 'port: is too large; expected: a whole number from 0 to 65535'],
    [
      { logLevel: 'loud' },
      'logLevel: is none of the values that can be chosen; expected: one of debug, info, warn, error, silent',
    ],
    [
      { origin: 'https://urddas.example/path' },
      'origin: has another form than it should have; expected: an address without a path and without a slash at the end, with https:// in front',
    ],
    [
      { readers: { default: [id], hr: 'all' } },
      'readers.hr: is no list; expected: a list, each of it an id as Entra shows it, 32 hexadecimal digits in five groups',
    ],
    [{ tenant: { ordersRows: 'no' } }, 'tenant.ordersRows: is neither true nor false; expected: true or false'],
    [
      { origin: 'urddas' },
      'origin: is no address; expected: an address without a path and without a slash at the end, with https:// in front',
    ],
    [{ graphBaseUrl: 'graph' }, 'graphBaseUrl: is no address; expected: an address with https:// in front'],
  ])('say what is wrong, and what is expected: %j', async (over, line) => {
    expect(await problems({ URDDAS_SETTINGS: await fileWith({ ...settings, ...over }) })).toEqual([line]);
  });

  it.each([
    ['is not there', () => Promise.resolve('/nowhere/settings.json')],
    ['is not JSON', () => fileWith('{')],
  ])('say so where the file %s', async (_, file) => {
    expect((await problems({ URDDAS_SETTINGS: await file() }))[0]).toContain('URDDAS_SETTINGS');
  });
});
