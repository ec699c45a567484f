import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SharePointServices } from '../services.ts';
import { type Site, siteWebUrl } from '../sites/site-store.ts';

/** How long a pre-authenticated address works. */
const validForMs = 60 * 60 * 1000;

function secret(services: SharePointServices): string {
  const { db } = services.tenant;
  db.prepare('INSERT OR IGNORE INTO sp_secrets (name, value) VALUES (?, ?)').run(
    'download',
    randomBytes(32).toString('hex'),
  );
  return (db.prepare('SELECT value FROM sp_secrets WHERE name = ?').get('download') as { value: string }).value;
}

function sign(services: SharePointServices, text: string): string {
  return createHmac('sha256', secret(services)).update(text).digest('base64url');
}

/** An address that gives the bytes to whoever holds it, for an hour, as SharePoint's own do. */
export function downloadUrl(services: SharePointServices, site: Site, driveItem: { id: string }): string {
  const expires = services.tenant.clock.now().getTime() + validForMs;
  const body = Buffer.from(`${driveItem.id}.${expires}`).toString('base64url');
  const query = new URLSearchParams({
    UniqueId: driveItem.id,
    Translate: 'false',
    tempauth: `v1.${body}.${sign(services, body)}`,
    ApiVersion: '2.0',
  });
  return `${siteWebUrl(services, site)}/_layouts/15/download.aspx?${query}`;
}

/** The drive item that a token opens, or null when it is false or has run out. */
export function readDownloadToken(services: SharePointServices, token: string): string | null {
  const [, body = '', signature = ''] = token.split('.');
  const wanted = Buffer.from(sign(services, body));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
  const [id = '', expires = '0'] = Buffer.from(body, 'base64url').toString('utf8').split('.');
  return Number(expires) > services.tenant.clock.now().getTime() ? id : null;
}
