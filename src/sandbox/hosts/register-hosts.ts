import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Next } from 'hono';
import type { SandboxApp, SandboxContext } from '../http.ts';

const builtPages = fileURLToPath(new URL('../../../dist/sandbox', import.meta.url));

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const notBuilt = `<!doctype html>
<html lang="en">
<title>Not built yet</title>
<h1>This page has not been built</h1>
<p>Run <code>npx vite build --mode sandbox</code> once (<code>npm start</code> does it by itself), then load it again.</p>
</html>
`;

/**
 * Serves the host pages: `/outlook`, `/teams`, `/sharepoint`, and what they load under `/hosts/`.
 * `directory` is where Vite put them.
 */
export function registerHosts(app: SandboxApp, directory: string = builtPages): void {
  const root = resolve(directory);

  const serve = async (name: string, cacheControl: string): Promise<Response | null> => {
    const file = resolve(root, name);
    if (!file.startsWith(root + sep)) return null;
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return null;
    const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
    return new Response(bytes, { headers: { 'Content-Type': contentType, 'Cache-Control': cacheControl } });
  };

  for (const page of ['outlook', 'teams', 'sharepoint']) {
    app.get(`/${page}`, async (c) => (await serve(`${page}.html`, 'no-cache')) ?? c.html(notBuilt, 503));
  }
  // Addresses as SharePoint has them: a site, a list of it, a library of it. Its REST interface is not for people.
  const toSharePoint = (c: SandboxContext, next: Next) => {
    const [site = '', first = '', second] = c.req.path.split('/').slice(2).map(decodeURIComponent);
    if (first === '_api') return next();
    const query = new URL(c.req.url).searchParams;
    query.set('site', site);
    const list = first.toLowerCase() === 'lists' ? second : first;
    if (list) query.set('list', list);
    return c.redirect(`/sharepoint?${query}`);
  };
  app.get('/sites/:site', toSharePoint);
  app.get('/sites/:site/*', toSharePoint);

  app.get('/hosts/*', async (c) => {
    const name = decodeURIComponent(c.req.path.slice('/hosts/'.length));
    const cacheControl = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return (await serve(name, cacheControl)) ?? c.text('There is no such file.', 404);
  });
}
