import { findApp } from '../../identity/app-registrations.ts';
import { carries, isSiteAdministrator } from '../access/effective-rights.ts';
import { principalsOf } from '../access/principals.ts';
import { has, rights } from '../access/rights.ts';
import { rightsOf, siteScope } from '../access/role-assignments.ts';
import { accessDenied, invalidRequest, itemNotFound } from '../failures.ts';
import { type Call, isObject, noContent, type Route, readJsonObject } from '../routing.ts';
import { type AppGrant, addGrant, changeGrant, findGrant, listGrants, removeGrant } from './app-grants.ts';
import { graphContext } from './site-shape.ts';
import { graphSiteId, type Site } from './site-store.ts';

const grantRoles = ['read', 'write', 'manage', 'owner', 'fullcontrol'];

/** Granting needs Sites.FullControl.All; a person must own the site besides (facts 1.6). */
function requireGranting(call: Call, site: Site): void {
  if (!carries(call.caller, 'Sites.FullControl.All')) throw accessDenied();
  if (call.caller.userId === null || isSiteAdministrator(site, call.caller)) return;
  const principals = principalsOf(call.services, site.number, call.caller.userId);
  if (!has(rightsOf(call.services, site.number, siteScope, principals), rights.managePermissions)) throw accessDenied();
}

const context = (call: Call, site: Site, end = '') =>
  graphContext(call.services, `sites('${graphSiteId(call.services, site)}')/permissions${end}`);

function shape(grant: AppGrant) {
  const application = { id: grant.appId, displayName: grant.appName };
  return {
    id: grant.id,
    '@deprecated.GrantedToIdentities': 'GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2',
    roles: grant.roles,
    grantedToIdentities: [{ application }],
    grantedToIdentitiesV2: [{ application }],
  };
}

function readRoles(body: Record<string, unknown>): string[] {
  const roles = body.roles;
  if (!Array.isArray(roles) || roles.length === 0) throw invalidRequest('Roles must be given.');
  const names = roles.map((role) => String(role).toLowerCase());
  const unknown = names.find((name) => !grantRoles.includes(name));
  if (unknown !== undefined) throw invalidRequest(`Role '${unknown}' is not supported.`);
  return names;
}

/** The application of a grant; people and groups cannot be granted this way (facts 1.6). */
function readApplication(body: Record<string, unknown>): { id: string; displayName: string } {
  const identities = [body.grantedToIdentities, body.grantedToIdentitiesV2].find(Array.isArray) as
    | unknown[]
    | undefined;
  const holder = identities?.[0] ?? body.grantedToV2 ?? body.grantedTo;
  const application = isObject(holder) && isObject(holder.application) ? holder.application : null;
  if (!application || typeof application.id !== 'string') {
    throw invalidRequest('Only application permissions can be granted here.');
  }
  return {
    id: application.id,
    displayName: typeof application.displayName === 'string' ? application.displayName : '',
  };
}

function requireGrant(call: Call, site: Site): AppGrant {
  const grant = findGrant(call.services, site.number, call.params.permission ?? '');
  if (!grant) throw itemNotFound();
  return grant;
}

export function grantRoutes(site: Site): Route[] {
  return [
    {
      method: 'GET',
      path: 'permissions',
      units: 5,
      run(call) {
        requireGranting(call, site);
        return Response.json({
          '@odata.context': context(call, site),
          value: listGrants(call.services, site.number).map(shape),
        });
      },
    },
    {
      method: 'POST',
      path: 'permissions',
      units: 5,
      async run(call) {
        requireGranting(call, site);
        const body = await readJsonObject(call);
        const application = readApplication(body);
        const name = application.displayName || (findApp(call.services.tenant, application.id)?.name ?? '');
        const grant = addGrant(call.services, site.number, application.id, name, readRoles(body));
        return Response.json({ '@odata.context': context(call, site, '/$entity'), ...shape(grant) }, { status: 201 });
      },
    },
    {
      method: 'GET',
      path: 'permissions/:permission',
      units: 5,
      run(call) {
        requireGranting(call, site);
        return Response.json({ '@odata.context': context(call, site, '/$entity'), ...shape(requireGrant(call, site)) });
      },
    },
    {
      method: 'PATCH',
      path: 'permissions/:permission',
      units: 5,
      async run(call) {
        requireGranting(call, site);
        const grant = requireGrant(call, site);
        const roles = readRoles(await readJsonObject(call));
        changeGrant(call.services, grant.id, roles);
        return Response.json({ '@odata.context': context(call, site, '/$entity'), ...shape({ ...grant, roles }) });
      },
    },
    {
      method: 'DELETE',
      path: 'permissions/:permission',
      units: 5,
      run(call) {
        requireGranting(call, site);
        removeGrant(call.services, requireGrant(call, site).id);
        return noContent();
      },
    },
  ];
}
