import type * as v from 'valibot';
import type { GetToken } from '../graph/authorization.ts';
import { parseAnswer } from '../graph/client.ts';
import { readFault, remoteErrorFromFault, remoteErrorFromThrown } from '../graph/errors.ts';

/** The little of SharePoint's own REST that Graph cannot do (facts 1.6, 1.7); used by provisioning only. */
export interface SharePointRest {
  get<S extends v.GenericSchema>(schema: S, path: string): Promise<v.InferOutput<S>>;
  post<S extends v.GenericSchema>(schema: S, path: string, body?: unknown): Promise<v.InferOutput<S>>;
  merge(path: string, body: unknown): Promise<void>;
}

const plainJson = 'application/json;odata=nometadata';
const timeoutMs = 60_000;

/** `siteUrl` is the site's own address; the token is for SharePoint, not for Graph. */
export function createSharePointRest(siteUrl: string, getToken: GetToken): SharePointRest {
  async function exchange(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const what = `${method} _api/${path.replace(/'[^']*'/g, '*')}`;
    try {
      const response = await fetch(`${siteUrl}/_api/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await getToken()}`,
          Accept: plainJson,
          'Content-Type': plainJson,
          ...headers,
        },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw remoteErrorFromFault(await readFault(response), what);
      return response;
    } catch (error) {
      throw remoteErrorFromThrown(error, what);
    }
  }

  const parsed = async <S extends v.GenericSchema>(schema: S, response: Response) => {
    const text = await response.text();
    return parseAnswer(schema, text === '' ? null : JSON.parse(text));
  };

  return {
    get: async (schema, path) => parsed(schema, await exchange('GET', path, {})),
    post: async (schema, path, body) => parsed(schema, await exchange('POST', path, {}, body)),
    merge: async (path, body) => {
      await exchange('POST', path, { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' }, body);
    },
  };
}
