import type * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import { parseAnswer } from '../graph/client.ts';
import { readFault, remoteErrorFromFault, remoteErrorFromThrown } from '../graph/errors.ts';

/** The little of SharePoint's own REST that Graph cannot do (facts 1.6, 1.7): provisioning writes by it, the service only looks. */
export interface SharePointRest {
  get<S extends v.GenericSchema>(schema: S, path: string): Promise<v.InferOutput<S>>;
  post<S extends v.GenericSchema>(schema: S, path: string, body?: unknown): Promise<v.InferOutput<S>>;
  merge(path: string, body: unknown): Promise<void>;
}

const plainJson = 'application/json;odata=nometadata';
const timeoutMs = 60_000;

/** `siteUrl` is the site's own address; the token is for SharePoint, not for Graph. */
export function createSharePointRest(
  siteUrl: string,
  getToken: GetToken,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): SharePointRest {
  async function exchange(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<unknown> {
    const what = `${method} _api/${path.replace(/'[^']*'/g, '*')}`;
    try {
      const ask = async (renew: boolean) =>
        send(`${siteUrl}/_api/${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${await getToken({ renew })}`,
            Accept: plainJson,
            'Content-Type': plainJson,
            ...headers,
          },
          signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      let response = await ask(false);
      // The token may be older than the consent, or taken back before its time; the second refusal is meant.
      if (response.status === 401 || response.status === 403) response = await ask(true);
      if (!response.ok) throw remoteErrorFromFault(await readFault(response), what);
      return await jsonIn(response, what);
    } catch (error) {
      throw remoteErrorFromThrown(error, what);
    }
  }

  return {
    get: async (schema, path) => parseAnswer(schema, await exchange('GET', path, {})),
    post: async (schema, path, body) => parseAnswer(schema, await exchange('POST', path, {}, body)),
    merge: async (path, body) => {
      await exchange('POST', path, { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' }, body);
    },
  };
}

/** The answer's body; null when it has none. A proxy's page is no success, whatever its status: nothing was read or written. */
async function jsonIn(response: Response, what: string): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause, which quotes the body.
    throw new RemoteError('server', `${what}: not JSON`);
  }
}
