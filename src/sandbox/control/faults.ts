import { randomUUID } from 'node:crypto';

/** Where in the tenant a fault acts. The first seven are HTTP; the last three are things the tenant itself does. */
export const faultParts = [
  'graph',
  'login',
  'identity',
  'connector',
  'sharepoint',
  'upload',
  'signin',
  'webhook',
  'invoke',
  'host',
] as const;
export type FaultPart = (typeof faultParts)[number];

/** Every condition that is given must hold. */
export interface FaultMatch {
  part?: FaultPart;
  /** HTTP method, for example `POST`. */
  method?: string;
  /** Path with `*` for any run of characters, for example `/graph/v1.0/me/sendM*`. */
  path?: string;
  /** Text that the request's body must hold. */
  body?: string;
  /** Persona key or object id of the signed-in person. */
  persona?: string;
  /** Client id of the app. */
  app?: string;
}

export type FaultEffect =
  /** Answers instead of doing the work; `after: true` does the work first and then hides it behind this answer. */
  | { kind: 'status'; status: number; retryAfter?: number; code?: string; message?: string; after?: boolean }
  /** Cuts the connection, before or after the work. */
  | { kind: 'drop'; after?: boolean }
  | { kind: 'delay'; milliseconds: number }
  /**
   * 401 as for a token that has run out; `claims` makes it a claims challenge, which a token that has what it asks for (`acrs`) passes.
   */
  | { kind: 'tokenExpired'; claims?: string }
  /** 403 as for a token without the scope. */
  | { kind: 'missingScope' }
  /** Each upload session takes this many chunks and then breaks. */
  | { kind: 'breakUpload'; afterChunks: number }
  /** 410 for a delta that carries a token: start again. */
  | { kind: 'deltaGone'; resync?: 'resyncChangesApplyDifferences' | 'resyncChangesUploadDifferences' }
  | { kind: 'webhook'; delivery: 'never' | 'late' | 'twice'; delaySeconds?: number }
  /** The bot is not installed for the person. */
  | { kind: 'notInstalled' }
  /** The answer to a card's action comes too late for Teams, although the work was done. */
  | { kind: 'timeout'; milliseconds?: number }
  /** What the sign-in says instead of giving a token; `other_organisation`: it gives one, of an account of another tenant. */
  | { kind: 'signIn'; refusal: SignInRefusal; interactiveToo?: boolean };

export const signInRefusals = [
  'interaction_required',
  'consent_required',
  'account_unavailable',
  'user_cancel',
  'no_network',
  'transient',
  'persistent',
  'disabled',
  'unavailable',
  'other_organisation',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

export interface FaultRule {
  id: string;
  match: FaultMatch;
  /** How often it acts; null until it is removed. */
  times: number | null;
  /** How many matches go by before it acts. */
  skip: number;
  effect: FaultEffect;
  /** Matches so far, with those that were let by. */
  seen: number;
  /** How often it has acted. */
  hits: number;
}

/** Something that is about to happen. */
export interface Occasion {
  method?: string;
  path?: string;
  body?: string;
  persona?: string[];
  app?: string;
}

function pathMatches(pattern: string, path: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i').test(path);
}

function matches(match: FaultMatch, part: FaultPart, occasion: Occasion): boolean {
  if (match.part !== undefined && match.part !== part) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== occasion.method?.toUpperCase()) return false;
  if (match.path !== undefined && !pathMatches(match.path, occasion.path ?? '')) return false;
  if (match.body !== undefined && !(occasion.body ?? '').includes(match.body)) return false;
  if (match.persona !== undefined && !(occasion.persona ?? []).includes(match.persona)) return false;
  if (match.app !== undefined && match.app !== occasion.app) return false;
  return true;
}

/** The faults that are switched on. Kept in memory: a restart is a mended tenant. */
export class FaultBoard {
  #rules: FaultRule[] = [];

  add(rule: { match?: FaultMatch; times?: number | null; skip?: number; effect: FaultEffect }): FaultRule {
    const added: FaultRule = {
      id: randomUUID(),
      match: rule.match ?? {},
      times: rule.times === undefined ? 1 : rule.times,
      skip: rule.skip ?? 0,
      effect: rule.effect,
      seen: 0,
      hits: 0,
    };
    this.#rules.push(added);
    return added;
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  remove(id: string): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    return this.#rules.length < before;
  }

  clear(): void {
    this.#rules = [];
  }

  /** True when some rule of this part looks at the request's body (so that others need not be read). */
  readsBody(part: FaultPart): boolean {
    return this.#rules.some((rule) => rule.match.body !== undefined && (rule.match.part ?? part) === part);
  }

  /**
   * The first rule that acts on this occasion, used up once; null when none does.
   * `accepts` leaves out effects that cannot be brought about here; those are not used up.
   */
  take(
    part: FaultPart,
    occasion: Occasion,
    accepts: (effect: FaultEffect) => boolean = () => true,
  ): FaultEffect | null {
    for (const rule of this.#rules) {
      if (!accepts(rule.effect)) continue;
      if (rule.times !== null && rule.hits >= rule.times) continue;
      if (!matches(rule.match, part, occasion)) continue;
      rule.seen += 1;
      if (rule.seen <= rule.skip) continue;
      rule.hits += 1;
      return rule.effect;
    }
    return null;
  }
}
