import type { Tenant } from '../tenant.ts';
import type { ThrottlingLimits } from './throttling-limits.ts';

/** What every part of SharePoint needs. */
export interface SharePointServices {
  tenant: Tenant;
  /** How long changes of a list are gathered before subscribers hear of them. */
  notificationDelayMs: number;
  limits: ThrottlingLimits;
}
