import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import type { SharePointRest } from './sharepoint-rest.ts';

export type Say = (line: string) => void;

/** How a wait is sat out, and said. */
export interface Patience {
  wait(milliseconds: number): Promise<void>;
  say: Say;
}

/** The longest wait in one go that is sat out; SharePoint asks for a few minutes at most. */
const longestWaitSeconds = 600;
/** Waits in a row; then it is said to the person. */
const mostWaits = 10;

/**
 * Does it again where it was refused before anything was done (429, or 503 with a time), after the time that was asked for. Whatever may
 * have happened already is left to the next run, which looks first.
 */
async function patiently<T>({ wait, say }: Patience, work: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'throttled' || waits >= mostWaits) throw error;
      const seconds = error.retryAfterSeconds ?? 2 ** waits;
      if (seconds > longestWaitSeconds) {
        const when = `Microsoft 365 asks to be left alone for ${Math.ceil(seconds / 60)} minutes: wait that long.`;
        throw new RemoteError('throttled', when, { retryAfterSeconds: seconds, cause: error });
      }
      say(`Microsoft 365 asks to wait ${seconds} s`);
      await wait(seconds * 1000);
    }
  }
}

export function patientGraph(graph: Graph, patience: Patience): Graph {
  return {
    root: graph.root,
    json: (schema, request) => patiently(patience, () => graph.json(schema, request)),
    done: (request) => patiently(patience, () => graph.done(request)),
    bytes: (request) => patiently(patience, () => graph.bytes(request)),
    stream: (request) => patiently(patience, () => graph.stream(request)),
  };
}

export function patientRest(rest: SharePointRest, patience: Patience): SharePointRest {
  return {
    get: (schema, path) => patiently(patience, () => rest.get(schema, path)),
    post: (schema, path, body) => patiently(patience, () => rest.post(schema, path, body)),
    merge: (path, body) => patiently(patience, () => rest.merge(path, body)),
  };
}
