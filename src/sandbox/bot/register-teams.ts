import type { SandboxApp } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { registerActivityFeed } from './register-activity-feed.ts';
import { registerChats } from './register-chats.ts';
import { registerConnector } from './register-connector.ts';
import { registerInstalledApps } from './register-installed-apps.ts';
import { registerTeamsClient } from './register-teams-client.ts';
import { registerTeamsControl } from './register-teams-control.ts';
import { prepareTeams } from './teams-store.ts';

/** Everything of Teams in the tenant: its bot connector, its part of Graph, its client and its switches. */
export function registerTeams(app: SandboxApp, tenant: Tenant): void {
  prepareTeams(tenant);
  registerConnector(app, tenant);
  registerInstalledApps(app, tenant);
  registerChats(app, tenant);
  registerActivityFeed(app, tenant);
  registerTeamsClient(app, tenant);
  registerTeamsControl(app, tenant);
}
