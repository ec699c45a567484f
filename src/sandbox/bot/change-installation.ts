import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { callBot } from './call-bot.ts';
import { channelActivity, installationActivities } from './channel-activity.ts';
import { openConversation } from './conversations.ts';
import { type InstallationState, installationState, setInstallationState, type TeamsApp } from './installations.ts';

/**
 * Installs the app for a person, removes it, or has the person block its bot. The bot hears of coming and going, as in
 * Teams once and without a repeat; the promise settles when it has been told, or could not be.
 */
export async function changeInstallation(
  tenant: Tenant,
  app: TeamsApp,
  person: Person,
  state: InstallationState,
): Promise<void> {
  const before = installationState(tenant, app, person.id);
  setInstallationState(tenant, app, person.id, state);
  const wasThere = before !== 'notInstalled';
  const isThere = state !== 'notInstalled';
  if (!app.teams.bot || wasThere === isThere) return;
  const conversation = openConversation(tenant, app.clientId, app.teams.bot.id, person.id);
  const base = channelActivity(tenant, app, conversation, person);
  for (const activity of installationActivities(base, isThere ? 'add' : 'remove')) await callBot(tenant, app, activity);
}
