import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { PluginOption, Rollup } from 'vite';

const fileName = 'tab-worker.js';
const source = resolve(import.meta.dirname, '../tab-worker.ts');

/** Builds the tab's service worker beside the pages, with the names of everything the tab may ever load. COM-3e-7 */
export function tabWorkerFile(): PluginOption {
  return {
    name: 'urddas-tab-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName });
    },
    generateBundle(_options, bundle) {
      const worker = bundle[fileName];
      const entry = Object.values(bundle).find(
        (each): each is Rollup.OutputChunk => each.type === 'chunk' && each.isEntry && each.name === 'tab',
      );
      if (worker?.type !== 'chunk' || !entry) throw new Error('The build made no tab, or no worker for it.');
      if (worker.imports.length > 0) throw new Error('The worker must stand in one file.');
      const files = [...reachedFrom(entry.fileName, bundle)].map((name) => `/${name}`);
      const version = createHash('sha256').update(files.join()).update(worker.code).digest('hex').slice(0, 16);
      worker.code = worker.code.replace('__TAB_FILES__', files.join(',')).replace('__TAB_VERSION__', version);
    },
  };
}

/** The chunk, whatever it imports now or later, and their styles; the chunk itself first. */
function reachedFrom(first: string, bundle: Rollup.OutputBundle): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string) => {
    const file = bundle[name];
    if (reached.has(name) || !file) return;
    reached.add(name);
    if (file.type !== 'chunk') return;
    // What is built apart (`sharedSignIn`) is named by its address.
    for (const next of [...file.imports, ...file.dynamicImports]) visit(next.replace(/^\//, ''));
    const { importedCss, importedAssets } = file.viteMetadata ?? {};
    for (const asset of [...(importedCss ?? []), ...(importedAssets ?? [])]) visit(asset);
  };
  visit(first);
  return reached;
}
