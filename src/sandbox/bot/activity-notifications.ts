import { randomUUID } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** One line of a person's activity feed. */
export interface ActivityNotification {
  id: string;
  clientId: string;
  activityType: string;
  preview: string;
  /** Where it leads; null for none. */
  webUrl: string | null;
  /** UTC. */
  at: string;
}

export function addNotification(
  tenant: Tenant,
  userId: string,
  entry: Pick<ActivityNotification, 'clientId' | 'activityType' | 'preview' | 'webUrl'>,
): void {
  tenant.db
    .prepare(
      `INSERT INTO teams_notifications (id, user_id, client_id, activity_type, preview, web_url, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      randomUUID(),
      userId,
      entry.clientId,
      entry.activityType,
      entry.preview,
      entry.webUrl,
      tenant.clock.now().toISOString(),
    );
}

/** Newest first, at most 100. */
export function notificationsOf(tenant: Tenant, userId: string): ActivityNotification[] {
  return tenant.db
    .prepare(
      `SELECT id, client_id AS clientId, activity_type AS activityType, preview, web_url AS webUrl, at
       FROM teams_notifications WHERE user_id = ? ORDER BY at DESC LIMIT 100`,
    )
    .all(userId) as ActivityNotification[];
}
