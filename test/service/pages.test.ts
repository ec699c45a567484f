import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientSettings } from '../../src/application/client-settings.ts';
import { chooseEncoding } from '../../src/service/pages/built-files.ts';
import { toInlineJson } from '../../src/service/pages/client-settings.ts';
import { inlineScriptHashes, pageLanguage, withSettings } from '../../src/service/pages/page.ts';
import { serviceSettingsSchema } from '../../src/service/settings.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';

describe('The pages', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(service.origin + path, { headers });

  it('carry the settings and nothing secret', async () => {
    const html = await (await get('/pane.html')).text();
    const json = /id="settings">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const settings = JSON.parse(json) as ClientSettings;
    expect(settings).toMatchObject({
      clientId: product.settings.clientId,
      itSecurityMailbox: 'seiberddiogelwch@glanrafon.example',
      site: { id: product.settings.site.id },
    });
    expect(json).not.toContain(product.settings.certificateThumbprint);
    expect(json).not.toContain('certificate');
  });

  it.each([
    ['?lang=cy', {}, 'cy'],
    ['?lang=en', { 'accept-language': 'cy' }, 'en'],
    ['', { 'accept-language': 'cy-GB,en;q=0.8' }, 'cy'],
    ['', { 'accept-language': 'fr,en;q=0.8,cy;q=0.3' }, 'en'],
    ['', {}, 'en'],
    ['', { cookie: 'a=b; urddas-language=cy', 'accept-language': 'en' }, 'cy'],
    ['', { cookie: 'urddas-language=en', 'accept-language': 'cy' }, 'en'],
    ['?lang=en', { cookie: 'urddas-language=cy' }, 'en'],
    ['', { cookie: 'urddas-language=xx; not-urddas-language=cy', 'accept-language': 'cy' }, 'cy'],
    ['', { cookie: 'not-urddas-language=cy', 'accept-language': 'en' }, 'en'],
  ])('come in the language asked for: %s %o gives %s (B-CY-1)', async (query, headers, language) => {
    const response = await get(`/pane.html${query}`, headers);
    expect(response.headers.get('content-language')).toBe(language);
    expect(await response.text()).toContain(`<html lang="${language}">`);
  });

  it('may be framed by the configured hosts alone, and run no script but ours and Office’s', async () => {
    const policy = (await get('/tab.html')).headers.get('content-security-policy') ?? '';
    const directives = Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/).slice(0, 2)));
    expect(directives['frame-ancestors']).toBe(`'self' ${product.sandbox.origin}`);
    // A hidden frame of the sign-in comes back to a page of ours.
    expect(directives['frame-src']?.split(' ')).toContain("'self'");
    expect(directives['script-src']).toMatch(new RegExp(`^'self' ${product.sandbox.origin} .*'sha256-[^']+'$`));
    expect(directives['script-src']).not.toContain('unsafe');
    expect(directives['default-src']).toBe("'none'");
    expect((await get('/tab.html')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ...['teams.microsoft.com', 'somewhere.teams.microsoft.com', 'teams.cloud.microsoft', 'outlook.cloud.microsoft'],
    ...[
      'm365.cloud.microsoft',
      'www.microsoft365.com',
      'www.office.com',
      'outlook.office.com',
      'outlook.office365.com',
    ],
    ...['outlook-sdf.office.com', 'outlook-sdf.office365.com'],
  ])('may be framed by %s without a setting, as Microsoft’s page on tabs asks', (host) => {
    const sources = serviceSettingsSchema.entries.frameAncestors.default as readonly string[];
    const names = sources.map((source) => source.replace('https://', ''));
    expect(sources.every((source) => source.startsWith('https://'))).toBe(true);
    expect(names.some((name) => name === host || (name.startsWith('*') && host.endsWith(name.slice(1))))).toBe(true);
  });

  it('are asked for again each time, while hashed files are kept for ever', async () => {
    const page = await get('/pane.html');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/pane.html', { 'if-none-match': page.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const asset = await get('/assets/pane-abcDEF12.js', { 'accept-encoding': 'br' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect((await asset.text()).length).toBeGreaterThan(5_000);
  });

  it('keep back what the code looks like', async () => {
    expect((await get('/assets/pane-abcDEF12.js.map')).status).toBe(404);
    const scripts = (await readdir('dist/client', { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      expect(await readFile(join('dist/client', name), 'utf8'), name).not.toContain('sourceMappingURL=');
    }
  });

  it.each(['/assets/../service-settings.json', '/assets/%2e%2e/service-settings.json', '/app-key.pem', '/nothing'])(
    'give nothing but the build: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('stand beside /healthz and /readyz', async () => {
    expect((await get('/healthz')).status).toBe(200);
    const notReady = await get('/readyz');
    expect(notReady.status).toBe(503);
    // A proxy that remembers one of these would send people to a replica that is gone.
    expect(notReady.headers.get('cache-control')).toBe('no-store');
    expect((await get('/healthz')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/api/answers')).headers.get('cache-control')).toBe('no-store');
    await service.work.readLists();
  });
});

describe('Putting settings into a page', () => {
  it('lets no value end the element it stands in', () => {
    const text = toInlineJson({ notice: '</script><script>alert(1)</script>\u2028' });
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text)).toEqual({ notice: '</script><script>alert(1)</script>\u2028' });
  });

  it('fails loudly when the build has no place for them', () => {
    expect(() => withSettings('<html></html>', {})).toThrow(/no element/);
  });

  it('names the scripts that would run, and no data', () => {
    const html = '<script type="application/json" id="x">{}</script><script>a()</script><script src="b.js"></script>';
    expect(inlineScriptHashes(html)).toHaveLength(1);
  });

  it.each([
    ['gzip, br', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['', 'identity'],
  ])('takes %o as %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });

  it('prefers the address to the browser', () => {
    expect(pageLanguage(new URLSearchParams('locale=cy-gb'), { acceptLanguage: 'en' })).toBe('cy');
  });
});
