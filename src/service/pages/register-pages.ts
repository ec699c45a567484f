import type { Context, Hono } from 'hono';
import type { ClientSettings } from '../../application/client-settings.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import type { ServiceSettings } from '../settings.ts';
import type { BuiltFile } from './built-files.ts';
import { buildPage, type Page, pageLanguage } from './page.ts';
import { commonHeaders, pageHeaders } from './security-headers.ts';

export interface PageSources {
  settings: ServiceSettings;
  files: Map<string, BuiltFile>;
  /** As the Config list stands now. */
  clientSettings: () => ClientSettings;
}

/** The pages, each in both languages where the build has made them, with the settings in the page. */
export function registerPages(app: Hono, sources: PageSources): void {
  const { settings, files } = sources;
  const pages = new Map<string, { from: ClientSettings; page: Page }>();

  function pageFor(path: string): Page | null {
    const built = files.get(path);
    if (!built) return null;
    const current = sources.clientSettings();
    const kept = pages.get(path);
    if (kept && kept.from === current) return kept.page;
    const page = buildPage(path, built.content.toString('utf8'), current);
    pages.set(path, { from: current, page });
    return page;
  }

  for (const name of ['pane', 'tab', 'sign-in']) {
    app.get(`/${name}.html`, async (c) => {
      const url = new URL(c.req.url);
      const language: Language = pageLanguage(url.searchParams, {
        cookie: c.req.header('cookie'),
        acceptLanguage: c.req.header('accept-language'),
      });
      const page = pageFor(`/${name}.${language}.html`) ?? pageFor(`/${name}.html`);
      if (!page) return c.notFound();
      const headers = { ...pageHeaders(settings, page.scriptHashes), 'content-language': language };
      // Always asked again, so that new settings and a new build are seen at once; unchanged costs a 304.
      return send(c, page.file, {
        ...headers,
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding, Accept-Language, Cookie',
      });
    });
  }

  app.get('*', async (c, next) => {
    const file = files.get(c.req.path);
    if (!file || c.req.path.endsWith('.html')) return next();
    const cacheControl = file.isImmutable ? 'public, max-age=31536000, immutable' : changing(c.req.path);
    // The pane's scripts run inside other origins' frames, but are fetched from ours; fonts and images may be shared.
    return send(c, file, { ...commonHeaders(settings), 'cache-control': cacheControl, vary: 'Accept-Encoding' });
  });
}

/** A worker decides what a page is made of: it is asked for again each time. */
function changing(path: string): string {
  return path === '/tab-worker.js' ? 'no-cache' : 'public, max-age=3600';
}

async function send(c: Context, file: BuiltFile, headers: Record<string, string>): Promise<Response> {
  const common = { ...headers, etag: file.etag };
  if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers: common });
  const { encoding, bytes } = await file.encoded(c.req.header('accept-encoding') ?? '');
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...common,
      'content-type': file.type,
      'content-length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  });
}
