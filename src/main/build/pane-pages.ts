import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type PluginOption, type Rollup, runnerImport } from 'vite';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { preactInstead } from './preact-instead.ts';
import { pureModules } from './pure-modules.ts';
import { sharedSignIn } from './shared-sign-in.ts';

type Markup = typeof import('./pane-markup.tsx');
type Themes = typeof import('./theme-rules.ts');

const here = import.meta.dirname;
const languages: readonly Language[] = ['en', 'cy'];

/** Builds the pane beside the other pages, into the same folder. */
export function panePages(): PluginOption {
  const given = { root: '', outDir: '' };
  return {
    name: 'urddas-pane-pages',
    apply: 'build',
    configResolved(config) {
      given.root = config.root;
      given.outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: () => buildPane(given),
  };
}

/**
 * Builds the pane on its own, so that one script makes it usable, and rendered, so that the form is there before any
 * script. Gives `pane.html` (English), `pane.en.html` and `pane.cy.html`.
 */
export async function buildPane(given: { root: string; outDir: string; plugins?: PluginOption[] }): Promise<void> {
  await build({
    configFile: false,
    root: given.root,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: preactInstead },
    plugins: [react(), sharedSignIn({ isMadeHere: false }), renderedPages(), ...(given.plugins ?? [])],
    build: {
      outDir: given.outDir,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: 'hidden',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { pane: resolve(given.root, 'pane.html') },
        treeshake: pureModules,
        checks: { pluginTimings: false },
      },
    },
  });
}

/** Fills the built page once for each language. */
function renderedPages(): PluginOption {
  return {
    name: 'urddas-rendered-pages',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['pane.html'] as Rollup.OutputAsset | undefined;
      if (!page) throw new Error('The build made no pane.html.');
      const html = String(page.source);
      const { module: markup } = await runnerImport<Markup>(resolve(here, 'pane-markup.tsx'), {
        resolve: { alias: preactInstead, noExternal: true },
      });
      const { module: themes } = await runnerImport<Themes>(resolve(here, 'theme-rules.ts'));
      const css = await readFile(resolve(here, '../../ui/pane/pane.css'), 'utf8');
      const style = `<style>${minify(`${themes.themeRules(css)}\n${css}`)}</style>`;
      for (const language of languages) {
        const source = fillPage(html, language, style, markup.renderPane(language));
        this.emitFile({ type: 'asset', fileName: `pane.${language}.html`, source });
        if (language === 'en') page.source = source;
      }
    },
  };
}

function fillPage(html: string, language: Language, style: string, rendered: ReturnType<Markup['renderPane']>): string {
  const replacements: [string, string][] = [
    ['<html lang="en">', `<html lang="${language}">`],
    ['<title>Urddas</title>', `<title>${rendered.title}</title>`],
    ['</head>', `${style}</head>`],
    [
      '<div id="root"></div>',
      `<div id="root">${rendered.markup}</div><script type="application/json" id="words">${rendered.words}</script>`,
    ],
  ];
  return replacements.reduce((page, [from, to]) => {
    if (!page.includes(from)) throw new Error(`pane.html has no ${from}.`);
    return page.replace(from, () => to);
  }, html);
}

/** Spaces and comments only: a rule never changes. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1');
}
