import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import { findPerson, listPeople, personaKeyOf, personOfPersona } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import { callBot } from './call-bot.ts';
import { changeInstallation } from './change-installation.ts';
import { cardInvoke, channelActivity } from './channel-activity.ts';
import { openConversation } from './conversations.ts';
import { installationState, installationStates, listTeamsApps, type TeamsApp } from './installations.ts';

const installationInput = v.object({
  persona: v.string(),
  /** Client id, manifest id or bot id; may be left out where there is one app only. */
  app: v.optional(v.string()),
  state: v.picklist(installationStates),
});

const invokeInput = v.object({
  persona: v.string(),
  app: v.optional(v.string()),
  messageId: v.optional(v.string()),
  action: v.optional(v.looseObject({ type: v.string() })),
  trigger: v.optional(v.picklist(['manual', 'automatic'])),
  token: v.optional(
    v.object({
      omit: v.optional(v.boolean()),
      issuer: v.optional(v.string()),
      audience: v.optional(v.string()),
      serviceUrl: v.optional(v.string()),
      expiresIn: v.optional(v.number()),
      wrongKey: v.optional(v.boolean()),
    }),
  ),
  /** Replaces fields of the activity, for example `from` or `serviceUrl`. */
  activity: v.optional(v.record(v.string(), v.unknown())),
  /** The same activity so many times at once. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 1),
  timeoutMs: v.optional(v.pipe(v.number(), v.minValue(1))),
});

/** Switches for tests: who has the app, and calls to the bot that Teams itself would never make. */
export function registerTeamsControl(app: SandboxApp, tenant: Tenant): void {
  const appNamed = (name: string | undefined): TeamsApp => {
    const apps = listTeamsApps(tenant);
    const found = name
      ? apps.find(({ clientId, teams }) => [clientId, teams.teamsAppId, teams.bot?.id].includes(name))
      : apps[0];
    if (!found || (!name && apps.length > 1)) {
      throw new GraphFailure(404, 'itemNotFound', 'Say which registered Teams app is meant.');
    }
    return found;
  };
  const personNamed = (key: string) => {
    const person = personOfPersona(tenant, key) ?? findPerson(tenant, key);
    if (!person) throw new GraphFailure(404, 'itemNotFound', `There is no person "${key}".`);
    return person;
  };
  const read = <Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> => {
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) throw new GraphFailure(400, 'invalidRequest', JSON.stringify(v.flatten(parsed.issues)));
    return parsed.output;
  };

  app.get('/sandbox/teams/installations', (c) =>
    c.json(
      listTeamsApps(tenant).flatMap((entry) =>
        listPeople(tenant)
          .filter(({ kind }) => kind === 'member')
          .map(({ id }) => ({
            app: entry.clientId,
            persona: personaKeyOf(id),
            userId: id,
            state: installationState(tenant, entry, id),
          })),
      ),
    ),
  );

  app.put('/sandbox/teams/installations', async (c) => {
    const input = read(installationInput, await c.req.json().catch(() => null));
    await changeInstallation(tenant, appNamed(input.app), personNamed(input.persona), input.state);
    return c.body(null, 204);
  });

  app.post('/sandbox/bot/invoke', async (c) => {
    const input = read(invokeInput, await c.req.json().catch(() => null));
    const target = appNamed(input.app);
    const bot = target.teams.bot;
    if (!bot) throw new GraphFailure(400, 'invalidRequest', 'This app has no bot.');
    const person = personNamed(input.persona);
    const conversation = openConversation(tenant, target.clientId, bot.id, person.id);
    const activity = {
      ...cardInvoke(
        channelActivity(tenant, target, conversation, person),
        input.messageId ?? '0',
        input.action ?? { type: 'Action.Execute', verb: 'none', data: {} },
        input.trigger ?? 'manual',
      ),
      ...input.activity,
    };
    const options = { token: input.token, timeoutMs: input.timeoutMs };
    const answers = await Promise.all(
      Array.from({ length: input.times }, () => callBot(tenant, target, activity, options)),
    );
    return c.json({ answers });
  });
}
