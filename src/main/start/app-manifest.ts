import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { fillManifest, type ManifestValues } from '../../../manifest/fill-manifest.ts';
import { StartFailure } from './start-failure.ts';

const manifestSchema = v.object({
  id: v.string(),
  name: v.object({ short: v.string() }),
  staticTabs: v.array(v.object({ entityId: v.string(), name: v.string(), contentUrl: v.string() })),
  bots: v.tuple([v.object({ botId: v.string() })]),
  extensions: v.tuple([
    v.object({
      runtimes: v.array(
        v.object({ code: v.object({ page: v.string() }), actions: v.array(v.object({ id: v.string() })) }),
      ),
      ribbons: v.tuple([
        v.object({
          tabs: v.tuple([
            v.object({
              groups: v.tuple([
                v.object({ controls: v.tuple([v.object({ label: v.string(), actionId: v.string() })]) }),
              ]),
            }),
          ]),
        }),
      ]),
    }),
  ]),
});
const buttonLabel = 'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label';
const translationSchema = v.object({ [buttonLabel]: v.string() });

/** What an administrator's upload of the app package tells a tenant. */
export interface AppDeclaration {
  name: string;
  outlook: { paneUrl: string; label: string };
  teams: { teamsAppId: string; tabs: { entityId: string; name: string; url: string }[]; botId: string };
}

/**
 * The app as its manifest declares it, so that the stand-in tenant shows what a real one would. The stand-in's ribbon has
 * one label for everyone: it gets both languages.
 */
export async function readAppDeclaration(values: ManifestValues): Promise<AppDeclaration> {
  const manifest = v.parse(manifestSchema, JSON.parse(fillManifest(await readPart('manifest.json'), values)));
  const welsh = v.parse(translationSchema, JSON.parse(await readPart('cy.json')));
  const [extension] = manifest.extensions;
  const [button] = extension.ribbons[0].tabs[0].groups[0].controls;
  const runtime = extension.runtimes.find(({ actions }) => actions.some(({ id }) => id === button.actionId));
  if (!runtime) throw new StartFailure(`The manifest's button names "${button.actionId}", which no runtime has.`);
  return {
    name: manifest.name.short,
    outlook: { paneUrl: runtime.code.page, label: `${button.label} / ${welsh[buttonLabel]}` },
    teams: {
      teamsAppId: manifest.id,
      tabs: manifest.staticTabs.map(({ entityId, name, contentUrl }) => ({ entityId, name, url: contentUrl })),
      botId: manifest.bots[0].botId,
    },
  };
}

function readPart(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../../manifest/${name}`, import.meta.url)), 'utf8');
}
