import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { readPage } from '../../../src/m365/graph/paging.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

const row = v.object({ id: v.string() });
const list = { method: 'GET', path: '/sites/s/lists/l/items', query: { $top: '2' } } as const;

describe('a page of a collection', () => {
  it('gives the link to the next one, which is followed word for word', async () => {
    await using server = await startScriptedServer((_request, count, origin) => ({
      body:
        count === 1
          ? {
              value: [{ id: '1' }],
              '@odata.nextLink': `${origin}/graph/v1.0/sites('s')/lists('l')/items?$skiptoken=a%2Bb+c%3D`,
            }
          : { value: [{ id: '2' }] },
    }));
    const graph = createGraph({ baseUrl: `${server.origin}/graph/v1.0`, getToken: async () => 't' });
    const first = await readPage(graph, row, list);
    const second = await readPage(graph, row, list, first.next ?? '');
    expect([first.items, second.items, second.next]).toEqual([[{ id: '1' }], [{ id: '2' }], null]);
    expect(server.seen[1]?.url).toBe('/graph/v1.0/sites/s/lists/l/items?$skiptoken=a%2Bb+c%3D');
  });

  it.each([
    ['another host', 'https://evil.example/graph/v1.0/sites/s/lists/l/items?$skiptoken=x'],
    ['another collection', '{origin}/graph/v1.0/me/messages?$skiptoken=x'],
    ['outside Graph', '{origin}/items?$skiptoken=x'],
    ['nowhere', 'not a link'],
  ])('never follows a link to %s', async (_name, link) => {
    await using server = await startScriptedServer(() => ({ body: { value: [] } }));
    const graph = createGraph({ baseUrl: `${server.origin}/graph`, getToken: async () => 't' });
    await expect(readPage(graph, row, list, link.replace('{origin}', server.origin))).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(server.seen).toHaveLength(0);
  });
});
