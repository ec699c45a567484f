import * as v from 'valibot';
import { type Graph, segment } from '../graph/client.ts';
import type { Difference } from './difference.ts';
import { readAll } from './read-structure.ts';

const grantSchema = v.object({
  id: v.string(),
  roles: v.optional(v.array(v.string()), []),
  grantedToIdentitiesV2: v.optional(v.array(v.object({ application: v.nullish(v.object({ id: v.string() })) })), []),
});

/**
 * The one role `Sites.Selected` gets on this one site. Full control, because with less SharePoint hides other people's
 * rows of the Intake list from the service, in an empty answer and without an error (facts 1.7). A person's own token
 * is never worth more than that person (facts 1.6).
 */
const wanted = 'fullcontrol';

/** Whether the app has its role on the site. Needs Sites.FullControl.All. */
export async function inspectGrant(
  graph: Graph,
  siteId: string,
  app: { clientId: string; name: string },
): Promise<Difference[]> {
  const grants = await readAll(graph, grantSchema, `/sites/${segment(siteId)}/permissions`);
  const own = grants.find((grant) =>
    grant.grantedToIdentitiesV2.some((identity) => identity.application?.id === app.clientId),
  );
  if (own?.roles.includes(wanted)) return [];
  return [{ effort: 'make', kind: 'grantMissing', app: app.name, grantId: own?.id ?? null }];
}

export async function makeGrant(
  graph: Graph,
  siteId: string,
  app: { clientId: string; name: string },
  grantId: string | null,
): Promise<void> {
  const path = `/sites/${segment(siteId)}/permissions`;
  if (grantId !== null) {
    await graph.done({ method: 'PATCH', path: `${path}/${segment(grantId)}`, body: { roles: [wanted] } });
    return;
  }
  const identities = [{ application: { id: app.clientId, displayName: app.name } }];
  await graph.done({ method: 'POST', path, body: { roles: [wanted], grantedToIdentities: identities } });
}
