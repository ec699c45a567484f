import * as v from 'valibot';
import { type Graph, segment } from '../graph/client.ts';
import { makeGrant } from './app-grant.ts';
import { shownWords, toDefinition } from './column-definition.ts';
import { plannedFormats } from './column-formats.ts';
import { addConfiguration } from './configuration-rows.ts';
import type { Difference, OwnLevel, Role } from './difference.ts';
import type { Inspected, Inspection } from './inspect-site.ts';
import { readHolders } from './read-guards.ts';
import { type FoundColumn, findList, readColumns } from './read-structure.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import { levelNames, loginOf, ownLevels } from './site-levels.ts';
import { type ListPlan, type SiteGroup, sitePlan } from './site-plan.ts';
import { inBoth } from './site-words.ts';
import { plannedViews, rowsOnPage } from './view-plan.ts';

const idSchema = v.object({ id: v.string() });
const restIdSchema = v.object({ Id: v.union([v.number(), v.string()]) });

/** Carries out one difference after the other, and remembers what earlier ones made. */
export interface Carrier {
  carryOut(difference: Difference): Promise<void>;
}

/** `inspection` is what the differences were found in. */
export function createCarrier(
  graph: Graph,
  rest: SharePointRest,
  siteId: string,
  wanted: Inspected,
  inspection: Inspection,
): Carrier {
  const lists = `/sites/${segment(siteId)}/lists`;
  const ids = new Map(
    sitePlan.lists.flatMap(({ name }) => {
      const found = findList(inspection.lists, name);
      return found ? [[name, found.id] as const] : [];
    }),
  );
  const columns = new Map<string, FoundColumn[]>();
  const principals = new Map<SiteGroup, number>();
  const levels = new Map(inspection.guards?.levels.map(({ Name, Id }) => [Name, Id]));

  const idOf = (list: string) => {
    const id = ids.get(list);
    if (id === undefined) throw new Error(`The list ${list} is not there.`);
    return id;
  };
  const restList = (list: string) => `web/lists(guid'${idOf(list)}')`;
  const columnOf = async (list: string, name: string) => {
    if (!columns.has(list)) columns.set(list, await readColumns(graph, siteId, idOf(list)));
    const column = columns.get(list)?.find((one) => one.name === name);
    if (!column) throw new Error(`The list ${list} has no column ${name}.`);
    return column;
  };
  const changeColumn = async (list: string, column: string, body: unknown) => {
    const path = `${lists}/${segment(idOf(list))}/columns/${segment((await columnOf(list, column)).id)}`;
    await graph.done({ method: 'PATCH', path, body });
  };
  const levelId = (role: Role) => {
    const id = levels.get(levelNames[role]);
    if (id === undefined) throw new Error(`The site has no permission level "${levelNames[role]}".`);
    return id;
  };
  /** The site's own id of a group, which a group has only after it was asked for once. */
  const principalOf = async (group: SiteGroup) => {
    const known = principals.get(group);
    if (known !== undefined) return known;
    const { Id } = await rest.post(restIdSchema, 'web/ensureuser', { logonName: loginOf(wanted, group) });
    principals.set(group, Number(Id));
    return Number(Id);
  };

  async function makeLevel(level: OwnLevel): Promise<void> {
    const { description, mask, order } = ownLevels[level];
    const { Id } = await rest.post(restIdSchema, 'web/roledefinitions', {
      Name: levelNames[level],
      Description: description,
      Order: order,
      BasePermissions: mask,
    });
    levels.set(levelNames[level], Number(Id));
  }

  /** Looks first: it was foreseen, and SharePoint may have left nothing. */
  async function takeOwnRight(list: string, principalId: number): Promise<void> {
    const assignments = `${restList(list)}/roleassignments`;
    const holders = await readHolders(rest, restList(list));
    if (!holders.some((one) => one.PrincipalId === principalId)) return;
    const arguments_ = `principalid=${principalId},roledefid=${levelId('fullControl')}`;
    await rest.post(v.unknown(), `${assignments}/removeroleassignment(${arguments_})`);
  }

  async function setView(list: string, title: string, knownId: string | null): Promise<void> {
    const plan = plannedViews(list).find((one) => one.name.en === title);
    if (!plan) throw new Error(`The plan has no view ${title}.`);
    const views = `${restList(list)}/views`;
    const body = { ViewQuery: plan.query, RowLimit: rowsOnPage };
    const id =
      knownId ??
      String((await rest.post(restIdSchema, views, { Title: plan.name.en, PersonalView: false, ...body })).Id);
    const view = `${views}(guid'${id}')`;
    await rest.post(v.unknown(), `${view}/viewfields/removeallviewfields`);
    for (const column of plan.columns) await rest.post(v.unknown(), `${view}/viewfields/addviewfield('${column}')`);
    // Last, so that nobody is shown a view that is half made. It was made by its plain name, which became its address.
    await rest.merge(view, { ...body, Title: inBoth(plan.name), ...(plan.isDefault ? { DefaultView: true } : {}) });
  }

  async function makeList(name: string): Promise<void> {
    const plan = planOf(name);
    const body = {
      displayName: plan.name,
      list: { template: plan.template },
      columns: plan.columns.map((column) => toDefinition(plan.name, column)),
    };
    ids.set(name, (await graph.json(idSchema, { method: 'POST', path: lists, body })).id);
  }

  return {
    async carryOut(difference) {
      switch (difference.kind) {
        case 'listMissing':
          return makeList(difference.list);
        case 'columnMissing': {
          const { list, column } = difference;
          const plan = planOf(list).columns.find(({ name }) => name === column);
          if (!plan) throw new Error(`The plan has no column ${column}.`);
          const path = `${lists}/${segment(idOf(list))}/columns`;
          return graph.done({ method: 'POST', path, body: toDefinition(list, plan) });
        }
        case 'indexMissing':
          return changeColumn(difference.list, difference.column, { indexed: true });
        case 'notUnique':
          return changeColumn(difference.list, difference.column, { indexed: true, enforceUniqueValues: true });
        case 'choicesMissing': {
          const { choice } = await columnOf(difference.list, difference.column);
          const choices = [...(choice?.choices ?? []), ...difference.choices];
          return changeColumn(difference.list, difference.column, { choice: { choices } });
        }
        case 'columnRequired':
          return changeColumn(difference.list, difference.column, { required: false });
        case 'columnUnworded':
          return changeColumn(difference.list, difference.column, wordsToWrite(difference));
        case 'levelMissing':
          return makeLevel(difference.level);
        case 'membersMayShare':
          return rest.merge('web', { MembersCanShare: false });
        case 'rowRules':
          return rest.merge(restList(difference.list), {
            ReadSecurity: difference.readSecurity,
            WriteSecurity: difference.writeSecurity,
          });
        case 'inheritsRights':
          await rest.post(
            v.unknown(),
            `${restList(difference.list)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`,
          );
          return;
        case 'holderMissing': {
          const arguments_ = `principalid=${await principalOf(difference.group)},roledefid=${levelId(difference.role)}`;
          await rest.post(v.unknown(), `${restList(difference.list)}/roleassignments/addroleassignment(${arguments_})`);
          return;
        }
        case 'ownRightLeft':
          return takeOwnRight(difference.list, difference.principalId);
        case 'settingsDiffer':
          return rest.merge(restList(difference.list), difference.settings);
        case 'viewMissing':
          return setView(difference.list, difference.view, null);
        case 'viewDiffers':
          return setView(difference.list, difference.view, difference.viewId);
        case 'formatDiffers': {
          const CustomFormatter = plannedFormats(difference.list, wanted.terms)[difference.column];
          return rest.merge(fieldOf(restList(difference.list), difference.column), { CustomFormatter });
        }
        case 'shownInForm': {
          const fields = difference.columns.map((column) => fieldOf(restList(difference.list), column));
          for (const field of fields) await rest.post(v.unknown(), `${field}/setshowineditform(false)`);
          return;
        }
        case 'grantMissing':
          return makeGrant(graph, siteId, wanted.app, difference.grantId);
        case 'configMissing':
          return addConfiguration(graph, siteId, idOf('Config'), difference.key, wanted.configuration[difference.key]);
        default:
          throw new Error(`${difference.kind} is for a person to do.`);
      }
    },
  };
}

/** What a person called a column stays. */
function wordsToWrite({ list, column, what }: Extract<Difference, { kind: 'columnUnworded' }>) {
  const { displayName, description } = shownWords(list, column);
  return {
    ...(what.includes('name') ? { displayName } : {}),
    ...(what.includes('description') ? { description } : {}),
  };
}

function fieldOf(list: string, column: string): string {
  return `${list}/fields/getbyinternalnameortitle('${column}')`;
}

function planOf(name: string): ListPlan {
  const plan = sitePlan.lists.find((list) => list.name === name);
  if (!plan) throw new Error(`The plan has no list ${name}.`);
  return plan;
}
