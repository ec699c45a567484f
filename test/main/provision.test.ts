import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sitePlan } from '../../src/m365/provisioning/site-plan.ts';
import { type Arguments, readArguments } from '../../src/main/provision/read-arguments.ts';
import { readRequest } from '../../src/main/provision/read-request.ts';
import { EmptySite } from '../m365/provisioning/support/empty-site.ts';
import { codeRegistration, enterCode } from '../m365/provisioning/support/enter-code.ts';
import { snapshotOf } from '../m365/provisioning/support/snapshot.ts';
import { start, tokensOf, writeRequest } from './support/provision-run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run provision', { timeout: 60_000 }, () => {
  let site: EmptySite;
  let file: string;
  let environment: Record<string, string>;
  const out = () => join(folder, 'site.json');
  const words = (command: string) => [command, '--request', file, '--stand-in', site.origin];
  const run = (command: string, ...more: string[]) => start([...words(command), ...more], environment).ended;
  beforeEach(async () => {
    site = await EmptySite.start();
    await site.makeSite('urddas', { administrators: ['administrator'] });
    file = await writeRequest(folder, site);
    environment = await tokensOf(site, 'administrator');
    return () => site.close();
  });

  it('plans, makes, and then has nothing to do', async () => {
    const planned = await run('plan');
    expect(planned.code).toBe(2);
    expect(planned.err).toBe('');
    for (const { name } of sitePlan.lists)
      expect(planned.out).toContain(`make    list ${name}: make it, with its columns`);
    expect(planned.out.at(-1)).toMatch(/^\d+ to make, \d+ to change, 0 for you to do by hand$/);

    const applied = await run('apply', '--out', out());
    expect([applied.code, applied.err]).toEqual([0, '']);
    // The very lines that were planned, in their order.
    const isWork = (line: string) => /^(make|change) {2,}/.test(line);
    expect(applied.out.filter(isWork)).toEqual(planned.out.filter(isWork));
    expect(applied.out.at(-1)).toBe('0 to make, 0 to change, 0 for you to do by hand');
    const ids = JSON.parse(await readFile(out(), 'utf8'));
    expect(ids.id).toBe(await site.id());

    const again = await run('plan');
    expect(again.code).toBe(0);
    expect(again.out.filter(isWork)).toEqual([]);
    expect(again.out.join('\n')).toContain('unseen  sharing with people outside must be off');
  });

  it('is killed in the middle, and goes on the next time', async () => {
    for (const place of ['list Incidents: make it', 'list Audit: has rights of its own', 'list AuditHR: view']) {
      const running = start(words('apply'), environment);
      await running.line(place);
      running.child.kill('SIGKILL');
      expect((await running.ended).code).toBeNull();
    }
    const last = await run('apply');
    expect(last.code).toBe(0);
    expect(last.out.join('\n')).not.toContain('list Incidents: make it');
    expect((await run('plan')).code).toBe(0);

    const other = await EmptySite.start();
    await other.makeSite('urddas', { administrators: ['administrator'] });
    const otherFile = await writeRequest(folder, other);
    const tokens = await tokensOf(other, 'administrator');
    await start(['apply', '--request', otherFile, '--stand-in', other.origin], tokens).ended;
    expect(await snapshotOf(site)).toEqual(await snapshotOf(other));
    await other.close();
  });

  it('loses the network in the middle: says what is done and what to do, and goes on the next time', async () => {
    await site.fault({ match: { part: 'sharepoint', method: 'POST' }, skip: 12, effect: { kind: 'drop' } });
    const { code, out: said, err } = await run('apply');
    expect(code).toBe(1);
    expect(said.filter((line) => line.startsWith('make') || line.startsWith('change')).length).toBeGreaterThan(10);
    expect(err).toMatch(
      /^list \w+: .*: not done\. No answer came\. Look at the network\. \(POST _api.*\) Run apply again: it goes on from here\.\n$/,
    );
    expect((await run('apply')).code).toBe(0);
  });

  it('waits as long as it is asked to, and says so', async () => {
    await site.fault({
      match: { part: 'sharepoint', method: 'GET' },
      effect: { kind: 'status', status: 429, retryAfter: 1 },
    });
    const { code, out: said } = await run('plan');
    expect([code, said[0]]).toEqual([2, 'Microsoft 365 asks to wait 1 s']);
  });

  it('leaves to a person what would take a right away', async () => {
    await run('apply');
    await site.give('Audit', 'switchboard', 'Read');
    const { code, out: said } = await run('apply');
    expect(code).toBe(2);
    expect(said.find((line) => line.startsWith('by hand'))).toMatch(
      /^by hand list Audit: "Urddas Switchboard" holds "Read"/,
    );
    expect(said.at(-1)).toBe('0 to make, 0 to change, 1 for you to do by hand');
  });

  it.each([
    ['somebody who is no administrator of the site', 'security', {}, /^You (are no administrator|may not open)/],
    ['a site that is not there', 'administrator', { siteName: 'nowhere' }, /^There is no site at .*\/sites\/nowhere\./],
  ])('refuses %s in one sentence', async (_who, persona, over, sentence) => {
    await writeRequest(folder, site, over);
    environment = await tokensOf(site, persona);
    const { code, out: said, err } = await run('apply');
    expect([code, said]).toEqual([1, []]);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('lets an administrator sign in by a code', async () => {
    const clientId = randomUUID();
    await site.control.registerApp(clientId, codeRegistration);
    await writeRequest(folder, site, { signIn: { clientId } });
    const running = start(words('plan'));
    await enterCode(await running.line('enter the code'), 'administrator');
    expect(await running.ended).toMatchObject({ code: 2, err: '' });
  });

  describe('by a certificate, where nobody may sign in by a code', () => {
    const clientId = randomUUID();
    const keys = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const thumbprint = randomBytes(32).toString('hex');
    const keyFile = () => join(folder, 'key.pem');
    const register = (applicationRoles: string[]) =>
      site.control.registerApp(clientId, {
        name: 'Making sites ready',
        certificates: [{ thumbprintSha256: thumbprint, publicKeyPem: keys.publicKey }],
        applicationRoles,
        // Consented to apart, on each of the two.
        sharePointRoles: applicationRoles,
      } as never);
    const signingIn = async (certificate: { keyFile: string; thumbprint: string }) => {
      environment = {};
      await writeRequest(folder, site, { signIn: { clientId, certificate } });
    };
    beforeEach(() => writeFile(keyFile(), keys.privateKey));

    it('makes the site, and is left in none of its lists', async () => {
      await register(['Sites.FullControl.All']);
      await signingIn({ keyFile: keyFile(), thumbprint: thumbprint.toUpperCase() });
      expect(await run('apply')).toMatchObject({ code: 0, err: '' });
      const { code, out: said } = await run('plan');
      expect(code).toBe(0);
      expect(said.at(-1)).toBe('0 to make, 0 to change, 0 for you to do by hand');
      // What a person who administers the site sees is the same: nothing is left over.
      environment = await tokensOf(site, 'administrator');
      expect((await run('plan')).code).toBe(0);
    });

    it('is told when the registration does not know the certificate', async () => {
      await register(['Sites.FullControl.All']);
      await signingIn({ keyFile: keyFile(), thumbprint: 'ab'.repeat(32) });
      const { code, err } = await run('plan');
      expect(code).toBe(1);
      expect(err).toMatch(/^The site could not be read\. The sign-in was refused\. Look at signIn in the request/);
    });

    it('is told when the registration lacks the permission', async () => {
      await register(['User.Read.All']);
      await signingIn({ keyFile: keyFile(), thumbprint });
      const { code, err } = await run('plan');
      expect(code).toBe(1);
      expect(err).toContain('Where a certificate signs in, have the application permissions of docs/provisioning.md');
    });

    it.each([
      ['is not there', null, /cannot be read: .*key\.pem\.\n$/],
      ['holds something else', 'not a key', /key\.pem holds no private key in PEM/],
    ])('is told when the key’s file %s', async (_what, text, sentence) => {
      if (text === null) await rm(keyFile());
      else await writeFile(keyFile(), text);
      await signingIn({ keyFile: keyFile(), thumbprint });
      const { code, err } = await run('plan');
      expect(code).toBe(1);
      expect(err).toMatch(sentence);
    });
  });

  it('keeps the ids before your eyes when they cannot be written', async () => {
    const { code, out: said, err } = await run('apply', '--out', join(folder, 'nowhere', 'site.json'));
    expect(code).toBe(1);
    expect(said.join('\n')).toContain(await site.id());
    expect(err).toMatch(/site\.json cannot be written .* The ids above belong in it\.\n$/);
  });

  it.each([
    [['plan'], /^Say which request: --request FILE\.\n\nnpm run provision -- plan/],
    [['plan', '--request', 'nowhere.json'], /^nowhere\.json cannot be read: there is no such file\.\n$/],
    [
      ['plan', '--request', 'docs/provision-example.json'],
      /cannot be used:\n {2}hostname still holds the example’s name\n/,
    ],
  ])('says in plain words what is wrong with %j', async (given, sentence) => {
    const { code, out: said, err } = await start(given).ended;
    expect([code, said]).toEqual([1, []]);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n +at /);
  });
});

