import * as v from 'valibot';
import { GraphFailure, requirePermission, type SandboxApp } from '../http.ts';
import { findPerson } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import { addNotification } from './activity-notifications.ts';
import { installationState, listTeamsApps } from './installations.ts';

const notification = v.looseObject({
  topic: v.looseObject({
    source: v.picklist(['entityUrl', 'text']),
    value: v.pipe(v.string(), v.nonEmpty()),
    webUrl: v.optional(v.string()),
  }),
  activityType: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)),
  previewText: v.optional(v.looseObject({ content: v.pipe(v.string(), v.maxLength(150)) })),
  templateParameters: v.optional(v.array(v.looseObject({ name: v.string(), value: v.string() }))),
});

const permissions = {
  delegated: ['TeamsActivity.Send'],
  application: ['TeamsActivity.Send', 'TeamsActivity.Send.User'],
};

/** Graph: a line in a person's activity feed. https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification */
export function registerActivityFeed(app: SandboxApp, tenant: Tenant): void {
  app.post('/graph/v1.0/users/:userId/teamwork/sendActivityNotification', async (c) => {
    const caller = c.get('caller');
    requirePermission(caller, permissions);
    const person = findPerson(tenant, decodeURIComponent(c.req.param('userId')));
    if (!person) throw new GraphFailure(404, 'NotFound', 'No user of this id was found.');
    const parsed = v.safeParse(notification, await c.req.json().catch(() => null));
    if (!parsed.success) {
      throw new GraphFailure(400, 'BadRequest', `Invalid notification: ${JSON.stringify(v.flatten(parsed.issues))}`);
    }
    const { topic, activityType, previewText } = parsed.output;
    if (topic.source === 'text' && !topic.webUrl?.startsWith('https://teams.microsoft.com/l/')) {
      throw new GraphFailure(400, 'BadRequest', "The topic's webUrl must be a Teams deep link.");
    }
    const target = listTeamsApps(tenant).find(({ clientId }) => clientId === caller.appId);
    if (!target || installationState(tenant, target, person.id) === 'notInstalled') {
      throw new GraphFailure(403, 'Forbidden', 'Application with this AAD App Id is not installed for the recipient.');
    }
    addNotification(tenant, person.id, {
      clientId: target.clientId,
      activityType,
      preview: previewText?.content ?? topic.value,
      webUrl: topic.webUrl ?? null,
    });
    return c.body(null, 204);
  });
}
