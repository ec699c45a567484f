import { GraphFailure, type SandboxApp, type SandboxContext } from '../../http.ts';
import { listRights, requireSiteVisible, siteRights } from '../access/effective-rights.ts';
import { has, rights } from '../access/rights.ts';
import { allLists, findList, type ListRecord } from '../lists/list-store.ts';
import { isObject, noContent } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import { findSiteByName, saveSite, siteWebUrl } from '../sites/site-store.ts';
import type { ResourceMeter } from '../throttling.ts';
import { runFields } from './list-fields.ts';
import { mergeListSettings, restListShape } from './list-settings.ts';
import { runViews } from './list-views.ts';
import { type RestCall, runRoleDefinitions, runUsers } from './people-and-levels.ts';
import {
  answerRest,
  answerRestFailure,
  RestFailure,
  restBadRequest,
  restDenied,
  restListMissing,
  restUnknown,
} from './rest-answer.ts';
import { type RestStep, readRestPath } from './rest-path.ts';
import { breakInheritance, resetInheritance, runRoleAssignments, type Securable } from './securable.ts';

async function readBody(c: SandboxContext): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {
    // Told below, with a body that is JSON but no object.
  }
  throw restBadRequest('The expression is not valid JSON.');
}

/** The list that the first step names, with the steps after it; null when it names none. */
function listOf(call: RestCall, steps: RestStep[]): { list: ListRecord | null; name: string; rest: RestStep[] } | null {
  const [first, second] = steps;
  if (first?.name !== 'lists') return null;
  if (first.argument !== null)
    return {
      list: findList(call.services, call.site.number, first.argument),
      name: first.argument,
      rest: steps.slice(1),
    };
  if (second?.argument && (second.name === 'getbytitle' || second.name === 'getbyid')) {
    return {
      list: findList(call.services, call.site.number, second.argument),
      name: second.argument,
      rest: steps.slice(2),
    };
  }
  return null;
}

function runSecurable(call: RestCall, securable: Securable, steps: RestStep[], own: () => Response): Response {
  const { services, c, method } = call;
  const caller = c.get('caller');
  const [first, second] = steps;
  switch (first?.name) {
    case undefined:
      return own();
    case 'breakroleinheritance':
      breakInheritance(services, securable, caller, first);
      return answerRest(c, { 'odata.null': true });
    case 'resetroleinheritance':
      resetInheritance(services, securable, caller);
      return answerRest(c, { 'odata.null': true });
    case 'hasuniqueroleassignments':
      return answerRest(c, { value: securable.list?.hasUniqueScope ?? true });
    case 'roleassignments': {
      // `roleassignments(5)` names the principal of the next step's work.
      const step = first.argument !== null && !second ? { ...first, name: 'getbyprincipalid' } : second;
      const result = runRoleAssignments(services, securable, caller, method, step);
      if (result === null) throw restUnknown(first.name);
      return answerRest(c, result);
    }
    default:
      throw restUnknown(first?.name ?? '');
  }
}

function runList(call: RestCall, list: ListRecord, rest: RestStep[]): Response {
  const { services, c, site, method, body } = call;
  const mask = listRights(services, site, list, c.get('caller'));
  if (rest[0]?.name === 'views' || rest[0]?.name === 'defaultview') return runViews(call, list, rest);
  if (rest[0]?.name === 'fields') return runFields(call, list, rest);
  return runSecurable(call, { site, list }, rest, () => {
    if (method === 'GET') return answerRest(c, restListShape(list));
    if (method !== 'MERGE' && method !== 'PATCH') throw restUnknown('lists');
    if (!has(mask, rights.manageLists)) throw restDenied();
    mergeListSettings(services, list, body);
    return noContent();
  });
}

function runWeb(call: RestCall, steps: RestStep[]): Response {
  const { services, c, site } = call;
  const caller = c.get('caller');
  const [first] = steps;
  if (first === undefined && (call.method === 'MERGE' || call.method === 'PATCH')) {
    if (!has(siteRights(services, site, caller), rights.manageWeb)) throw restDenied();
    const { MembersCanShare } = call.body;
    if (typeof MembersCanShare !== 'boolean')
      throw restBadRequest('The stand-in changes MembersCanShare of a site alone.');
    saveSite(services, site.name, site.displayName, { ...site.settings, membersCanShare: MembersCanShare });
    return noContent();
  }
  if (first === undefined) {
    return answerRest(c, {
      MembersCanShare: site.settings.membersCanShare ?? true,
      Id: site.webId,
      Title: site.displayName,
      ServerRelativeUrl: `/sites/${site.name}`,
      Url: siteWebUrl(services, site),
    });
  }
  if (first.name === 'roledefinitions') return runRoleDefinitions(call, steps);
  if (['currentuser', 'ensureuser', 'siteusers', 'getuserbyid'].includes(first.name)) return runUsers(call, steps);
  const addressed = listOf(call, steps);
  if (addressed) {
    const { list, name, rest } = addressed;
    // A list that may not be read is not there.
    if (!list || !has(listRights(services, site, list, caller), rights.viewListItems)) throw restListMissing(name);
    return runList(call, list, rest);
  }
  if (first.name === 'lists') {
    const readable = allLists(services, site.number).filter((list) =>
      has(listRights(services, site, list, caller), rights.viewListItems),
    );
    return answerRest(c, readable.map(restListShape));
  }
  return runSecurable(call, { site, list: null }, steps, () => {
    throw restUnknown('web');
  });
}

/** The part of SharePoint REST that provisioning needs, because Graph has no door to it (facts 1.6, 1.7). */
export function registerSharePointRest(app: SandboxApp, services: SharePointServices, meter: ResourceMeter): void {
  app.all('/sites/:site/_api/*', async (c) => {
    try {
      const site = findSiteByName(services, c.req.param('site'));
      if (!site) throw restUnknown(c.req.path);
      const caller = c.get('caller');
      meter.charge(caller, 5);
      requireSiteVisible(services, site, caller);
      const url = new URL(c.req.url);
      const steps = readRestPath(
        url.pathname.slice(url.pathname.indexOf('/_api/') + '/_api/'.length),
        url.searchParams,
      );
      const method = (c.req.header('x-http-method') ?? c.req.method).toUpperCase();
      const body = c.req.method === 'GET' ? {} : await readBody(c);
      const [first, ...rest] = steps;
      if (first?.name === 'contextinfo') {
        // Callers with a bearer token need no digest; those that ask get one all the same.
        return answerRest(c, {
          FormDigestValue: `0x0,${services.tenant.clock.stamp()}`,
          FormDigestTimeoutSeconds: 1800,
          WebFullUrl: siteWebUrl(services, site),
        });
      }
      if (first?.name === 'site' && rest.length === 0) {
        return answerRest(c, {
          Id: site.collectionId,
          Url: siteWebUrl(services, site),
          GroupId: site.settings.groupId ?? '00000000-0000-0000-0000-000000000000',
        });
      }
      if (first?.name !== 'web') throw restUnknown(first?.name ?? '');
      return runWeb({ services, c, site, method, body }, rest);
    } catch (error) {
      if (error instanceof RestFailure) return answerRestFailure(c, error);
      if (error instanceof GraphFailure && error.status === 403) return answerRestFailure(c, restDenied());
      if (error instanceof GraphFailure && error.status === 400)
        return answerRestFailure(c, restBadRequest(error.message));
      throw error;
    }
  });
}
