import * as v from 'valibot';
import { type Graph, segment } from '../graph/client.ts';
import type { Say } from './site-lists.ts';

const grantsSchema = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      roles: v.optional(v.array(v.string()), []),
      grantedToIdentitiesV2: v.optional(
        v.array(v.object({ application: v.nullish(v.object({ id: v.string() })) })),
        [],
      ),
    }),
  ),
});

/**
 * The one role `Sites.Selected` gets on this one site. Full control, because with less SharePoint hides other people's
 * rows of the Intake list from the service, in an empty answer and without an error (facts 1.7). A person's own token
 * is never worth more than that person (facts 1.6).
 */
const wanted = 'fullcontrol';

export async function ensureAppGrant(
  graph: Graph,
  siteId: string,
  app: { clientId: string; name: string },
  say: Say,
): Promise<void> {
  const path = `/sites/${segment(siteId)}/permissions`;
  const { value } = await graph.json(grantsSchema, { method: 'GET', path });
  const own = value.find((grant) =>
    grant.grantedToIdentitiesV2.some((identity) => identity.application?.id === app.clientId),
  );
  if (own?.roles.includes(wanted)) return;
  if (own) {
    await graph.done({ method: 'PATCH', path: `${path}/${segment(own.id)}`, body: { roles: [wanted] } });
  } else {
    const identities = [{ application: { id: app.clientId, displayName: app.name } }];
    await graph.done({ method: 'POST', path, body: { roles: [wanted], grantedToIdentities: identities } });
  }
  say(`app ${app.name}: ${wanted} on this site`);
}
