import * as v from 'valibot';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { readFault, remoteErrorFromFault, remoteErrorFromThrown } from '../graph/errors.ts';

const downloadTimeoutMs = 300_000;

const fileSchema = v.object({ '@microsoft.graph.downloadUrl': v.pipe(v.string(), v.url()) });

/**
 * The bytes of a file in the first of the drives that lets the person see it. A browser cannot follow the redirect of
 * `/content`, so the short-lived address is asked for; it carries its own right and gets no token.
 * https://learn.microsoft.com/graph/api/driveitem-get-content
 */
export async function readEvidenceBytes(
  graph: Graph,
  drives: readonly string[],
  driveItemId: string,
  send: typeof fetch = globalThis.fetch.bind(globalThis),
): Promise<Uint8Array> {
  let hidden: RemoteError | null = null;
  for (const drive of drives) {
    try {
      const file = await graph.json(fileSchema, {
        method: 'GET',
        path: `/drives/${segment(drive)}/items/${segment(driveItemId)}`,
        query: { $select: 'id,@microsoft.graph.downloadUrl' },
      });
      return await download(file['@microsoft.graph.downloadUrl'], send);
    } catch (error) {
      if (!isRemoteError(error) || (error.code !== 'notFound' && error.code !== 'forbidden')) throw error;
      hidden = error;
    }
  }
  throw hidden ?? new RemoteError('notFound', 'evidence: no drive');
}

async function download(url: string, send: typeof fetch): Promise<Uint8Array> {
  try {
    const response = await send(url, { credentials: 'omit', signal: AbortSignal.timeout(downloadTimeoutMs) });
    if (!response.ok) throw remoteErrorFromFault(await readFault(response), 'GET evidence');
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw remoteErrorFromThrown(error, 'GET evidence');
  }
}
