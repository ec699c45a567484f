import * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import { type Graph, type GraphRequest, parseAnswer, queryText } from './client.ts';
import { faultFrom, remoteErrorFromFault } from './errors.ts';

/** Graph takes no more in one batch (facts 1.8). */
const batchLimit = 20;

const batchSchema = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});

/** The outcome of one request of a batch. */
export type BatchOutcome = { ok: true; body: unknown } | { ok: false; error: RemoteError };

/**
 * Sends requests together, up to 20 in one round trip, and gives each its own outcome in the order asked: a batch
 * answers 200 while requests in it were refused or throttled. There is no transaction.
 */
export async function sendBatch(graph: Graph, requests: readonly GraphRequest[]): Promise<BatchOutcome[]> {
  const outcomes: BatchOutcome[] = [];
  for (let start = 0; start < requests.length; start += batchLimit) {
    outcomes.push(...(await sendOne(graph, requests.slice(start, start + batchLimit))));
  }
  return outcomes;
}

/** The body of one outcome, checked; throws the outcome's own error. */
export function outcomeBody<S extends v.GenericSchema>(schema: S, outcome: BatchOutcome | undefined): v.InferOutput<S> {
  if (!outcome) throw new RemoteError('server', 'batch: an answer is missing');
  if (!outcome.ok) throw outcome.error;
  return parseAnswer(schema, outcome.body);
}

/** The same, with null for 404. */
export function outcomeBodyOrNull<S extends v.GenericSchema>(
  schema: S,
  outcome: BatchOutcome | undefined,
): v.InferOutput<S> | null {
  if (outcome && !outcome.ok && outcome.error.code === 'notFound') return null;
  return outcomeBody(schema, outcome);
}

async function sendOne(graph: Graph, requests: readonly GraphRequest[]): Promise<BatchOutcome[]> {
  const { responses } = await graph.json(batchSchema, {
    method: 'POST',
    path: '/$batch',
    body: { requests: requests.map(entry) },
  });
  return requests.map((request, index): BatchOutcome => {
    const answer = responses.find((each) => each.id === String(index + 1));
    if (!answer) return { ok: false, error: new RemoteError('server', 'batch: an answer is missing') };
    if (answer.status < 300) return { ok: true, body: answer.body };
    const headers = new Headers(answer.headers);
    const fault = faultFrom(answer.status, (name) => headers.get(name), answer.body);
    return { ok: false, error: remoteErrorFromFault(fault, `batched ${request.method}`) };
  });
}

function entry(request: GraphRequest, index: number): Record<string, unknown> {
  const query = queryText(request.query);
  return {
    id: String(index + 1),
    method: request.method,
    url: query === '' ? request.path : `${request.path}?${query}`,
    ...(request.body === undefined
      ? { headers: request.headers }
      : { body: request.body, headers: { 'Content-Type': 'application/json', ...request.headers } }),
  };
}
