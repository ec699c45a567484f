import type { Board } from '../../../src/application/ports/board.ts';
import { createBoard } from '../../../src/m365/board/security-board.ts';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { createServiceClient } from '../../../src/m365/service-client/service-client.ts';
import { incidents } from './look.ts';
import type { Product, Replica } from './product.ts';

/** Security's board with that person's own tokens, as the tab has them. */
export function boardOf(product: Product, { origin }: Replica, persona: string): Board {
  const { clientId, graphBaseUrl, site } = product.settings;
  const app = clientId;
  const graph = createGraph({
    baseUrl: graphBaseUrl,
    getToken: () => product.token({ persona, app, scopes: ['Sites.Selected', 'Sites.ReadWrite.All', 'User.Read'] }),
  });
  const own = () => product.token({ persona, app, audience: `api://${clientId}`, scopes: ['access_as_user'] });
  return createBoard(graph, createServiceClient(origin, own), site, { now: () => new Date() });
}

/** The record of a submission as that board opens it. */
export async function openedOn(board: Board, product: Product, submissionId: string) {
  const found = (await incidents(product)).find(({ incident }) => incident.report.submissionId === submissionId);
  return board.open('default', found?.item.id ?? '');
}
