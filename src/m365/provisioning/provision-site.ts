import * as v from 'valibot';
import { type ConfigurationRows, checkOrganisation } from '../../application/check-organisation.ts';
import { RemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { createCarrier } from './carry-out.ts';
import type { Terms } from './column-formats.ts';
import { describeDifference } from './describe-difference.ts';
import { type Difference, isCarriedOut } from './difference.ts';
import { findSite, requireAdministrator, type SiteAddress, whyNotThisSite } from './find-site.ts';
import { type Inspection, inspectSite } from './inspect-site.ts';
import { type FoundList, findList } from './read-structure.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import type { Holders } from './site-levels.ts';
import { stoppedDoing, stoppedReading } from './why-it-stopped.ts';

/** What an administrator decides before the site is made ready. */
export interface ProvisionRequest extends SiteAddress, Holders {
  app: { clientId: string; name: string };
  configuration: ConfigurationRows;
  terms: Terms;
  /** A stand-in tenant, where invented addresses are the right ones. */
  isDemo: boolean;
}

/** Ids that the service's settings need. */
export interface ProvisionedSite {
  id: string;
  /** The site's own address, without a slash at the end. */
  url: string;
  /** Whom its lists belong to: what the service's look at the site is held against. */
  groups: Holders['groups'];
  lists: Record<
    'intake' | 'incidents' | 'incidentsHr' | 'audit' | 'auditHr' | 'switchboard' | 'absences' | 'state' | 'config',
    string
  >;
  evidenceDrives: { default: string; hr: string };
}

/** What is there and what is not; nothing is written. Throws in a sentence where the site must not be used at all. */
export async function planSite(
  graph: Graph,
  rest: SharePointRest,
  request: ProvisionRequest,
): Promise<Inspection & { siteId: string; siteUrl: string }> {
  const problems = checkOrganisation(request.configuration, request).map(({ field, code }) => `${field}: ${code}`);
  if (problems.length > 0) {
    throw new RemoteError('invalid', `the configuration cannot be used:\n${problems.join('\n')}`);
  }
  const found = await readSite(graph, rest, request).catch((error: unknown) => {
    throw stoppedReading(error);
  });
  const refusal = whyNotThisSite(found);
  if (refusal !== null) throw new RemoteError('invalid', refusal);
  return found;
}

async function readSite(graph: Graph, rest: SharePointRest, request: ProvisionRequest) {
  const { id: siteId, webUrl: siteUrl } = await findSite(graph, request);
  await requireAdministrator(rest);
  return { ...(await inspectSite(graph, rest, siteId, request)), siteId, siteUrl };
}

/** Rounds until nothing is left: what a list lacks is seen in full only once the list is there. */
const mostRounds = 4;

/**
 * Makes the one site ready, or finds it ready: carries out what `planSite` finds, and tells of each as it is done. Running it again
 * changes nothing, and after a kill it goes on. It deletes nothing and takes no right away but the full control that SharePoint leaves with
 * the administrator of the site who runs it. Needs an administrator's own tokens: Sites.FullControl.All for Graph, AllSites.FullControl
 * for SharePoint. Gives what is left for a person, and the ids of what there is.
 */
export async function provisionSite(
  graph: Graph,
  rest: SharePointRest,
  request: ProvisionRequest,
  onDone: (difference: Difference) => void,
): Promise<{ site: ProvisionedSite; left: Difference[]; done: Difference[] }> {
  const done: Difference[] = [];
  for (let round = 0; ; round += 1) {
    const inspection = await planSite(graph, rest, request);
    const owed = inspection.differences.filter(isCarriedOut);
    if (owed.length === 0 || round === mostRounds) {
      return { site: await idsOf(graph, inspection, request), left: inspection.differences, done };
    }
    const carrier = createCarrier(graph, rest, inspection.siteId, request, inspection);
    for (const difference of owed) {
      try {
        await carrier.carryOut(difference);
      } catch (error) {
        throw stoppedDoing(error, describeDifference(difference));
      }
      done.push(difference);
      onDone(difference);
    }
  }
}

async function idsOf(
  graph: Graph,
  { siteId, siteUrl, lists }: { siteId: string; siteUrl: string; lists: readonly FoundList[] },
  { groups }: Holders,
): Promise<ProvisionedSite> {
  const idIn = (name: string) => {
    const list = findList(lists, name);
    if (!list) throw new Error(`The list ${name} is not there.`);
    return list.id;
  };
  const driveOf = async (name: string) => {
    const path = `/sites/${segment(siteId)}/lists/${segment(idIn(name))}/drive`;
    return (await graph.json(v.object({ id: v.string() }), { method: 'GET', path, query: { $select: 'id' } })).id;
  };
  return {
    id: siteId,
    url: siteUrl.replace(/\/+$/, ''),
    groups,
    lists: {
      intake: idIn('Intake'),
      incidents: idIn('Incidents'),
      incidentsHr: idIn('IncidentsHR'),
      audit: idIn('Audit'),
      auditHr: idIn('AuditHR'),
      switchboard: idIn('SwitchboardQueries'),
      absences: idIn('Absences'),
      state: idIn('State'),
      config: idIn('Config'),
    },
    evidenceDrives: { default: await driveOf('Evidence'), hr: await driveOf('EvidenceHR') },
  };
}
