import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { validateManifest } from 'office-addin-manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillManifest } from '../../manifest/fill-manifest.ts';
import { tabScopes } from '../../src/m365/auth/scopes.ts';
import { readAppDeclaration } from '../../src/main/start/app-manifest.ts';
import { serviceSettingsSchema } from '../../src/service/settings.ts';
import { tabCy } from '../../src/words/tab.cy.ts';
import { tabEn } from '../../src/words/tab.en.ts';
import { filledManifest, values } from './values.ts';

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams/v1.22');

let text: string;
let manifest: Record<string, never>;
let welsh: Record<string, string>;

beforeAll(async () => {
  ({ text, manifest, welsh } = await filledManifest());
});

async function faultsBy(schemaFile: string, document: unknown): Promise<string[]> {
  const schema = JSON.parse(await readFile(join(schemas, schemaFile), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  );
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('The manifest', () => {
  it('is what Microsoft’s schema asks for', async () => {
    expect(await faultsBy('MicrosoftTeams.schema.json', manifest)).toEqual([]);
  });

  it('would be refused with a mistake in it, so that the check above can fail', async () => {
    const faults = await faultsBy('MicrosoftTeams.schema.json', { ...manifest, accentColor: 'red', surprise: 1 });
    expect(faults).toHaveLength(2);
  });

  it('has a Welsh file that the schema for translations accepts', async () => {
    expect(await faultsBy('MicrosoftTeams.Localization.schema.json', welsh)).toEqual([]);
  });

  it('names in Welsh only what there is in English', () => {
    for (const path of Object.keys(welsh).filter((key) => key !== '$schema')) {
      const found = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], manifest);
      expect(typeof found, path).toBe('string');
    }
  });

  describe('as a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'urddas-manifest-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('is taken by Office’s own check, without a network', async () => {
      const file = join(folder, 'manifest.json');
      await writeFile(file, JSON.stringify(manifest));
      const report = await validateManifest(file);
      expect(report.report?.errors ?? []).toEqual([]);
      expect(report.isValid).toBe(true);
    });
  });

  it('asks ahead for a token with exactly the tab’s scopes, in their order', () => {
    expect(manifest).toMatchObject({
      webApplicationInfo: {
        resource: `api://${values.APP_CLIENT_ID}`,
        nestedAppAuthInfo: [{ redirectUri: `brk-multihub://${values.APP_HOST}`, scopes: [...tabScopes] }],
      },
    });
  });

  it('gives the pane a button beside a message that is read, and a pane that stays open', () => {
    expect(manifest).toMatchObject({
      extensions: [
        {
          requirements: { scopes: ['mail'] },
          runtimes: [{ actions: [{ id: 'openPane', type: 'openPage', pinnable: true }] }],
          ribbons: [{ contexts: ['mailRead'] }],
        },
      ],
    });
  });

  it('has the tab under the id that links are made with', () => {
    const { tabEntityId } = serviceSettingsSchema.entries.bot.entries;
    expect(manifest).toMatchObject({ staticTabs: [{ entityId: tabEntityId.default, scopes: ['personal'] }] });
  });

  it('names icons of the sizes that are asked for', async () => {
    const pictures = [
      ['manifest/icons/icon-colour-192.png', 192],
      ['manifest/icons/icon-outline-32.png', 32],
      ['assets/icon-16.png', 16],
      ['assets/icon-32.png', 32],
      ['assets/icon-80.png', 80],
    ] as const;
    for (const [file, size] of pictures) {
      const bytes = await readFile(file);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], file).toEqual([size, size]);
      expect(text, file).toContain(file.split('/').at(-1));
    }
  });
});

describe('Filling the manifest', () => {
  it('leaves no mark, and keeps the text JSON whatever a value holds', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/\$\{\{/);
    expect(manifest).toMatchObject({ developer: { name: values.ORGANISATION_NAME } });
  });

  it.each(['SOMETHING_ELSE', 'toString'])('refuses the mark %s, which has no value', (name) => {
    expect(() => fillManifest(`{"a":"$\{{${name}}}"}`, values)).toThrow(RangeError);
  });
});

describe('What the stand-in tenant is told', () => {
  it('comes from the manifest, with the button in both languages', async () => {
    const declared = await readAppDeclaration(values);
    expect(declared).toEqual({
      name: 'Urddas',
      outlook: { paneUrl: `${values.APP_ORIGIN}/pane.html`, label: 'Report abuse / Adrodd am gam-drin' },
      teams: {
        teamsAppId: values.TEAMS_APP_ID,
        tabs: [{ entityId: 'urddas', name: 'Urddas', url: `${values.APP_ORIGIN}/tab.html` }],
        botId: values.BOT_ID,
      },
    });
  });

  it('calls the button what the tab calls it', async () => {
    const [en = '', cy = ''] = (await readAppDeclaration(values)).outlook.label.split(' / ');
    expect(tabEn.mine.emptyHint).toContain(`“${en}”`);
    expect(tabCy.mine.emptyHint).toContain(`“${cy}”`);
  });
});
