import * as v from 'valibot';
import { RemoteError, type RemoteErrorCode } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import type { RequestGate } from '../throttling/request-gate.ts';

const timeoutMs = 15_000;

/** Refusals by name (facts 4.3). The first two mean that the app is not there, the others that somebody does not want it. */
const byName: Record<string, RemoteErrorCode> = {
  BotNotInConversationRoster: 'notFound',
  ConversationNotFound: 'notFound',
  ConversationBlockedByUser: 'forbidden',
  BotDisabledByAdmin: 'forbidden',
  MessageSizeTooBig: 'tooLarge',
};

const byStatus: Record<number, RemoteErrorCode> = {
  401: 'signInRequired',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  // Teams asks for the same request once more (facts 4.3).
  412: 'server',
  413: 'tooLarge',
  429: 'throttled',
  504: 'timeout',
};

const idSchema = v.object({ id: v.string() });
const memberSchema = v.object({ id: v.string(), aadObjectId: v.nullish(v.string()), objectId: v.nullish(v.string()) });

export interface ConnectorOptions {
  botId: string;
  tenantId: string;
  getToken: GetToken;
  fetch?: typeof fetch;
  gate?: RequestGate;
}

/** The Bot Connector's REST interface, as far as a bot with personal chats needs it. Throws `RemoteError`. */
export class Connector {
  readonly #options: ConnectorOptions;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  /** The personal chat with this person; the same one however often it is asked for. */
  async openConversation(serviceUrl: string, staffId: string): Promise<string> {
    const { botId, tenantId } = this.#options;
    const body = {
      bot: { id: `28:${botId}` },
      members: [{ id: staffId }],
      isGroup: false,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    return idOf(idSchema, await this.#call('POST', serviceUrl, '/v3/conversations', body));
  }

  /** The person's id in this chat. */
  async memberId(serviceUrl: string, conversationId: string, staffId: string): Promise<string> {
    const path = `/v3/conversations/${encodeURIComponent(conversationId)}/members/${encodeURIComponent(staffId)}`;
    return idOf(memberSchema, await this.#call('GET', serviceUrl, path));
  }

  async post(serviceUrl: string, conversationId: string, activity: object): Promise<string> {
    const path = `/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    return idOf(idSchema, await this.#call('POST', serviceUrl, path, activity));
  }

  async update(serviceUrl: string, conversationId: string, activityId: string, activity: object): Promise<void> {
    const path = `/v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
    await this.#call('PUT', serviceUrl, path, { ...activity, id: activityId });
  }

  /** Leaves a line in the chat that a message was deleted, and nothing of it. */
  async remove(serviceUrl: string, conversationId: string, activityId: string): Promise<void> {
    const path = `/v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
    await this.#call('DELETE', serviceUrl, path);
  }

  /** A token that is refused before its time is replaced once. */
  async #call(method: string, serviceUrl: string, path: string, body?: object): Promise<unknown> {
    const url = `${serviceUrl.replace(/\/+$/, '')}${path}`;
    const { getToken } = this.#options;
    let response = await this.#send(method, url, await getToken(), body);
    if (response.status === 401) response = await this.#send(method, url, await getToken({ renew: true }), body);
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw connectorError(response, answer);
    if (isPage(response)) throw new RemoteError('server', `connector: ${method} was answered with a page`);
    return answer;
  }

  async #send(method: string, url: string, token: string, body?: object): Promise<Response> {
    const { fetch: send = fetch, gate } = this.#options;
    const exchange = () =>
      send(url, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
    try {
      return await (gate ? gate.through(`connector ${new URL(url).host}`, exchange) : exchange());
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      throw new RemoteError(isTimeout ? 'timeout' : 'offline', `connector: ${method} got no answer`, { cause: error });
    }
  }
}

/** Without an id nobody can say what became of it: it is looked for by its key, like one that had no answer. */
function idOf(schema: v.GenericSchema<unknown, { id: string }>, answer: unknown): string {
  const parsed = v.safeParse(schema, answer);
  if (!parsed.success) throw new RemoteError('server', 'connector: the answer names no id');
  return parsed.output.id;
}

/** A success that a proxy between us and Teams has made up: nothing was done. Teams answers with JSON or nothing. */
function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

const errorSchema = v.object({ error: v.object({ code: v.string() }) });

function connectorError(response: Response, answer: unknown): RemoteError {
  const parsed = v.safeParse(errorSchema, answer);
  const name = parsed.success ? parsed.output.error.code : '';
  const code = byName[name] ?? byStatus[response.status] ?? (response.status >= 500 ? 'server' : 'invalid');
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RemoteError(code, `connector: ${response.status} ${name}`.trim(), {
    status: response.status,
    ...(Number.isFinite(wait) ? { retryAfterSeconds: wait } : {}),
  });
}
