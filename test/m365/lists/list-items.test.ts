import { describe, expect, it } from 'vitest';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { ListItems } from '../../../src/m365/lists/list-items.ts';

describe('A row of a list', () => {
  it('that came without its version is not written over whatever stands there', async () => {
    const sent: string[] = [];
    const graph = createGraph({
      baseUrl: 'https://graph.example',
      getToken: async () => 'token',
      fetch: async (input) => {
        sent.push(String(input));
        return Response.json({});
      },
    });
    const items = new ListItems(graph, { siteId: 'site', listId: 'list' }, []);
    await expect(items.change('1', { State: 'closed' }, '')).rejects.toMatchObject({ code: 'changedMeanwhile' });
    expect(sent).toEqual([]);
    await items.change('1', { State: 'closed' }, '"1"');
    expect(sent).toHaveLength(1);
  });
});
