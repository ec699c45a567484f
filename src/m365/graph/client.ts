import { Client, type Middleware, ResponseType, TelemetryHandler } from '@microsoft/microsoft-graph-client';
import * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import { AuthorizationHandler, type GetToken } from './authorization.ts';
import { readFault, remoteErrorFromFault, remoteErrorFromThrown } from './errors.ts';
import { carriedFailure, FailureCarrier } from './failure-carrier.ts';
import { createRetryHandler } from './retry.ts';
import { ThresholdReader } from './threshold-reader.ts';
import { TransportHandler } from './transport.ts';

export interface GraphRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Under the version, e.g. `/me/messages`. Ids go through `segment()` first. */
  path: string;
  /** Values as they are meant, encoded here; or, from a link, the query as it was given. */
  query?: Record<string, string> | string;
  headers?: Record<string, string>;
  /** JSON by default; a Blob goes as it is, with its own type. */
  body?: unknown;
  signal?: AbortSignal;
  /** From the moment it is sent; default 30 000. */
  timeoutMs?: number;
}

/** Microsoft Graph as adapters use it. Every method throws `RemoteError`, and nothing else. */
export interface Graph {
  /** Address that requests go to, with version and a trailing slash. */
  readonly root: URL;
  /** The answer's body, checked against the schema: list only the fields that are used. */
  json<S extends v.GenericSchema>(schema: S, request: GraphRequest): Promise<v.InferOutput<S>>;
  /** For answers without a body that matters. */
  done(request: GraphRequest): Promise<void>;
  bytes(request: GraphRequest): Promise<Uint8Array>;
  /** The same in pieces, as they arrive: for files that should not stand in memory as a whole. */
  stream(request: GraphRequest): Promise<AsyncIterable<Uint8Array>>;
}

export interface GraphOptions {
  /** `https://graph.microsoft.com/v1.0`, or without the version, which is then v1.0. */
  baseUrl: string;
  getToken: GetToken;
  fetch?: typeof fetch;
  /** How the short wait before a repeat is sat out, in milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Stands before each request that is sent: the service keeps all of its own back where one was told to wait. */
  gate?: Middleware;
}

/**
 * The Graph client of browser and service alike: Microsoft's library with its telemetry and (restrained) retry
 * handlers, and our own for tokens and for the network.
 *
 * Redirects are left to `fetch`, which drops `Authorization` when the origin changes; the library's handler for them
 * cannot work in a browser, where a redirect is opaque.
 */
export function createGraph({
  baseUrl,
  getToken,
  fetch: send = globalThis.fetch.bind(globalThis),
  wait,
  gate,
}: GraphOptions): Graph {
  const root = graphRoot(baseUrl);
  const version = root.pathname.split('/').at(-2) ?? 'v1.0';
  const chain = [
    new FailureCarrier(),
    new AuthorizationHandler(root, getToken),
    createRetryHandler(wait),
    ...(gate ? [gate] : []),
    new ThresholdReader(),
    new TelemetryHandler(),
    new TransportHandler(send),
  ];
  const client = Client.initWithMiddleware({
    baseUrl: new URL('..', root).href,
    defaultVersion: version,
    middleware: chain,
  });

  async function exchange(request: GraphRequest): Promise<Response> {
    const what = nameOf(request);
    const query = queryText(request.query);
    const call = client
      // Given with the path, because the library writes a question mark for an empty query.
      .api(query === '' ? request.path : `${request.path}?${query}`)
      .headers(request.headers ?? {})
      .options({ signal: request.signal, timeoutMs: request.timeoutMs })
      // The library's own parsing guesses by content type; the raw answer leaves no doubt.
      .responseType(ResponseType.RAW);
    let response: Response;
    try {
      response = await perform(call, request);
    } catch (error) {
      throw remoteErrorFromThrown(carriedFailure(error), what);
    }
    if (!response.ok) throw remoteErrorFromFault(await readFault(response), what);
    return response;
  }

  async function read<T>(request: GraphRequest, take: (response: Response) => Promise<T>): Promise<T> {
    const response = await exchange(request);
    try {
      return await take(response);
    } catch (error) {
      // Without its cause, which quotes the body.
      if (error instanceof SyntaxError) throw new RemoteError('server', `${nameOf(request)}: not JSON`);
      throw remoteErrorFromThrown(error, nameOf(request));
    }
  }

  return {
    root,
    json: async (schema, request) => parseAnswer(schema, await read(request, (response) => response.json())),
    done: async (request) => {
      // A proxy's page is no success, whatever its status: nothing was sent or deleted.
      await read(request, (response) => response.text().then((text) => text && JSON.parse(text)));
    },
    bytes: async (request) => new Uint8Array(await read(request, (response) => response.arrayBuffer())),
    stream: async (request) => piecesOf(await exchange(request), nameOf(request)),
  };
}

/** A connection that breaks on the way is an error of ours, like one that breaks before. */
async function* piecesOf(response: Response, what: string): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
  } catch (error) {
    throw remoteErrorFromThrown(error, what);
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

/** Checks what came from outside. An answer of another shape is the other side's fault, and may be better next time. */
export function parseAnswer<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const where = result.issues.map((issue) => v.getDotPath(issue) ?? 'root').join(', ');
  throw new RemoteError('server', `answer not understood at ${where}`);
}

/** One path segment from an id or name. */
export function segment(value: string): string {
  return encodeURIComponent(value);
}

/** A text literal in an OData filter; quotes are doubled. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function graphRoot(baseUrl: string): URL {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return new URL(/\/(v1\.0|beta)$/.test(trimmed) ? `${trimmed}/` : `${trimmed}/v1.0/`);
}

/** The query without its question mark; empty when there is none. */
export function queryText(query: GraphRequest['query'] = {}): string {
  if (typeof query === 'string') return query;
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

type LibraryRequest = ReturnType<Client['api']>;

function perform(call: LibraryRequest, request: GraphRequest): Promise<Response> {
  // Absent stays absent: an action like `send` takes no body. https://learn.microsoft.com/graph/api/message-send
  const { body } = request;
  if (request.method === 'GET') return call.get();
  if (request.method === 'DELETE') return call.delete();
  if (body instanceof Blob && body.type) call.header('Content-Type', body.type);
  if (request.method === 'POST') return call.post(body);
  return request.method === 'PATCH' ? call.patch(body) : call.put(body);
}

/** For logs: ids and addresses out of the path, so that a message never names a person or a mail. */
function nameOf({ method, path }: GraphRequest): string {
  const shape = path
    .split('?')[0]
    ?.split('/')
    .map((part) => (/^[$a-zA-Z]{1,24}(\.\w+)?$/.test(part) ? part : part && '*'))
    .join('/');
  return `${method} ${shape}`;
}
