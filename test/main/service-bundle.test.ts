import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../e2e/support/until.ts';
import { freePort } from '../service/support/free-port.ts';
import { incidents } from '../service/support/look.ts';
import { type Product, startProduct } from '../service/support/product.ts';
import { addReport, personOf, reportOf } from '../service/support/reporter.ts';
import { billOfMaterials, packagesOf, pageModules } from './support/bill-of-materials.ts';

/** What a container runs: the built script in a folder where nothing else is. */
describe('The service in one file', () => {
  let folder: string;
  let product: Product;
  let child: ChildProcess;
  let origin: string;
  let printed = '';
  let modules: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'urddas-service-'));
    const built = await build({ mode: 'service', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
    modules = (built as Rollup.RollupOutput).output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
    product = await startProduct();
    const port = await freePort();
    origin = `http://localhost:${port}`;
    const settings = {
      ...product.settings,
      origin,
      port,
      webhookOrigin: null,
      pollSeconds: 1,
      certificateKey: undefined,
    };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    child = spawn(process.execPath, ['service.mjs'], {
      cwd: folder,
      env: { PATH: process.env.PATH, URDDAS_SETTINGS: 'settings.json', NODE_ENV: 'production' },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  }, 120_000);
  afterAll(async () => {
    child?.kill('SIGKILL');
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('needs nothing beside it, becomes ready, takes a report, and ends when asked', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(['service.mjs', 'settings.json']);
    const isReady = () =>
      fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(`it is ready; it says ${printed}`, isReady, 60_000, 200);
    expect((await fetch(`${origin}/tab.html`)).status).toBe(200);
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    await addReport(product, 'reporter', report);
    await until(
      'the report is dealt with',
      async () => (await incidents(product)).some(({ item }) => item.fields.WorkState === 'done'),
      60_000,
      200,
    );
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    expect(await ended, printed).toBe(0);
  }, 180_000);

  it('and the pages are made of nothing that the bill of materials does not name with its version and licence', async () => {
    const components = await billOfMaterials(join(folder, 'sbom.cdx.json'));
    const named = new Set(components.map(({ name }) => name));
    const used = packagesOf([...modules, ...(await pageModules('dist/client'))]);
    expect(used).toEqual(expect.arrayContaining(['@azure/msal-node', '@azure/msal-browser', 'preact', 'hono']));
    expect(used.filter((name) => !named.has(name))).toEqual([]);
    for (const { name, version, licences } of components) {
      expect(version, name).toMatch(/^\d/);
      expect(licences, name).not.toEqual([]);
    }
  });
});
