import type { SiteFault, SiteFinding, SiteInspection } from '../../application/ports/site-inspection.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import type { Terms } from './column-formats.ts';
import { compareGuards } from './compare-guards.ts';
import { comparePresentation } from './compare-presentation.ts';
import { compareStructure } from './compare-structure.ts';
import type { Difference } from './difference.ts';
import { readGuards } from './read-guards.ts';
import { readPresentation } from './read-presentation.ts';
import { type FoundList, findList, readStructure } from './read-structure.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import type { Holders } from './site-levels.ts';
import { sitePlan } from './site-plan.ts';

/** What each difference is to the service. Whatever is not only how something looks keeps it from serving (decision 0174). */
const faultOf: Record<Difference['kind'], SiteFault> = {
  listMissing: 'missing',
  listOfOtherShape: 'missing',
  columnMissing: 'missing',
  columnOfOtherType: 'missing',
  indexMissing: 'missing',
  notUnique: 'missing',
  choicesMissing: 'missing',
  configMissing: 'missing',
  configDiffers: 'looks',
  grantMissing: 'rights',
  levelMissing: 'rights',
  levelOfOtherRights: 'rights',
  membersMayShare: 'rights',
  ownedByGroup: 'rights',
  rowRules: 'rights',
  inheritsRights: 'rights',
  holderMissing: 'rights',
  holderUnplanned: 'rights',
  ownRightLeft: 'rights',
  settingsDiffer: 'settings',
  siteAdministrator: 'looks',
  listUnplanned: 'looks',
  listTakenOver: 'looks',
  // What an earlier version of ours gave: an upgrade does not keep people from reporting until somebody has taken it away.
  earlierLevel: 'looks',
  columnRequired: 'looks',
  columnUnworded: 'looks',
  columnRenamed: 'looks',
  columnUnplanned: 'looks',
  viewMissing: 'pages',
  viewDiffers: 'pages',
  formatDiffers: 'pages',
  shownInForm: 'pages',
};

/** The site as the service's settings name it. */
export interface ServedSite extends Holders {
  id: string;
  /** Ids by the plan's names, as far as the settings name them: what has another id now is another list. */
  listIds: Readonly<Record<string, string>>;
  terms: Terms;
}

/**
 * The site with the service's own rights: lists, columns and indexes over Graph, who may read them and their settings over SharePoint's own
 * REST. Two requests to Graph, the second a batch, and some sixteen to SharePoint, most of them at once. Without `rest` nobody sees who may read what.
 */
export class ServiceInspection implements SiteInspection {
  readonly #graph: Graph;
  readonly #rest: SharePointRest | null;
  readonly #site: ServedSite;

  constructor(graph: Graph, rest: SharePointRest | null, site: ServedSite) {
    this.#graph = graph;
    this.#rest = rest;
    this.#site = site;
  }

  async inspect({ withPages = false } = {}): Promise<SiteFinding[]> {
    const names = sitePlan.lists.map(({ name }) => name);
    const lists = await readStructure(this.#graph, this.#site.id, names);
    const structure = compareStructure(lists, sitePlan.lists).map(findingOf);
    const found = [...structure, ...this.#elsewhere(lists)];
    if (!this.#rest) return found;
    try {
      return [...found, ...(await this.#seenByRest(this.#rest, lists, withPages))];
    } catch (error) {
      // Being refused is an answer, which waiting does not change; not being answered is none.
      if (!isRemoteError(error) || (error.status !== 401 && error.status !== 403)) throw error;
      return [...found, { fault: 'unseen', kind: 'guardsRefused', list: null, part: String(error.status) }];
    }
  }

  /** A list of the right name that is not the one which the service reads. */
  #elsewhere(lists: readonly FoundList[]): SiteFinding[] {
    return Object.entries(this.#site.listIds).flatMap(([list, id]): SiteFinding[] => {
      const found = findList(lists, list);
      const isOther = found !== undefined && found.id.toLowerCase() !== id.toLowerCase();
      return isOther ? [{ fault: 'missing', kind: 'listElsewhere', list, part: null }] : [];
    });
  }

  async #seenByRest(rest: SharePointRest, lists: readonly FoundList[], withPages: boolean): Promise<SiteFinding[]> {
    // What a list that is missing lacks besides, its absence says.
    const present = sitePlan.lists.filter(({ name }) => findList(lists, name));
    const titles = present.flatMap(({ name }) => findList(lists, name)?.displayName ?? []);
    const guards = compareGuards(await readGuards(rest, titles, 'app'), lists, present, this.#site);
    if (!withPages) return guards.map(findingOf);
    const ids = new Map(present.map(({ name }) => [name, findList(lists, name)?.id ?? '']));
    const pages = comparePresentation(await readPresentation(rest, ids), present, this.#site.terms);
    return [...guards, ...pages].map(findingOf);
  }
}

function findingOf(difference: Difference): SiteFinding {
  const list = 'list' in difference ? difference.list : null;
  return { fault: faultOf[difference.kind], kind: difference.kind, list, part: partOf(difference) };
}

/** Of people only the number by which the site knows them. */
function partOf(difference: Difference): string | null {
  if ('column' in difference) return difference.column;
  if ('columns' in difference) return difference.columns.join(' ');
  if ('principalId' in difference) return String(difference.principalId);
  if ('view' in difference) return difference.view;
  if ('level' in difference) return difference.level;
  if ('group' in difference) return difference.group;
  return difference.kind === 'settingsDiffer' ? Object.keys(difference.settings).join(' ') : null;
}
