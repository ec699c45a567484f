import type * as v from 'valibot';
import type { RemoteErrorCode } from '../../application/remote-error.ts';
import { type BatchOutcome, outcomeBody, sendBatch } from './batch.ts';
import type { Graph, GraphRequest } from './client.ts';

interface Waiting {
  request: GraphRequest;
  take(outcome: BatchOutcome | null): void;
}

/** A batch renews no token and sits no wait out; a request of its own does both. */
const worthItsOwnRequest: ReadonlySet<RemoteErrorCode> = new Set(['throttled', 'server', 'signInRequired']);

/** Milliseconds. Long enough for a hash that one read waits for, short against a round trip. */
const gatherWindow = 5;

/**
 * A Graph whose reads, when asked for in one tick, leave together in one `$batch`: what the pane must know before
 * "submit" (me, my manager, is this message reported already) costs one round trip. A read alone goes alone; writes,
 * bytes and reads that can be aborted are not gathered. `ready` settles when reads can leave at all (signed in): what is
 * asked for until then joins them, also a read that must know first who is signed in.
 */
export function gatherReads(graph: Graph, ready: () => Promise<unknown> = async () => undefined): Graph {
  let waiting: Waiting[] = [];

  async function flush(): Promise<void> {
    const group = waiting;
    waiting = [];
    // Null sends the request on its own: there was only one, or the batch as a whole failed.
    const outcomes =
      group.length < 2
        ? null
        : await sendBatch(
            graph,
            group.map((each) => each.request),
          ).catch(() => null);
    group.forEach((each, index) => {
      each.take(outcomes?.[index] ?? null);
    });
  }

  function outcomeOf(request: GraphRequest): Promise<BatchOutcome | null> {
    return new Promise((resolve) => {
      waiting.push({ request, take: resolve });
      if (waiting.length > 1) return;
      // A failed sign-in is told by the requests themselves.
      const leave = () => setTimeout(flush, gatherWindow);
      ready().then(leave, leave);
    });
  }

  return {
    ...graph,
    json: async <S extends v.GenericSchema>(schema: S, request: GraphRequest) => {
      if (request.method !== 'GET' || request.signal) return graph.json(schema, request);
      const outcome = await outcomeOf(request);
      if (outcome === null || (!outcome.ok && worthItsOwnRequest.has(outcome.error.code))) {
        return graph.json(schema, request);
      }
      return outcomeBody(schema, outcome);
    },
  };
}
