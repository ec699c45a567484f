import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { GraphFailure, graphErrorResponse, type SandboxContext, type SandboxEnv } from '../http.ts';
import { unauthorized } from '../identity/authenticate.ts';
import { contextsAsked, lacksContext } from '../identity/claims-request.ts';
import { personaKeyOf } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import type { FaultEffect, FaultPart, Occasion } from './faults.ts';

const partOfPath: [RegExp, FaultPart][] = [
  [/^\/graph\//, 'graph'],
  [/^\/login\//, 'login'],
  [/^\/msi\//, 'identity'],
  [/^\/connector\//, 'connector'],
  [/^\/sites\//, 'sharepoint'],
  [/^\/upload\//, 'upload'],
  [/^\/(hosts\/|outlook|teams|sharepoint|office\.js|$)/, 'host'],
];

const isDelta = /\/delta(\(.*\))?$/;
const deltaTokens = ['token', '$deltatoken', '$deltaToken', '$skiptoken', '$skipToken'];

const codes: Record<number, string> = {
  400: 'invalidRequest',
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'nameAlreadyExists',
  410: 'resyncRequired',
  412: 'resourceModified',
  413: 'requestEntityTooLarge',
  429: 'activityLimitReached',
  500: 'generalException',
  502: 'badGateway',
  503: 'serviceNotAvailable',
  504: 'gatewayTimeout',
};

async function describe(c: SandboxContext, part: FaultPart, tenant: Tenant): Promise<Occasion> {
  const caller = c.get('caller') as SandboxEnv['Variables']['caller'] | undefined;
  const occasion: Occasion = { method: c.req.method, path: decodeURI(c.req.path) };
  if (caller?.userId) occasion.persona = [caller.userId, personaKeyOf(caller.userId) ?? caller.userId];
  if (caller) occasion.app = caller.appId;
  // Hono keeps what was read, so the route can read it again.
  if (tenant.faults.readsBody(part)) occasion.body = await c.req.text();
  return occasion;
}

/** True where the caller's token has the authentication context that a claims challenge asks for. */
function meets(c: SandboxContext, claims: string | undefined): boolean {
  const caller = c.get('caller') as SandboxEnv['Variables']['caller'] | undefined;
  return contextsAsked(claims).length > 0 && !lacksContext(claims, caller?.contexts ?? []);
}

function cutConnection(c: SandboxContext): Response {
  const outgoing = c.env?.outgoing;
  // Inside a batch there is no connection of its own: the gateway answers for it.
  if (!outgoing) throw new GraphFailure(504, 'gatewayTimeout', 'The connection was lost.');
  outgoing.destroy();
  return new Response(null, { status: 499 });
}

function answerInstead(tenant: Tenant, c: SandboxContext, effect: Extract<FaultEffect, { kind: 'status' }>): Response {
  const headers: Record<string, string> = {};
  if (effect.retryAfter !== undefined) headers['retry-after'] = String(effect.retryAfter);
  const code = effect.code ?? codes[effect.status] ?? 'generalException';
  const message = effect.message ?? `A fault of the stand-in answers ${effect.status}.`;
  return graphErrorResponse(
    new GraphFailure(effect.status, code, message, headers),
    tenant.clock.stamp(),
    c.req.header('client-request-id'),
  );
}

function deltaGone(tenant: Tenant, c: SandboxContext, code = 'resyncChangesApplyDifferences'): GraphFailure {
  return new GraphFailure(410, code, 'The delta token is too old; start again from nothing.', {
    location: `${tenant.origin}${c.req.path}`,
  });
}

/** Does to a request what the switched-on faults say. Runs after the token has been checked, so that a rule can name a person. */
export function bringAboutFaults(tenant: Tenant): MiddlewareHandler<SandboxEnv> {
  const chunks = new Map<string, number>();
  tenant.events.on('reset', () => chunks.clear());
  return async (c, next) => {
    const part = partOfPath.find(([pattern]) => pattern.test(c.req.path))?.[1];
    if (part === undefined) return next();
    const isChunk = part === 'upload' && c.req.method === 'PUT';
    const taken = chunks.get(c.req.path) ?? 0;
    const carriesDeltaToken = isDelta.test(c.req.path) && deltaTokens.some((name) => c.req.query(name) !== undefined);
    const effect = tenant.faults.take(part, await describe(c, part, tenant), (candidate) => {
      if (candidate.kind === 'breakUpload') return isChunk && taken >= candidate.afterChunks;
      if (candidate.kind === 'deltaGone') return carriesDeltaToken;
      if (candidate.kind === 'notInstalled') return part === 'connector';
      if (candidate.kind === 'tokenExpired') return !meets(c, candidate.claims);
      return !['webhook', 'timeout', 'signIn'].includes(candidate.kind);
    });
    switch (effect?.kind) {
      case undefined:
        await next();
        break;
      case 'status':
        if (!effect.after) return answerInstead(tenant, c, effect);
        await next();
        c.res = answerInstead(tenant, c, effect);
        return;
      case 'drop':
        if (effect.after) await next();
        return cutConnection(c);
      case 'breakUpload':
        return cutConnection(c);
      case 'delay':
        await wait(effect.milliseconds);
        await next();
        break;
      case 'tokenExpired':
        throw unauthorized(tenant, 'expired', effect.claims);
      case 'missingScope':
        throw new GraphFailure(403, 'accessDenied', 'Access denied. The token lacks the permission for this call.');
      case 'deltaGone':
        throw deltaGone(tenant, c, effect.resync);
      case 'notInstalled':
        throw new GraphFailure(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    }
    if (isChunk && c.res.ok) chunks.set(c.req.path, taken + 1);
  };
}
