import { type AppRegistration, listApps } from '../identity/app-registrations.ts';
import { deterministicGuid } from '../identity/deterministic-id.ts';
import { personaKeyOf } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';

/** `blocked`: the person has the app and has blocked its bot. */
export const installationStates = ['installed', 'notInstalled', 'blocked'] as const;
export type InstallationState = (typeof installationStates)[number];

/** An app that is in the organisation's Teams catalogue. */
export interface TeamsApp extends AppRegistration {
  teams: NonNullable<AppRegistration['teams']>;
}

export function listTeamsApps(tenant: Tenant): TeamsApp[] {
  return listApps(tenant).filter((app): app is TeamsApp => app.teams !== null);
}

export function findAppOfBot(tenant: Tenant, botId: string): TeamsApp | null {
  return listTeamsApps(tenant).find((app) => app.teams.bot?.id === botId) ?? null;
}

/** The catalogue gives an organisation's app an id of its own; the manifest's id is its `externalId` (facts 4.3). */
export function catalogueId(app: TeamsApp): string {
  return deterministicGuid('teams-catalogue', app.teams.teamsAppId);
}

/** What `/users/{id}/teamwork/installedApps` calls this app at this person. */
export function installationId(app: TeamsApp, userId: string): string {
  return Buffer.from(`${userId}##${catalogueId(app)}`).toString('base64');
}

/** What was last said for this person, else what the registration says of everyone. */
export function installationState(tenant: Tenant, app: TeamsApp, userId: string): InstallationState {
  const row = tenant.db
    .prepare('SELECT state FROM teams_installations WHERE client_id = ? AND user_id = ?')
    .get(app.clientId, userId) as { state: InstallationState } | undefined;
  if (row) return row.state;
  const { installedFor } = app.teams;
  if (installedFor === 'everyone') return 'installed';
  const names = [userId, personaKeyOf(userId)];
  return names.some((name) => name !== null && installedFor.includes(name)) ? 'installed' : 'notInstalled';
}

export function setInstallationState(tenant: Tenant, app: TeamsApp, userId: string, state: InstallationState): void {
  tenant.db
    .prepare(
      `INSERT INTO teams_installations (client_id, user_id, state) VALUES (?, ?, ?)
       ON CONFLICT (client_id, user_id) DO UPDATE SET state = excluded.state`,
    )
    .run(app.clientId, userId, state);
}
