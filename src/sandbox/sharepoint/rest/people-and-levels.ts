import type { SandboxContext } from '../../http.ts';
import { siteRights } from '../access/effective-rights.ts';
import { ensureCaller, ensureLogin, findPrincipal, listPrincipals, type Principal } from '../access/principals.ts';
import { has, rights } from '../access/rights.ts';
import { addRoleDefinition, listRoleDefinitions } from '../access/role-assignments.ts';
import { isObject } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import type { Site } from '../sites/site-store.ts';
import { answerRest, RestFailure, restBadRequest, restDenied } from './rest-answer.ts';
import type { RestStep } from './rest-path.ts';
import { principalShape, roleShape } from './securable.ts';

/** A request to SharePoint REST. */
export interface RestCall {
  services: SharePointServices;
  c: SandboxContext;
  site: Site;
  /** The method meant: `X-HTTP-Method` tunnels MERGE and DELETE through POST. */
  method: string;
  body: Record<string, unknown>;
}

/** Permission levels: all, one, or a new one. */
export function runRoleDefinitions(call: RestCall, steps: RestStep[]): Response {
  const { services, c, site, method, body } = call;
  const all = listRoleDefinitions(services, site.number);
  const [first, second] = steps;
  const wanted = first?.argument ?? (second?.name.startsWith('getby') ? second.argument : null);
  if (wanted !== null && wanted !== undefined) {
    const isByType = (first?.name === 'getbytype' ? first : second)?.name === 'getbytype';
    const found = all.find((role) =>
      isByType
        ? String(role.kind) === wanted
        : String(role.id) === wanted || role.name.toLowerCase() === wanted.toLowerCase(),
    );
    if (!found)
      throw new RestFailure(404, '-2146232832, Microsoft.SharePoint.SPException', 'Cannot find the role definition.');
    return answerRest(c, roleShape(found));
  }
  if (method === 'GET') return answerRest(c, all.map(roleShape));
  if (!has(siteRights(services, site, c.get('caller')), rights.managePermissions)) throw restDenied();
  const masks = isObject(body.BasePermissions) ? body.BasePermissions : {};
  const [high, low] = [Number(masks.High), Number(masks.Low)];
  if (typeof body.Name !== 'string' || !Number.isInteger(high) || !Number.isInteger(low)) {
    throw restBadRequest('A role definition needs Name and BasePermissions with High and Low.');
  }
  if (all.some((role) => role.name.toLowerCase() === String(body.Name).toLowerCase())) {
    throw new RestFailure(
      400,
      '-2146232832, Microsoft.SharePoint.SPException',
      'A permission level with this name already exists.',
    );
  }
  const role = addRoleDefinition(services, site.number, {
    name: body.Name,
    description: typeof body.Description === 'string' ? body.Description : '',
    high,
    low,
    position: typeof body.Order === 'number' ? body.Order : 100,
  });
  return answerRest(c, roleShape(role), 201);
}

/** People and groups that the site knows, and `ensureuser`, which makes one known. */
export function runUsers(call: RestCall, steps: RestStep[]): Response {
  const { services, c, site, body } = call;
  const [first, second] = steps;
  const caller = c.get('caller');
  const shape = (principal: Principal) => ({
    ...principalShape(principal),
    IsSiteAdmin: (site.settings.administrators ?? []).includes(principal.objectId),
  });
  if (first?.name === 'currentuser') return answerRest(c, shape(ensureCaller(services, site.number, caller)));
  if (first?.name === 'ensureuser') {
    if (!has(siteRights(services, site, caller), rights.managePermissions)) throw restDenied();
    const login = first.argument ?? body.logonName;
    const principal = typeof login === 'string' ? ensureLogin(services, site.number, login) : null;
    if (!principal)
      throw new RestFailure(
        404,
        '-2146232832, Microsoft.SharePoint.SPException',
        'The specified user could not be found.',
      );
    return answerRest(c, principalShape(principal));
  }
  const everybody = listPrincipals(services, site.number);
  const wanted = first?.argument ?? second?.argument ?? null;
  if (wanted === null) return answerRest(c, everybody.map(shape));
  const found = /^\d+$/.test(wanted)
    ? findPrincipal(services, site.number, Number(wanted))
    : everybody.find((principal) => principal.login.toLowerCase() === wanted.toLowerCase());
  if (!found) throw new RestFailure(404, '-2146232832, Microsoft.SharePoint.SPException', 'User cannot be found.');
  return answerRest(c, shape(found));
}
