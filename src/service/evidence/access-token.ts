import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { Clock } from '../../application/ports/clock.ts';

const scope = 'access_as_user';
/** What signed tokens are given everywhere: their time comes from another machine, whose clock may be ahead of this one. X-TIME-1 */
const toleranceSeconds = 5 * 60;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface AccessTokenRules {
  issuer: string;
  keysUrl: string;
  tenantId: string;
  clientId: string;
}

export type AccessVerdict = { ok: true; staffId: string } | { ok: false; status: 401 | 403; reason: string };

/** Checks an access token for our own API, got by our own pages for a signed-in person. An id token or one for Graph is refused. */
export class AccessTokenCheck {
  readonly #rules: AccessTokenRules;
  readonly #clock: Clock;
  readonly #keySet: ReturnType<typeof createRemoteJWKSet>;

  constructor(rules: AccessTokenRules, clock: Clock, send: typeof fetch = globalThis.fetch) {
    this.#rules = rules;
    this.#clock = clock;
    this.#keySet = createRemoteJWKSet(new URL(rules.keysUrl), { timeoutDuration: 10_000, [customFetch]: send });
  }

  async check(authorization: string | undefined): Promise<AccessVerdict> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return { ok: false, status: 401, reason: 'missing' };
    const { issuer, clientId, tenantId } = this.#rules;
    try {
      const { payload } = await jwtVerify(token, this.#keySet, {
        issuer,
        // Version 2 tokens carry the client id, version 1 tokens the API's URI; both name our API alone.
        audience: [clientId, `api://${clientId}`],
        algorithms: ['RS256'],
        clockTolerance: toleranceSeconds,
        requiredClaims: ['exp', 'oid', 'tid'],
        currentDate: this.#clock.now(),
      });
      if (payload.tid !== tenantId) return { ok: false, status: 401, reason: 'tenant' };
      // An API's scope can be given to other apps of the tenant; only our own pages speak for a person here.
      const app = payload.azp ?? payload.appid;
      if (app !== undefined && app !== clientId) return { ok: false, status: 403, reason: 'client' };
      if (payload.idtyp === 'app') return { ok: false, status: 403, reason: 'appOnly' };
      const scopes = typeof payload.scp === 'string' ? payload.scp.split(' ') : [];
      // An app-only token has no `scp`: no app may file evidence in a person's name.
      if (!scopes.includes(scope)) return { ok: false, status: 403, reason: 'scope' };
      if (typeof payload.oid !== 'string' || !guid.test(payload.oid)) return { ok: false, status: 401, reason: 'oid' };
      return { ok: true, staffId: payload.oid };
    } catch (error) {
      if (error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT') {
        return { ok: false, status: 401, reason: error.code };
      }
      throw error;
    }
  }
}
