import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { exportMetadataPackage, OfficeAddinManifest, validateManifest } from 'office-addin-manifest';
import * as v from 'valibot';
import { addressFaults } from './check-addresses.ts';
import { fillManifest } from './fill-manifest.ts';
import { outlookManifest } from './outlook-manifest.ts';
import { readValues, ValuesRefused } from './read-values.ts';

/**
 * `npm run package -- --env FILE --out DIR`: makes what an administrator uploads. `urddas-teams-<version>.zip` is the app of Teams and
 * Outlook; `urddas-outlook-<version>.xml` is for the Outlooks that do not read the unified manifest. Ends with code 1 and one line a fault
 * where a value is missing, a placeholder or unsafe; nothing is written then.
 */
const partsSchema = v.looseObject({ version: v.string(), validDomains: v.array(v.string()) });
const welshSchema = v.record(v.string(), v.string());
const iconFiles = ['icon-colour-192.png', 'icon-outline-32.png'];

function readOptions(): { env: string; out: string } {
  const usage = 'Say where the values are and where to: --env FILE --out DIR';
  try {
    const { env, out } = parseArgs({ options: { env: { type: 'string' }, out: { type: 'string' } } }).values;
    if (env && out) return { env, out };
  } catch {
    // A word that is not known: what is wanted says more than Node does.
  }
  throw new ValuesRefused([usage]);
}

async function run(): Promise<void> {
  const options = readOptions();
  const text = await readFile(options.env, 'utf8').catch(() => {
    throw new ValuesRefused([`${options.env} cannot be read: copy manifest/example.env and fill it in`]);
  });
  const values = readValues(parseEnv(text));
  const folder = import.meta.dirname;
  const filled = fillManifest(await readFile(join(folder, 'manifest.json'), 'utf8'), values);
  const manifest = v.parse(partsSchema, JSON.parse(filled));
  const welsh = await readFile(join(folder, 'cy.json'), 'utf8');
  const faults = addressFaults(manifest);
  if (faults.length > 0) throw new ValuesRefused(faults);

  const work = await mkdtemp(join(tmpdir(), 'urddas-package-'));
  try {
    const file = join(work, 'manifest.json');
    await writeFile(file, filled);
    await writeFile(join(work, 'cy.json'), welsh);
    for (const name of iconFiles) await writeFile(join(work, name), await readFile(join(folder, 'icons', name)));
    const verdict = await validateManifest(file);
    if (!verdict.isValid) {
      throw new ValuesRefused((verdict.report?.errors ?? []).map(({ content }) => `manifest.json: ${content}`));
    }
    const xml = outlookManifest(manifest, v.parse(welshSchema, JSON.parse(welsh)));
    const out = resolve(options.out);
    await mkdir(out, { recursive: true });
    // It says itself where it has put it.
    await exportMetadataPackage(join(out, `urddas-teams-${manifest.version}.zip`), file);
    const xmlFile = join(out, `urddas-outlook-${manifest.version}.xml`);
    await writeFile(xmlFile, xml);
    await OfficeAddinManifest.readManifestFile(xmlFile);
    console.log(`Add-in-only manifest saved to ${xmlFile}`);
  } finally {
    await rm(work, { recursive: true });
  }
}

run().catch((error: unknown) => {
  if (!(error instanceof ValuesRefused)) throw error;
  for (const fault of error.faults) console.error(fault);
  process.exitCode = 1;
});
