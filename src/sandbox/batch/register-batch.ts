import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';

const mostRequests = 20;
const root = '/graph/v1.0';

const batchSchema = v.object({
  requests: v.array(
    v.object({
      id: v.pipe(v.string(), v.minLength(1)),
      method: v.picklist(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
      url: v.string(),
      headers: v.optional(v.record(v.string(), v.string())),
      body: v.optional(v.unknown()),
      dependsOn: v.optional(v.array(v.string())),
    }),
  ),
});
type InnerRequest = v.InferOutput<typeof batchSchema>['requests'][number];

interface InnerAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

const badRequest = (message: string) => new GraphFailure(400, 'BadRequest', message);

function headersOf(request: InnerRequest, authorization: string | undefined): Headers {
  const headers = new Headers(request.headers);
  if (!headers.has('authorization') && authorization !== undefined) headers.set('authorization', authorization);
  return headers;
}

/** The whole batch is refused when its form is wrong; nothing of it has run then. */
function check(requests: readonly InnerRequest[]): void {
  if (requests.length === 0) throw badRequest('The batch holds no requests.');
  if (requests.length > mostRequests) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostRequests}.`);
  }
  const earlier = new Set<string>();
  for (const request of requests) {
    if (earlier.has(request.id)) throw badRequest(`The id '${request.id}' is there twice.`);
    if (/^[a-z]+:/i.test(request.url) || request.url.startsWith('//')) throw badRequest('Batched URLs are relative.');
    if (/^\/?\$batch/.test(request.url)) throw badRequest('A batch cannot hold a batch.');
    for (const id of request.dependsOn ?? []) {
      if (!earlier.has(id)) throw badRequest(`'${request.id}' depends on '${id}', which does not come before it.`);
    }
    const contentType = new Headers(request.headers).get('content-type');
    if (request.body !== undefined && !contentType) {
      throw badRequest(`Request '${request.id}' has a body but no Content-Type header.`);
    }
    earlier.add(request.id);
  }
}

function bodyOf(request: InnerRequest): string | Uint8Array<ArrayBuffer> | null {
  if (request.body === undefined) return null;
  const contentType = new Headers(request.headers).get('content-type') ?? '';
  if (/json/i.test(contentType)) return JSON.stringify(request.body);
  const text = String(request.body);
  return /^text\//i.test(contentType) ? text : new Uint8Array(Buffer.from(text, 'base64'));
}

async function toAnswer(id: string, response: Response): Promise<InnerAnswer> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) {
    if (!name.startsWith('access-control-') && name !== 'vary') headers[name] = value;
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length === 0) return { id, status: response.status, headers };
  const contentType = response.headers.get('content-type') ?? '';
  const body: unknown = /json/i.test(contentType) ? JSON.parse(bytes.toString()) : bytes.toString('base64');
  return { id, status: response.status, headers, body };
}

/**
 * Up to 20 requests in one, each answered for itself: a batch is 200 although requests inside it failed.
 * https://learn.microsoft.com/graph/json-batching
 */
export function registerBatch(app: SandboxApp): void {
  app.post(`${root}/$batch`, async (c) => {
    const parsed = v.safeParse(batchSchema, await c.req.json().catch(() => null));
    if (!parsed.success) throw badRequest('The batch is not in the form {"requests":[{"id","method","url"}]}.');
    const { requests } = parsed.output;
    check(requests);
    const origin = new URL(c.req.url).origin;
    const running = new Map<string, Promise<InnerAnswer>>();

    const run = async (request: InnerRequest): Promise<InnerAnswer> => {
      const before = await Promise.all((request.dependsOn ?? []).map((id) => running.get(id)));
      if (before.some((answer) => answer !== undefined && answer.status >= 400)) {
        const error = { code: 'FailedDependency', message: 'A request that this one depends on has failed.' };
        return { id: request.id, status: 424, headers: { 'content-type': 'application/json' }, body: { error } };
      }
      const url = `${origin}${root}${request.url.startsWith('/') ? '' : '/'}${request.url}`;
      const init = {
        method: request.method,
        headers: headersOf(request, c.req.header('authorization')),
        body: bodyOf(request),
      };
      return toAnswer(request.id, await app.fetch(new Request(url, init)));
    };
    for (const request of requests) running.set(request.id, run(request));
    return c.json({ responses: await Promise.all(running.values()) });
  });
}
