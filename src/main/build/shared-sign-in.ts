import { resolve } from 'node:path';
import { build, type PluginOption, type Rollup } from 'vite';

const source = resolve(import.meta.dirname, '../../m365/auth/msal.ts');

/**
 * msal is the largest part of either page and the same in both, which have builds of their own. So it is built once, and each page
 * fetches the one file. The page of the sign-in window needs a small part of msal only, and has that part alone.
 */
export function sharedSignIn({ isMadeHere }: { isMadeHere: boolean }): PluginOption {
  return {
    name: 'urddas-shared-sign-in',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!importer || resolve(importer, '..', id) !== source) return null;
      return { id: `/${(await builtSignIn()).fileName}`, external: 'absolute' };
    },
    async generateBundle() {
      if (!isMadeHere) return;
      const { fileName, code, map } = await builtSignIn();
      this.emitFile({ type: 'asset', fileName, source: code });
      if (map) this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: map.toString() });
    },
  };
}

let building: Promise<Rollup.OutputChunk> | null = null;

/** The file's name is made of what is in it: every build of the same sources finds the same. */
function builtSignIn(): Promise<Rollup.OutputChunk> {
  building ??= buildSignIn();
  return building;
}

async function buildSignIn(): Promise<Rollup.OutputChunk> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      sourcemap: 'hidden',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { msal: source },
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: 'assets/[name]-[hash].js' },
        checks: { pluginTimings: false },
      },
    },
  });
  const [chunk] = ([made].flat() as Rollup.RolldownOutput[]).flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('The build made no sign-in.');
  return chunk;
}
