import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Clock } from '../../application/ports/clock.ts';

/** What the Bot Connector promises in its tokens (facts 6). */
const issuer = 'https://api.botframework.com';
const toleranceSeconds = 5 * 60;
const metadataLifetimeMs = 24 * 60 * 60_000;
const timeoutMs = 10_000;

const metadataSchema = v.object({ jwks_uri: v.pipe(v.string(), v.url()) });
const keysSchema = v.object({
  keys: v.array(v.looseObject({ kid: v.string(), endorsements: v.optional(v.array(v.string())) })),
});

export type ChannelVerdict = { ok: true } | { ok: false; reason: string };

export interface ChannelTokenRules {
  botId: string;
  openIdMetadataUrl: string;
  /** A `serviceUrl` must start with one of these. */
  allowedServiceUrls: readonly string[];
}

interface KeySource {
  keySet: ReturnType<typeof createRemoteJWKSet>;
  url: string;
  endorsements: Map<string, readonly string[]>;
  readAt: number;
}

/**
 * Checks that a request to the bot endpoint comes from the Bot Connector and is meant for this bot: signature, issuer, audience,
 * time, service URL and the key's endorsement of the channel. Nothing in the body is believed before.
 */
export class ChannelTokenCheck {
  readonly #rules: ChannelTokenRules;
  readonly #clock: Clock;
  readonly #fetch: typeof fetch;
  #source: Promise<KeySource> | null = null;

  constructor(rules: ChannelTokenRules, clock: Clock, send: typeof fetch = globalThis.fetch) {
    this.#rules = rules;
    this.#clock = clock;
    this.#fetch = send;
  }

  /** `activity` is null for a body that is none: then the token alone decides, and nothing may follow from the body. */
  async check(
    authorization: string | undefined,
    activity: { serviceUrl: string; channelId: string } | null,
  ): Promise<ChannelVerdict> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return { ok: false, reason: 'missing' };
    if (activity && !this.#isAllowed(activity.serviceUrl)) return { ok: false, reason: 'serviceUrlNotAllowed' };
    const source = await this.#keys();
    let payload: JWTPayload;
    let keyId: string;
    try {
      const verified = await jwtVerify(token, source.keySet, {
        issuer,
        audience: this.#rules.botId,
        algorithms: ['RS256'],
        clockTolerance: toleranceSeconds,
        requiredClaims: ['exp'],
        currentDate: this.#clock.now(),
      });
      payload = verified.payload;
      keyId = verified.protectedHeader.kid ?? '';
    } catch (error) {
      if (error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT')
        return { ok: false, reason: error.code };
      throw error;
    }
    if (!activity) return { ok: true };
    // The claim's name differs by case between channels; both are the same promise.
    const promised = payload.serviceurl ?? payload.serviceUrl;
    if (typeof promised !== 'string' || !isSameUrl(promised, activity.serviceUrl)) {
      return { ok: false, reason: 'serviceUrl' };
    }
    return (await this.#endorses(keyId, activity.channelId)) ? { ok: true } : { ok: false, reason: 'endorsement' };
  }

  #isAllowed(serviceUrl: string): boolean {
    if (!URL.canParse(serviceUrl)) return false;
    const asked = new URL(serviceUrl);
    return this.#rules.allowedServiceUrls.some((each) => {
      const allowed = new URL(each);
      return asked.origin === allowed.origin && `${asked.pathname}/`.startsWith(allowed.pathname.replace(/\/*$/, '/'));
    });
  }

  /** A key without endorsements vouches for no channel. A key that was changed meanwhile is looked up once more. */
  async #endorses(keyId: string, channelId: string): Promise<boolean> {
    let source = await this.#keys();
    if (!source.endorsements.has(keyId)) {
      this.#source = null;
      source = await this.#keys();
    }
    return source.endorsements.get(keyId)?.includes(channelId) ?? false;
  }

  #keys(): Promise<KeySource> {
    this.#source = (this.#source ?? this.#read()).then(
      (source) => (this.#clock.now().getTime() - source.readAt > metadataLifetimeMs ? this.#read() : source),
      () => this.#read(),
    );
    return this.#source;
  }

  async #read(): Promise<KeySource> {
    const metadata = v.parse(metadataSchema, await this.#get(this.#rules.openIdMetadataUrl));
    const { keys } = v.parse(keysSchema, await this.#get(metadata.jwks_uri));
    return {
      keySet: createRemoteJWKSet(new URL(metadata.jwks_uri), {
        timeoutDuration: timeoutMs,
        [customFetch]: this.#fetch,
      }),
      url: metadata.jwks_uri,
      endorsements: new Map(keys.map((key) => [key.kid, key.endorsements ?? []])),
      readAt: this.#clock.now().getTime(),
    };
  }

  async #get(url: string): Promise<unknown> {
    const response = await this.#fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`The channel's keys could not be read: ${response.status}`);
    return response.json();
  }
}

function isSameUrl(one: string, other: string): boolean {
  return one.replace(/\/+$/, '').toLowerCase() === other.replace(/\/+$/, '').toLowerCase();
}
