import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationProblemCodes, UnusableConfiguration } from '../../../src/application/configuration-problem.ts';
import { whyNotStarted } from '../../../src/main/why-not-started.ts';
import { itemsOf } from '../support/look.ts';
import { type Product, startProduct } from '../support/product.ts';

describe('A service that does not start', () => {
  let product: Product;
  let folder: string;

  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null });
    folder = await mkdtemp(join(tmpdir(), 'not-started-'));
  });
  afterAll(async () => {
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Puts a value into a row of Config as an administrator may in SharePoint. */
  async function setRow(key: string, change: (value: never) => unknown) {
    const { site, clientId: app, graphBaseUrl } = product.settings;
    const row = (await itemsOf(product, site.lists.config)).find(({ fields }) => fields.Key === key);
    const access = await product.token({ persona: 'administrator', app, scopes: ['Sites.Selected'] });
    const path = `/sites/${encodeURIComponent(site.id)}/lists/${site.lists.config}/items/${row?.id}/fields`;
    const Value = JSON.stringify(change(JSON.parse(String(row?.fields.Value)) as never));
    const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
    const response = await fetch(graphBaseUrl + path, { method: 'PATCH', headers, body: JSON.stringify({ Value }) });
    expect(response.status).toBe(200);
  }

  async function start(over: object = {}): Promise<{ code: number | null; said: string; logged: string }> {
    const { certificateKey: _, ...settings } = product.settings;
    const file = join(folder, 'settings.json');
    await writeFile(file, JSON.stringify({ ...settings, port: 0, ...over }));
    const environment = { PATH: process.env.PATH, URDDAS_SETTINGS: file };
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/service.ts'], { env: environment });
    let [said, logged] = ['', ''];
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.stdout.on('data', (chunk) => (logged += String(chunk)));
    const code = await new Promise<number | null>((done) => child.once('close', done));
    return { code, said, logged };
  }

  it('because of its settings says one line a fault: the path, what is wrong, and what is expected', async () => {
    const { code, said, logged } = await start({ serviceMailbox: 'Somebody Secret', tenantId: 'x', pollSeconds: 0 });
    expect(code).toBe(1);
    expect(said.trimEnd().split('\n').toSorted()).toEqual([
      "The service's settings are not usable:",
      'pollSeconds: is too small; expected: a whole number of 1 or more',
      'serviceMailbox: is no e-mail address; expected: an e-mail address',
      'tenantId: has another form than it should have; expected: an id as Entra shows it, 32 hexadecimal digits in five groups',
    ]);
    expect(logged).toBe('');
  });

  it('because of the Config list says the same of its rows, and the log stays one JSON object a line', async () => {
    await setRow('recipients', (value: Record<string, object>) => ({
      ...value,
      itSecurity: { ...value.itSecurity, address: 'Somebody Secret' },
      security: undefined,
      'somebody@secret.example': { address: 'a@glanrafon.example', language: null },
    }));
    await setRow('hours', (value: object) => ({ ...value, opensAt: 'Somebody Secret' }));
    await setRow('deadlines', (value: object) => ({ ...value, managerDutyMinutes: 4000 }));
    const { code, said, logged } = await start();
    expect(code).toBe(1);
    const [first, ...lines] = said.trimEnd().split('\n');
    expect(first).toBe('The Config list is not usable (docs/runbook.md says how to mend it):');
    expect(lines.map((line) => line.replace(/one of (\w+, )+\w+/, 'one of …')).toSorted()).toEqual([
      '  deadlines.managerDutyMinutes is too small or too large. Expected: a whole number from 5 to 480.',
      '  hours.opensAt is not a time such as 08:30. Expected: hours and minutes from 00:00 to 23:59.',
      '  recipients.itSecurity.address is not an e-mail address. Expected: an e-mail address.',
      '  recipients.security is missing. Expected: an object with address, language.',
      '  recipients.… is none of the values that can be chosen. Expected: one of ….',
    ]);
    expect(said).not.toMatch(/secret/i);
    for (const line of logged.trimEnd().split('\n')) JSON.parse(line);
  });

  it('has a whole sentence for everything that can be wrong with the Config list', () => {
    for (const code of configurationProblemCodes) {
      const [, line] = whyNotStarted(new UnusableConfiguration([{ field: 'sites.0.phone', code }])).split('\n');
      expect(line).toMatch(/^ {2}sites\.0\.phone \S.+[.?] Expected: .+\.$/);
    }
  });
});
