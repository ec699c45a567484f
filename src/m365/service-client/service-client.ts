import type * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import type { GetToken } from '../graph/authorization.ts';
import { parseAnswer } from '../graph/client.ts';
import { faultFrom, remoteErrorFromFault, remoteErrorFromThrown } from '../graph/errors.ts';

/** Bytes of an answer, with what else is needed of it. */
interface Answer {
  status: number;
  header: (name: string) => string | null;
  text: () => string;
  bytes: Uint8Array;
}

export interface ServiceRequest {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  /** Left empty for one that has none. */
  body: string | Uint8Array;
  onProgress?: ((sent: number, total: number) => void) | undefined;
}

/** Our own service, from our own pages. Throws `RemoteError`. */
export interface ServiceClient {
  send<S extends v.GenericSchema>(schema: S, request: ServiceRequest): Promise<v.InferOutput<S>>;
  /** The answer as it is. */
  bytes(request: ServiceRequest): Promise<Uint8Array>;
}

/** A 150 MB file on a slow line. */
const timeoutMs = 600_000;

/** `origin` is empty for a page the service itself has served. A refused token is renewed once. */
export function createServiceClient(origin: string, getToken: GetToken): ServiceClient {
  const send = typeof XMLHttpRequest === 'undefined' ? sendByFetch : sendByXhr;

  async function attempt(request: ServiceRequest, token: string): Promise<Answer> {
    try {
      return await send(`${origin}${request.path}`, {
        ...request,
        headers: { ...request.headers, Authorization: `Bearer ${token}` },
      });
    } catch (error) {
      throw remoteErrorFromThrown(error, `${request.method} to the service`);
    }
  }

  async function good(request: ServiceRequest): Promise<Answer> {
    let answer = await attempt(request, await getToken());
    if (answer.status === 401) answer = await attempt(request, await getToken({ renew: true }));
    if (answer.status < 200 || answer.status > 299) {
      const fault = faultFrom(answer.status, answer.header, readJson(answer.text()));
      throw remoteErrorFromFault(fault, `${request.method} to the service`);
    }
    return answer;
  }

  return {
    send: async (schema, request) => parseAnswer(schema, readJson((await good(request)).text())),
    bytes: async (request) => (await good(request)).bytes,
  };
}

async function sendByFetch(url: string, request: ServiceRequest): Promise<Answer> {
  const response = await fetch(url, {
    method: request.method,
    headers: request.headers,
    ...(request.body === '' ? {} : { body: request.body as string | Uint8Array<ArrayBuffer> }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return answerOf(response.status, (name) => response.headers.get(name), await response.arrayBuffer());
}

/** `fetch` tells nothing of how far an upload has come; this does. */
function sendByXhr(url: string, request: ServiceRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest();
    exchange.open(request.method, url);
    exchange.timeout = timeoutMs;
    exchange.responseType = 'arraybuffer';
    for (const [name, value] of Object.entries(request.headers)) exchange.setRequestHeader(name, value);
    exchange.upload.onprogress = (event) => request.onProgress?.(event.loaded, event.total);
    exchange.onload = () =>
      resolve(answerOf(exchange.status, (name) => exchange.getResponseHeader(name), exchange.response as ArrayBuffer));
    exchange.onerror = () => reject(new RemoteError('offline', `${request.method} to the service: no answer`));
    exchange.ontimeout = () => reject(new RemoteError('timeout', `${request.method} to the service`));
    const { body } = request;
    // A blob goes to the network from another process; an array is copied on the thread the person types on.
    exchange.send(typeof body === 'string' ? body : new Blob([body as Uint8Array<ArrayBuffer>]));
  });
}

function answerOf(status: number, header: Answer['header'], body: ArrayBuffer): Answer {
  const bytes = new Uint8Array(body);
  return { status, header, bytes, text: () => new TextDecoder().decode(bytes) };
}

function readJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
