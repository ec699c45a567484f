import type { Tenant } from '../tenant.ts';

/** What every part of SharePoint needs. */
export interface SharePointServices {
  tenant: Tenant;
  /** How long changes of a list are gathered before subscribers hear of them. */
  notificationDelayMs: number;
  /** Resource units an app may use in a minute; null switches SharePoint's throttling off (facts 1.8). */
  unitsPerMinute: number | null;
}
