import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { panePages } from './src/main/build/pane-pages.ts';
import { pureModules } from './src/main/build/pure-modules.ts';
import { sharedSignIn } from './src/main/build/shared-sign-in.ts';
import { tabWorkerFile } from './src/main/build/tab-worker-file.ts';

/** The pane has a build of its own: see `panePages`. */
const productPages: Record<string, string> = { tab: 'src/main/tab.html', 'sign-in': 'src/main/sign-in.html' };
const hostPages: Record<string, string> = {
  outlook: 'src/sandbox/hosts/outlook.html',
  teams: 'src/sandbox/hosts/teams.html',
  sharepoint: 'src/sandbox/hosts/sharepoint.html',
  office: 'src/sandbox/hosts/office/office-script.ts',
};

/** The service in one file, with all it needs: what a container holds beside the pages. */
const service: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/main/service.ts',
    outDir: 'dist/service',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'service.mjs' } },
  },
};

const wholeSystem = 'test/e2e/**/*.test.ts';

/**
 * Four builds from one file: the product's pages (default), the service (`--mode service`), the sandbox's host pages
 * (`--mode sandbox`), and the tests (vitest reads `test`).
 */
export default defineConfig(({ mode }) => {
  if (mode === 'service') return service;
  const isSandbox = mode === 'sandbox';
  return {
    root: isSandbox ? 'src/sandbox/hosts' : 'src/main',
    base: isSandbox ? '/hosts/' : '/',
    publicDir: isSandbox ? false : '../../assets',
    plugins: [react(), ...(isSandbox ? [] : [sharedSignIn({ isMadeHere: true }), panePages(), tabWorkerFile()])],
    build: {
      outDir: isSandbox ? '../../../dist/sandbox' : '../../dist/client',
      emptyOutDir: true,
      target: 'es2022',
      // Made for whoever looks into a fault, named by no page, and not served.
      sourcemap: isSandbox ? false : 'hidden',
      rolldownOptions: {
        input: isSandbox ? hostPages : productPages,
        treeshake: pureModules,
        // The stand-in's Office script is fetched by its name, from pages that are not of this build.
        output: { entryFileNames: ({ name }) => (name === 'office' ? 'office.js' : 'assets/[name]-[hash].js') },
      },
    },
    test: {
      root: '.',
      environment: 'node',
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // What a page is about to show is waited for; a page that shows it at once is not slower for it.
      expect: { poll: { timeout: 15_000 } },
      pool: 'forks',
      maxWorkers: 2,
      projects: [
        {
          extends: true,
          test: {
            name: 'parts',
            include: ['test/**/*.test.ts'],
            exclude: [...configDefaults.exclude, wholeSystem],
            // A browser on a shared machine can start late; a test that passes only the second time is listed as such.
            retry: process.env.CI ? 1 : 0,
          },
        },
        // The tests of one file share one running tenant, in which a second try finds what the first has left.
        { extends: true, test: { name: 'whole system', include: [wholeSystem], retry: 0 } },
      ],
    },
  };
});