describe('The command line', () => {
  it('is read', () => {
    const expected: Arguments = {
      command: 'apply',
      requestFile: 'a.json',
      out: 'b.json',
      standIn: 'http://localhost:3000',
    };
    const words = ['apply', '--request', 'a.json', '--out', 'b.json', '--stand-in', 'http://localhost:3000/'];
    expect(readArguments(words)).toEqual(expected);
    expect(readArguments(['plan', '--request', 'a.json'])).toEqual({
      command: 'plan',
      requestFile: 'a.json',
      out: null,
      standIn: null,
    });
    expect(readArguments(['--help'])).toBe('help');
  });

  it.each([
    [[], 'Say plan or apply.'],
    [['aply', '--request', 'a.json'], '"aply" is neither plan nor apply.'],
    [['plan', 'apply', '--request', 'a.json'], '"apply" is one word too many.'],
    [['plan', '--request', 'a.json', '--out', 'b.json'], '--out is for apply'],
    [['apply', '--request', 'a.json', '--out', ''], 'Say which file: --out FILE.'],
    [['plan', '--requst', 'a.json'], "Unknown option '--requst'."],
    [['plan', '--request'], "Option '--request <value>' argument missing."],
    [['plan', '--request', 'a.json', '--stand-in', 'localhost:3000'], '--stand-in must be an address like'],
  ])('that cannot be meant is refused: %j', (words, sentence) => {
    expect(() => readArguments(words)).toThrow(sentence);
  });
});

