import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationRoles, sharePointRoles } from '../../src/m365/auth/application-roles.ts';
import { chatScopes, paneScopes, tabScopes } from '../../src/m365/auth/scopes.ts';
import { serviceSettingsSchema } from '../../src/service/settings.ts';
import { declarations, parseBicep, propertiesOf } from './bicep.ts';

const text = (file: string) => readFileSync(file, 'utf8');
const source = [text('src/service/app.ts'), text('src/service/bot/register-bot.ts')].join('\n');
const containerfile = text('Containerfile');

describe('What Azure is told to build', () => {
  it.each(['infra/foundation.bicep', 'infra/service.bicep', 'infra/service.bicepparam'])(
    '%s can be read',
    async (file) => {
      expect((await parseBicep(file)).namedChildCount).toBeGreaterThan(5);
    },
  );

  it('is not read past a fault', async () => {
    const broken = text('infra/service.bicep').replace('ingress: {', 'ingress: [');
    await expect(parseBicep('infra/service.bicep', broken)).rejects.toThrow(/service\.bicep:\d+/);
  });

  it('gives the service every setting that has no default, and none that there is not', async () => {
    const given = propertiesOf(declarations(await parseBicep('infra/service.bicep'), 'variable').get('settings'));
    for (const [part, properties] of [
      [serviceSettingsSchema, given],
      [serviceSettingsSchema.entries.bot, propertiesOf(given.get('bot'))],
      [serviceSettingsSchema.entries.readers, propertiesOf(given.get('readers'))],
    ] as const) {
      const entries = Object.entries(part.entries);
      const needed = entries.filter(([, entry]) => entry.type !== 'optional').map(([name]) => name);
      expect([...properties.keys()]).toEqual(expect.arrayContaining(needed));
      const known = entries.map(([name]) => name);
      expect([...properties.keys()].filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('signs in by the identity alone, and holds no secret', async () => {
    const given = propertiesOf(declarations(await parseBicep('infra/service.bicep'), 'variable').get('settings'));
    expect(given.get('managedIdentityClientId')?.text).toBe('serviceIdentity.properties.clientId');
    expect([...given.keys()].filter((name) => /certificate/i.test(name))).toEqual([]);
    expect(text('infra/foundation.bicep')).not.toMatch(/passwordCredentials|keyCredentials/);
  });

  it('registers exactly the permissions that the code asks for, and no mail of every mailbox (B-DP-3)', () => {
    const { givenByExchange = [], ...registered } = JSON.parse(text('infra/permissions.json')) as Record<
      string,
      string[]
    >;
    const asked = new Set<string>([...paneScopes, ...tabScopes, ...chatScopes]);
    expect(registered.delegated?.toSorted()).toEqual([...asked].toSorted());
    const application = registered.application ?? [];
    expect([...application, ...givenByExchange].toSorted()).toEqual([...applicationRoles].toSorted());
    // What Entra grants and what Exchange grants add up: one consent to these would open all mailboxes, whatever Exchange's scope says.
    expect(application.filter((name) => name.startsWith('Mail.'))).toEqual([]);
    expect(givenByExchange.every((name) => name.startsWith('Mail.'))).toBe(true);
    expect(registered.sharePointApplication).toEqual([...sharePointRoles]);
    const foundation = text('infra/foundation.bicep');
    for (const name of Object.keys(registered)) expect(foundation).toContain(`permissions.${name}`);
    expect(foundation).not.toContain('permissions.givenByExchange');
  });

  it('agrees with the image, and with what the service answers', async () => {
    const service = text('infra/service.bicep');
    for (const path of [...service.matchAll(/path: '(\/\w+)'/g)].map(([, path]) => path))
      expect(source).toContain(`'${path}'`);
    expect(source).toContain("'/api/messages'");
    expect(service).toMatch(/endpoint: '\$\{origin\}\/api\/messages'/);
    const given = propertiesOf(declarations(await parseBicep('infra/service.bicep'), 'variable').get('settings'));
    expect(containerfile).toContain(`EXPOSE ${given.get('port')?.text}`);
    expect(containerfile).toContain(`URDDAS_DIST_DIR=${given.get('distDir')?.text.replaceAll("'", '')}`);
    const grace = Number(/terminationGracePeriodSeconds: (\d+)/.exec(service)?.[1]);
    const stop = serviceSettingsSchema.entries.stopSeconds.default as number;
    expect(grace).toBeGreaterThan(stop + 2.5);
  });

  it('asks after the health within the bounds of Azure’s definitions, and gives a start a minute', () => {
    const probes = text('infra/service.bicep')
      .split(/type: '(?=Startup|Liveness|Readiness)/)
      .slice(1);
    expect(probes).toHaveLength(3);
    const numbers = probes.map((probe) => {
      const numberOf = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(probe)?.[1]);
      return { every: numberOf('periodSeconds'), failures: numberOf('failureThreshold') };
    });
    // https://learn.microsoft.com/azure/templates/microsoft.app/2024-03-01/containerapps#containerappprobe
    for (const { every, failures } of numbers) {
      expect(every).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 240);
      expect(failures).toSatisfy((count: number) => count >= 1 && count <= 10);
    }
    const [startup] = numbers;
    expect((startup?.every ?? 0) * (startup?.failures ?? 0)).toBeGreaterThanOrEqual(60);
  });

  it('is filled by an example that names each parameter that has to be filled, and no other', async () => {
    const parameters = declarations(await parseBicep('infra/service.bicep'), 'parameter');
    const filled = [...declarations(await parseBicep('infra/service.bicepparam'), 'variable').keys()];
    const needed = [...parameters]
      .filter(([, node]) => !/^param \w+ [^=]*=/s.test(node.text.replace(/\{[^}]*\}/, '')))
      .map(([name]) => name);
    expect(filled).toEqual(expect.arrayContaining(needed));
    expect(filled.filter((name) => !parameters.has(name))).toEqual([]);
  });

  it('hands over what the next step and the packages need', async () => {
    const outputs = declarations(await parseBicep('infra/foundation.bicep'), 'output');
    expect([...outputs.keys()]).toEqual(expect.arrayContaining(['clientId', 'origin', 'afterwards']));
  });
});
