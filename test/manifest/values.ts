import { readFile } from 'node:fs/promises';
import { fillManifest, type ManifestValues } from '../../manifest/fill-manifest.ts';

export const values: ManifestValues = {
  TEAMS_APP_ID: '2f1d4c86-0b7e-4f55-9a57-7d1c4f7b3a10',
  OUTLOOK_ADDIN_ID: '7a8b0f5e-94c1-4e0d-8a53-6b1f2c9d4e77',
  APP_CLIENT_ID: 'c3a0b0de-51a4-4f4c-8b5b-0e6ef3e3d2a1',
  BOT_ID: 'c3a0b0de-51a4-4f4c-8b5b-0e6ef3e3d2a1',
  APP_ORIGIN: 'https://urddas.sefydliad.example',
  APP_HOST: 'urddas.sefydliad.example',
  ORGANISATION_NAME: 'Sefydliad "Ein Hamgylchedd"',
  ORGANISATION_URL: 'https://sefydliad.example/',
  PRIVACY_URL: 'https://sefydliad.example/privacy',
  TERMS_URL: 'https://sefydliad.example/terms',
};

/** The unified manifest and its Welsh file, as a package has them. */
export async function filledManifest(over: Partial<ManifestValues> = {}) {
  const text = await readFile('manifest/manifest.json', 'utf8');
  const welsh = JSON.parse(await readFile('manifest/cy.json', 'utf8')) as Record<string, string>;
  return { text, manifest: JSON.parse(fillManifest(text, { ...values, ...over })), welsh };
}