describe('The request', () => {
  const secret = 'do-not-say-this';
  const problemsOf = async (text: string): Promise<string> => {
    const file = join(folder, 'broken.json');
    await writeFile(file, text);
    return readRequest(file, false).then(
      () => '',
      (error: unknown) => String(error),
    );
  };

  it('that is broken is told of by its fields, and by no value', async () => {
    const said = await problemsOf(
      JSON.stringify({
        hostname: 5,
        siteName: secret,
        tenantId: secret,
        groups: { security: randomUUID(), hr: secret, board: secret },
        app: [],
        [`${secret}s`.slice(0, 3)]: secret,
      }),
    );
    expect(said).toContain('\n  hostname must be a text\n  tenantId must be an id, as Entra shows it');
    expect(said).toContain('\n  groups.switchboard is missing');
    expect(said).toContain('\n  groups.board is not known here: is it spelled right?');
    expect(said).toContain('\n  configuration is missing');
    expect(said).not.toContain(secret);
  });

  it.each(['', 'nonsense', '{"hostname": '])('that is no JSON (%j) is said to be none', async (text) => {
    expect(await problemsOf(text)).toMatch(/broken\.json cannot be used:\n {2}the file is no JSON$/);
  });

  it.each(['security', 'auditors', 'switchboard', 'administrators'])(
    'that names one group for hr and for %s is refused: it would open the boundary between them (COM-3f-1)',
    async (other) => {
      const text = JSON.parse(await readFile('docs/provision-example.json', 'utf8'));
      const groups: Record<string, string> = {};
      for (const name of Object.keys(text.groups)) groups[name] = randomUUID();
      groups[other] = groups.hr ?? '';
      expect(await problemsOf(JSON.stringify({ ...text, groups }))).toContain(
        'groups must name a group of its own for hr',
      );
    },
  );
});
