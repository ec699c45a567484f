import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Raw {
  group?: string;
  name: string;
  version: string;
  licenses?: unknown[];
  components?: Raw[];
}

interface Component {
  /** With its scope. */
  name: string;
  version: string;
  licences: unknown[];
}

/** A package that was installed, and not what such a package has laid into itself: `node_modules/a/dist/node_modules/b` is of `a`. */
const installed = /^.*?node_modules\/(?:(?:@[^/]+\/)?[^/]+\/node_modules\/)*((?:@[^/]+\/)?[^/]+)\//;

/** Names of the packages that a list of module paths comes from. */
export function packagesOf(modules: readonly string[]): string[] {
  const names = modules.flatMap((module) => installed.exec(module.replaceAll('\\', '/'))?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

/** Every module that the built pages were made of, by their source maps. */
export async function pageModules(folder: string): Promise<string[]> {
  const maps = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.map'));
  const read = maps.map(
    async (name) => (JSON.parse(await readFile(join(folder, name), 'utf8')) as { sources: string[] }).sources,
  );
  return (await Promise.all(read)).flat();
}

/** What the bill of materials names, as `npm run sbom` writes it (CycloneDX). */
export function billOfMaterials(file: string): Promise<Component[]> {
  execFileSync('npm', ['run', '--silent', 'sbom', '--', '--output-file', file], {
    shell: process.platform === 'win32',
  });
  return readFile(file, 'utf8').then((text) => componentsOf(JSON.parse(text)));
}

function componentsOf(within: { components?: Raw[] }): Component[] {
  return (within.components ?? []).flatMap((each) => [
    {
      name: each.group ? `${each.group}/${each.name}` : each.name,
      version: each.version,
      licences: each.licenses ?? [],
    },
    ...componentsOf(each),
  ]);
}
