import type { SharePointServices } from '../services.ts';

export interface Subscription {
  id: string;
  appId: string;
  /** Object id of the person, or the app's client id. */
  creator: string;
  resource: string;
  listId: string;
  siteId: string;
  webId: string;
  notificationUrl: string;
  lifecycleUrl: string | null;
  clientState: string | null;
  expires: string;
}

const columns = `id, app_id AS appId, creator, resource, list_id AS listId, site_id AS siteId, web_id AS webId,
  notification_url AS notificationUrl, lifecycle_url AS lifecycleUrl, client_state AS clientState, expires`;

export function saveSubscription(services: SharePointServices, subscription: Subscription): void {
  const { id, appId, creator, resource, listId, siteId, webId, notificationUrl, lifecycleUrl, clientState, expires } =
    subscription;
  services.tenant.db
    .prepare(
      `INSERT OR REPLACE INTO sp_subscriptions (id, app_id, creator, resource, list_id, site_id, web_id, notification_url,
         lifecycle_url, client_state, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, appId, creator, resource, listId, siteId, webId, notificationUrl, lifecycleUrl, clientState, expires);
}

/** Subscriptions that have not run out, of one app or of one list. */
export function liveSubscriptions(
  services: SharePointServices,
  of: { appId: string } | { listId: string },
): Subscription[] {
  const [column, value] = 'appId' in of ? ['app_id', of.appId] : ['list_id', of.listId];
  return services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_subscriptions WHERE ${column} = ? AND expires > ? ORDER BY rowid`)
    .all(value, services.tenant.clock.now().toISOString()) as Subscription[];
}

export function findSubscription(services: SharePointServices, id: string): Subscription | null {
  return (
    (services.tenant.db
      .prepare(`SELECT ${columns} FROM sp_subscriptions WHERE id = ? AND expires > ?`)
      .get(id, services.tenant.clock.now().toISOString()) as Subscription | undefined) ?? null
  );
}

export function removeSubscription(services: SharePointServices, id: string): void {
  services.tenant.db.prepare('DELETE FROM sp_subscriptions WHERE id = ?').run(id);
}
