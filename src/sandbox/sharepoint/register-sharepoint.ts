import type { SandboxApp, SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { prepareSiteRoles } from './access/role-assignments.ts';
import { dispatchDrives, dispatchSites } from './dispatch.ts';
import { registerTransfers } from './drives/register-transfers.ts';
import { registerSharePointRest } from './rest/register-rest.ts';
import { type Call, rawSegments } from './routing.ts';
import { dropSharePointTables, prepareSharePointTables } from './schema.ts';
import { registerSharePointControl } from './seed/register-sharepoint-control.ts';
import type { SharePointServices } from './services.ts';
import { searchSites } from './sites/site-routes.ts';
import { listSites } from './sites/site-store.ts';
import { NotificationDelivery } from './subscriptions/deliver-notifications.ts';
import { registerSubscriptions } from './subscriptions/register-subscriptions.ts';
import { ResourceMeter } from './throttling.ts';
import { noLimits } from './throttling-limits.ts';

function prepare(services: SharePointServices): void {
  prepareSharePointTables(services.tenant);
  for (const site of listSites(services)) prepareSiteRoles(services, site.number);
}

/** SharePoint's part of the tenant. The directory must be filled before. */
export function registerSharePoint(
  app: SandboxApp,
  tenant: Tenant,
  options: { notificationDelayMs?: number } = {},
): SharePointServices {
  const services: SharePointServices = {
    tenant,
    notificationDelayMs: options.notificationDelayMs ?? 250,
    limits: noLimits,
  };
  prepare(services);
  tenant.events.on('reset', () => {
    services.limits = noLimits;
    dropSharePointTables(tenant);
    prepare(services);
  });
  const meter = new ResourceMeter(services);
  new NotificationDelivery(services);

  const callOf = (c: SandboxContext): Call => ({
    services,
    c,
    caller: c.get('caller'),
    url: new URL(c.req.url),
    params: {},
  });
  const metered = async (c: SandboxContext, answer: Promise<Response>) => {
    const response = await answer;
    for (const [name, value] of Object.entries(meter.headers(c.get('caller')))) response.headers.set(name, value);
    return response;
  };
  app.get('/graph/v1.0/sites', (c) => searchSites(callOf(c)));
  app.all('/graph/v1.0/sites/*', (c) => {
    const call = callOf(c);
    return metered(c, dispatchSites(call, meter, rawSegments(call.url, '/graph/v1.0/sites')));
  });
  app.all('/graph/v1.0/drives/*', (c) => {
    const call = callOf(c);
    return metered(c, dispatchDrives(call, meter, rawSegments(call.url, '/graph/v1.0/drives')));
  });
  registerSubscriptions(app, services);
  registerTransfers(app, services);
  registerSharePointRest(app, services, meter);
  registerSharePointControl(app, services);
  return services;
}
