import * as v from 'valibot';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { isForeign, isMadeReady } from './compare-structure.ts';
import type { Inspection } from './inspect-site.ts';
import { type FoundUser, readSelf, rowsIn, sameId } from './read-guards.ts';
import { findList } from './read-structure.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import { isApp } from './site-levels.ts';
import { sitePlan } from './site-plan.ts';

/** Where the site is, as an administrator writes it. */
export interface SiteAddress {
  /** Host name of SharePoint, for example `contoso.sharepoint.com`. */
  hostname: string;
  /** The last part of the site's address. */
  siteName: string;
}

/** Graph's id of the site, and its address. Throws in a sentence that says what to do where there is none that can be used. */
export async function findSite(
  graph: Graph,
  { hostname, siteName }: SiteAddress,
): Promise<{ id: string; webUrl: string }> {
  const address = `https://${hostname}/sites/${siteName}`;
  try {
    const path = `/sites/${hostname}:/sites/${segment(siteName)}`;
    return await graph.json(v.object({ id: v.string(), webUrl: v.string() }), { method: 'GET', path });
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    const sentence = siteSentences[error.code];
    if (!sentence) throw error;
    throw new RemoteError(error.code, `${sentence(address)} (${error.message})`, { cause: error });
  }
}

const forApps =
  'Where a certificate signs in, have the application permissions of docs/provisioning.md consented to instead.';

const siteSentences: Partial<Record<RemoteError['code'], (address: string) => string>> = {
  notFound: (address) =>
    `There is no site at ${address}. Make a team site without a Microsoft 365 group in the SharePoint admin centre, or correct siteName and hostname in the request.`,
  forbidden: (address) =>
    `You may not open ${address}. Have a SharePoint administrator make you an administrator of the site. ${forApps}`,
  invalid: (address) => `${address} is no site of this tenant. Correct hostname and siteName in the request.`,
};

const notAdministrator =
  'You are no administrator of this site, and so might not see all of its lists. Have a SharePoint administrator make you one in the admin centre; afterwards you can be taken off again. ' +
  forApps;

/** Asked before anything else of the site: everything else would be refused, or look emptier than it is. Throws in that sentence. */
export async function requireAdministrator(rest: SharePointRest): Promise<void> {
  let self: FoundUser;
  try {
    self = await readSelf(rest);
  } catch (error) {
    if (isRemoteError(error) && error.code === 'forbidden') {
      throw new RemoteError('forbidden', `${notAdministrator} (${error.message})`, { cause: error });
    }
    throw error;
  }
  if (!isApp(self.LoginName) && !self.IsSiteAdmin) throw new RemoteError('forbidden', notAdministrator);
}

/** Why a site that was found must not be touched, in a sentence; null when it may be. */
export function whyNotThisSite({ differences, lists, guards }: Inspection): string | null {
  const shapes = differences.flatMap((one) => (one.kind === 'listOfOtherShape' ? [one.list] : []));
  if (shapes.length > 0) {
    return `The site already has ${shapes.join(', ')} as something else. Rename or remove it, or name another site in the request.`;
  }
  if (!guards) return null;
  const holdsRows = (id: string) => (rowsIn(guards)(id) ?? 0) > 0;
  const known = sitePlan.lists.flatMap((plan) => {
    const found = findList(lists, plan.name);
    return found ? [{ plan, found }] : [];
  });
  const isOurs = isMadeReady(lists, sitePlan.lists);
  const foreign = known.filter(({ plan, found }) => isForeign(plan, found, isOurs) && holdsRows(found.id));
  const taken = foreign.map(({ plan }) => plan.name);
  if (taken.length > 0) {
    return `The site already has rows of something else in ${taken.join(', ')}. Nobody’s rights on them are taken away: name another site in the request, or rename these.`;
  }
  const used = guards.lists.filter(
    (list) =>
      !(list.Hidden || list.IsCatalog || list.IsApplicationList || list.IsSystemList) &&
      list.ItemCount > 0 &&
      !known.some(({ found }) => sameId(found.id, list.Id)),
  );
  if (!isOurs && used.length > 0) {
    const names = used.map(({ Title }) => `"${Title}"`).join(', ');
    return `The site is used for something else: it holds ${names}. Urddas needs a site of its own, because the app gets full control of all of it. Make one, and name it in the request.`;
  }
  if (!isOurs && differences.some(({ kind }) => kind === 'ownedByGroup')) {
    return 'The site belongs to a Microsoft 365 group, whose owners could read every list. Make a team site without a group, and name it in the request.';
  }
  return null;
}
