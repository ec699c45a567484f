import * as v from 'valibot';
import { type ConfigurationRows, checkOrganisation } from '../../application/check-organisation.ts';
import { RemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { ensureAppGrant } from './app-grant.ts';
import { ensureConfiguration } from './configuration-rows.ts';
import { ensureLevels, ensureListSecurity, ensurePrincipals } from './list-security.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import { ensureLists, type Say } from './site-lists.ts';
import { type SiteGroup, sitePlan } from './site-plan.ts';

/** What an administrator decides before the site is made ready. */
export interface ProvisionRequest {
  /** Host name of SharePoint, for example `contoso.sharepoint.com`. */
  hostname: string;
  tenantId: string;
  /** Entra object ids. */
  groups: Record<Exclude<SiteGroup, 'everyone'>, string>;
  app: { clientId: string; name: string };
  configuration: ConfigurationRows;
  /** A stand-in tenant, where invented addresses are the right ones. */
  isDemo: boolean;
}

/** Ids that the service's settings need. */
export interface ProvisionedSite {
  id: string;
  lists: Record<
    'intake' | 'incidents' | 'incidentsHr' | 'audit' | 'auditHr' | 'switchboard' | 'absences' | 'state' | 'config',
    string
  >;
  evidenceDrives: { default: string; hr: string };
}

const idSchema = v.object({ id: v.string() });

/**
 * Makes the one site ready, or finds it ready: lists, columns, indexes (Graph), who may read them (SharePoint REST), the
 * app's grant, and a Config list that can be used. Running it again changes nothing. It never deletes, and says what
 * differs. Needs an administrator's own tokens: Sites.FullControl.All for Graph, AllSites.FullControl for SharePoint.
 */
export async function provisionSite(
  graph: Graph,
  rest: SharePointRest,
  request: ProvisionRequest,
  say: Say,
): Promise<ProvisionedSite> {
  const problems = checkOrganisation(request.configuration, request).map(({ field, code }) => `${field}: ${code}`);
  if (problems.length > 0) {
    throw new RemoteError('invalid', `the configuration cannot be used:\n${problems.join('\n')}`);
  }

  const { id: siteId } = await graph.json(idSchema, {
    method: 'GET',
    path: `/sites/${request.hostname}:/sites/${segment(sitePlan.siteName)}`,
  });
  const ids = await ensureLists(graph, siteId, sitePlan.lists, say);
  const levels = await ensureLevels(rest, say);
  const principals = await ensurePrincipals(rest, logins(request));
  for (const plan of sitePlan.lists) {
    await ensureListSecurity(rest, { id: idIn(ids, plan.name), plan }, levels, principals, say);
  }
  await ensureAppGrant(graph, siteId, request.app, say);
  await ensureConfiguration(graph, { siteId, listId: idIn(ids, 'Config') }, request.configuration, say);
  return {
    id: siteId,
    lists: {
      intake: idIn(ids, 'Intake'),
      incidents: idIn(ids, 'Incidents'),
      incidentsHr: idIn(ids, 'IncidentsHR'),
      audit: idIn(ids, 'Audit'),
      auditHr: idIn(ids, 'AuditHR'),
      switchboard: idIn(ids, 'SwitchboardQueries'),
      absences: idIn(ids, 'Absences'),
      state: idIn(ids, 'State'),
      config: idIn(ids, 'Config'),
    },
    evidenceDrives: {
      default: await driveOf(graph, siteId, idIn(ids, 'Evidence')),
      hr: await driveOf(graph, siteId, idIn(ids, 'EvidenceHR')),
    },
  };
}

/** Claims by which SharePoint knows an Entra group, and everyone but guests. */
function logins({ groups, tenantId }: ProvisionRequest): Record<SiteGroup, string> {
  const claim = (groupId: string) => `c:0t.c|tenant|${groupId}`;
  return {
    everyone: `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}`,
    security: claim(groups.security),
    hr: claim(groups.hr),
    switchboard: claim(groups.switchboard),
    auditors: claim(groups.auditors),
    administrators: claim(groups.administrators),
  };
}

async function driveOf(graph: Graph, siteId: string, listId: string): Promise<string> {
  const path = `/sites/${segment(siteId)}/lists/${segment(listId)}/drive`;
  return (await graph.json(idSchema, { method: 'GET', path, query: { $select: 'id' } })).id;
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The plan has no list ${name}.`);
  return id;
}
