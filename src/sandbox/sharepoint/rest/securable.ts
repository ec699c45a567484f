import type { Caller } from '../../http.ts';
import { listRights, siteRights } from '../access/effective-rights.ts';
import { ensureCaller, findPrincipal, type Principal } from '../access/principals.ts';
import { builtInLevels, has, type RoleDefinition, rights } from '../access/rights.ts';
import {
  assignRole,
  clearRoles,
  copySiteRoles,
  listAssignments,
  listRoleDefinitions,
  siteScope,
  unassignRole,
} from '../access/role-assignments.ts';
import { changeList, type ListRecord } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import type { Site } from '../sites/site-store.ts';
import { RestFailure, restBadRequest, restDenied } from './rest-answer.ts';
import type { RestStep } from './rest-path.ts';

/** Past this, a list can no longer break or take back its inheritance (facts 1.4). */
const mostItemsForScopeChange = 100_000;

/** A site or one of its lists, as something that has role assignments. */
export interface Securable {
  site: Site;
  list: ListRecord | null;
}

export function principalShape(principal: Principal): Record<string, unknown> {
  return {
    Id: principal.id,
    IsHiddenInUI: false,
    LoginName: principal.login,
    Title: principal.title,
    PrincipalType: principal.kind === 'group' || principal.kind === 'everyone' ? 4 : 1,
    Email: principal.mail ?? '',
    IsSiteAdmin: false,
  };
}

export function roleShape(role: RoleDefinition): Record<string, unknown> {
  return {
    BasePermissions: { High: String(role.high), Low: String(role.low) },
    Description: role.description,
    Hidden: role.id === builtInLevels.limitedAccess.id,
    Id: role.id,
    Name: role.name,
    Order: role.position,
    RoleTypeKind: role.kind,
  };
}

function requireManaging(services: SharePointServices, { site, list }: Securable, caller: Caller): void {
  const mask = list ? listRights(services, site, list, caller) : siteRights(services, site, caller);
  if (!has(mask, rights.managePermissions)) throw restDenied();
}

function readFlag(step: RestStep, name: string): boolean {
  return (step.named[name] ?? step.argument ?? 'false').toLowerCase() === 'true';
}

/** Gives a list permissions of its own. Whoever does it stays on it with full control (facts 1.6). */
export function breakInheritance(
  services: SharePointServices,
  securable: Securable,
  caller: Caller,
  step: RestStep,
): void {
  requireManaging(services, securable, caller);
  const { site, list } = securable;
  if (!list) throw restBadRequest('The site has no parent to inherit from.');
  requireScopeChangeable(list);
  if (list.hasUniqueScope) return;
  clearRoles(services, site.number, list.number);
  if (readFlag(step, 'copyroleassignments')) copySiteRoles(services, site.number, list.number);
  const self = ensureCaller(services, site.number, caller);
  assignRole(services, site.number, list.number, self.id, builtInLevels.fullControl.id);
  changeList(services, list, { hasUniqueScope: true });
}

export function resetInheritance(services: SharePointServices, securable: Securable, caller: Caller): void {
  requireManaging(services, securable, caller);
  const { site, list } = securable;
  if (!list) throw restBadRequest('The site has no parent to inherit from.');
  requireScopeChangeable(list);
  clearRoles(services, site.number, list.number);
  changeList(services, list, { hasUniqueScope: false });
}

function requireScopeChangeable(list: ListRecord): void {
  if (list.itemCount <= mostItemsForScopeChange) return;
  throw new RestFailure(
    500,
    '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'You cannot break or reset inheritance for this item because there are too many items with unique permissions in this list.',
  );
}

/** Changes or lists who has which role. `null` when the step is none of these. */
export function runRoleAssignments(
  services: SharePointServices,
  securable: Securable,
  caller: Caller,
  method: string,
  step: RestStep | undefined,
): unknown {
  requireManaging(services, securable, caller);
  const { site, list } = securable;
  const scope = list?.number ?? siteScope;
  if (step === undefined && method === 'GET') return assignmentShapes(services, site, list);
  const principal = Number(step?.named.principalid ?? step?.argument);
  if (step?.name === 'getbyprincipalid' && method === 'DELETE') {
    requireOwnScope(list);
    unassignRole(services, site.number, scope, principal);
    return {};
  }
  const role = Number(step?.named.roledefid);
  if (method !== 'POST' || (step?.name !== 'addroleassignment' && step?.name !== 'removeroleassignment')) return null;
  requireOwnScope(list);
  if (!findPrincipal(services, site.number, principal)) {
    throw new RestFailure(
      404,
      '-2146232832, Microsoft.SharePoint.SPException',
      'Cannot find the principal with this id.',
    );
  }
  if (!listRoleDefinitions(services, site.number).some((known) => known.id === role)) {
    throw new RestFailure(
      404,
      '-2147024809, System.ArgumentException',
      'Cannot find the role definition with this id.',
    );
  }
  if (step.name === 'addroleassignment') assignRole(services, site.number, scope, principal, role);
  else unassignRole(services, site.number, scope, principal, role);
  return {};
}

function requireOwnScope(list: ListRecord | null): void {
  if (list && !list.hasUniqueScope) {
    throw new RestFailure(
      400,
      '-2146232832, Microsoft.SharePoint.SPException',
      'This operation is not allowed on an object that inherits permissions.',
    );
  }
}

function assignmentShapes(services: SharePointServices, site: Site, list: ListRecord | null): unknown[] {
  const scope = list?.hasUniqueScope ? list.number : siteScope;
  const roles = listRoleDefinitions(services, site.number);
  const byPrincipal = new Map<number, Record<string, unknown>[]>();
  for (const { principal, role } of listAssignments(services, site.number, scope)) {
    const definition = roles.find((known) => known.id === role);
    const bindings = byPrincipal.get(principal) ?? [];
    if (definition) bindings.push(roleShape(definition));
    byPrincipal.set(principal, bindings);
  }
  return [...byPrincipal].map(([id, bindings]) => {
    const principal = findPrincipal(services, site.number, id);
    return { PrincipalId: id, Member: principal ? principalShape(principal) : null, RoleDefinitionBindings: bindings };
  });
}
