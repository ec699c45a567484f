import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoConfiguration } from '../../src/main/start/demo-configuration.ts';
import { setupApp } from '../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../src/main/start/sandbox-control.ts';
import { enterCode } from '../m365/provisioning/support/enter-code.ts';
import { itemsOf } from '../service/support/look.ts';
import { type Product, startProduct } from '../service/support/product.ts';
import { addReport, personOf, reportOf } from '../service/support/reporter.ts';

describe('npm run audit, signed in by a code', { timeout: 120_000 }, () => {
  let product: Product;
  let folder: string;
  const signIn = { clientId: randomUUID() };

  const write = async (name: string, content: object) => {
    await writeFile(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const request = (over: object = {}) => {
    const { tenantId, clientId, site } = product.settings;
    const { hostname, pathname } = new URL(site.url);
    return write('request.json', {
      ...{ hostname, siteName: pathname.split('/').at(-1), tenantId, signIn, groups: site.groups },
      ...{ app: { clientId, name: 'Urddas' }, configuration: demoConfiguration('glanrafon.example') },
      ...over,
    });
  };
  const site = (over: object = {}) => write('site.json', { ...product.settings.site, ...over });

  /** The command as somebody starts it who enters the code as this person. */
  async function audit(persona: string, ...words: string[]) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/audit.ts', ...words], {
      env: { PATH: process.env.PATH },
    });
    let [out, err, isEntered] = ['', '', false];
    child.stdout.on('data', (piece) => {
      out += String(piece);
      const sentence = out.split('\n').find((line) => / code \w+/.test(line));
      if (sentence && !isEntered) {
        isEntered = true;
        void enterCode(sentence, persona);
      }
    });
    child.stderr.on('data', (piece) => (err += String(piece)));
    const code = await new Promise<number | null>((done) => child.once('close', done));
    const lines = out.trimEnd().split('\n');
    return { code, lines: lines.filter((line) => !/ code \w+/.test(line)), err, asked: isEntered };
  }
  const words = async (...more: string[]) => [
    ...['verify', '--request', await request(), '--site', await site()],
    ...['--stand-in', product.sandbox.origin, ...more],
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    const service = await product.addReplica();
    for (const number of [1, 2]) {
      await addReport(product, 'reporter', await reportOf(await personOf(product, 'reporter'), number));
    }
    await service.work.readLists();
    await service.desk.idle();
    // What docs/permissions.md asks for, and nothing else.
    const registration = { name: 'Looking', allowsPublicClient: true, delegatedConsent: ['Sites.Read.All'] } as never;
    await new SandboxControl(product.sandbox.origin).registerApp(signIn.clientId, registration);
    await fetch(
      `${product.sandbox.origin}/sandbox/sites/${new URL(product.settings.site.url).pathname.split('/').at(-1)}`,
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ administrators: ['administrator'] }),
      },
    );
  });
  afterAll(async () => {
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });

  let entries: number;
  beforeEach(async () => {
    entries = (await itemsOf(product, product.settings.site.lists.audit)).length;
    expect(entries).toBeGreaterThan(0);
  });

  it('verifies both registers for an administrator of the site, without anything of the service’s', async () => {
    const { code, lines, err, asked } = await audit('administrator', ...(await words()));
    expect([code, lines, err, asked]).toEqual([0, [`incidents 2 entries ${entries} findings 0`], '', true]);
  });

  it('verifies one register for whoever keeps it, and one record of it', async () => {
    const ours = await audit('security', ...(await words('--register', 'default')));
    expect([ours.code, ours.lines, ours.err]).toEqual([0, [`incidents 2 entries ${entries} findings 0`], '']);
    const theirs = await audit('hr', ...(await words('--register', 'hr')));
    expect([theirs.code, theirs.lines, theirs.err]).toEqual([0, ['incidents 0 entries 0 findings 0'], '']);
  });

  it.each([
    ['security', []],
    ['security', ['--register', 'hr']],
    ['reporter', ['--register', 'default']],
  ])('says to %s with %j in a sentence what may not be read, and finds nothing wrong', async (persona, more) => {
    const { code, lines, err } = await audit(persona, ...(await words(...more)));
    expect(code).toBe(1);
    expect(lines.join()).not.toMatch(/findings|noChain|noRecord/);
    expect(err).toMatch(/^You may not read a register or its trail \(.*\)\. Security reads --register default/);
  });

  it('finds an entry that was changed', async () => {
    const items = await itemsOf(product, product.settings.site.lists.audit);
    const token = await product.token({ app: setupApp.clientId, scopes: ['.default'] });
    const { graphBaseUrl, site: at } = product.settings;
    const path = `${graphBaseUrl}/sites/${at.id}/lists/${at.lists.audit}/items/${items[0]?.id}/fields`;
    const change = async (Actor: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ Actor }) });
      expect(answer.status).toBe(200);
    };
    await change('somebody');
    const { code, lines } = await audit('security', ...(await words('--register', 'default')));
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^edited default \w+ entry 1$/);
    expect(lines.at(-1)).toBe(`incidents 2 entries ${entries} findings 1`);
    await change(String(items[0]?.fields.Actor));
  });

  it('exports nothing as a person, and refuses a file of another site before anybody signs in', async () => {
    const exported = await audit(
      'administrator',
      ...(await words()).with(0, 'export'),
      '--incident',
      'X',
      '--out',
      'y',
    );
    expect([exported.code, exported.asked]).toEqual([1, false]);
    expect(exported.err).toContain('npm run audit -- verify');
    const given = await words();
    await site({ url: 'http://localhost/sites/another' });
    const elsewhere = await audit('administrator', ...given);
    expect([elsewhere.code, elsewhere.asked]).toEqual([1, false]);
    expect(elsewhere.err).toMatch(/site\.json is of another site than the request names\.\n$/);
  });
});
