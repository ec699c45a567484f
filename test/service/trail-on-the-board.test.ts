import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '../../src/application/ports/board.ts';
import { asAdministrator } from './support/as-administrator.ts';
import { boardOf, openedOn } from './support/board.ts';
import { itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

describe('The history of a record, on Security’s own board (X-AUD-1)', () => {
  let product: Product;
  let service: Replica;
  let submissionId: string;
  let board: Board;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    ({ submissionId } = report);
    await addReport(product, 'reporter', report);
    await service.work.readLists();
    await service.desk.idle();
    board = boardOf(product, service, 'security');
  });
  afterAll(() => product?.close());

  const opened = () => openedOn(board, product, submissionId);
  const entries = async () =>
    (await itemsOf(product, product.settings.site.lists.audit)).sort(
      (one, other) => Number(one.fields.Sequence) - Number(other.fields.Sequence),
    );
  const bend = (method: 'PATCH' | 'DELETE', itemId: string, fields?: Record<string, unknown>) =>
    asAdministrator(product, method, { list: product.settings.site.lists.audit, itemId }, fields);

  it('is checked there and found whole', async () => {
    const { trail, history } = await opened();
    expect(trail).toEqual({ entries: (await entries()).length, findings: [] });
    expect(history).toHaveLength(trail.entries);
  });

  it('is taken out by whoever keeps the register, and that stands in it before it leaves', async () => {
    const { incident } = await opened();
    const text = new TextDecoder().decode(await board.copyTrail(incident, 'jsonl'));
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: string; actor: string; hash: string });
    const security = await personOf(product, 'security');
    expect(lines.at(-1)).toMatchObject({
      action: 'exported',
      actor: security.id,
      detail: { via: 'tab', form: 'jsonl' },
    });
    expect(lines.map(({ hash }) => hash)).toEqual((await entries()).map(({ fields }) => fields.Hash));
    const table = new TextDecoder().decode(await board.copyTrail(incident, 'csv'));
    expect(table.split('\r\n')[0]).toBe('sequence,at,actor,action,detail,id,previousHash,hash');
    expect((await opened()).trail.findings).toEqual([]);
  });

  it.each(['manager', 'reporter', 'colleague', 'hr', 'administrator'])(
    'is taken out by nobody else: to %s it is not there, and the attempt is in it',
    async (persona) => {
      const { incident } = await opened();
      const before = (await entries()).length;
      await expect(boardOf(product, service, persona).copyTrail(incident, 'csv')).rejects.toMatchObject({
        code: 'notFound',
      });
      await service.desk.idle();
      const added = (await entries()).slice(before);
      expect(added.map(({ fields }) => [fields.Action, fields.Actor])).toEqual([
        ['refused', (await personOf(product, persona)).id],
      ]);
    },
  );

  it('shows each entry that is edited, cannot be read, or is gone, where it is', async () => {
    const all = await entries();
    const [first, second] = all;
    const last = all.at(-1)!;
    await bend('PATCH', second!.id, { Actor: 'somebody else' });
    expect((await opened()).trail.findings).toEqual([{ problem: 'edited', sequence: 2 }]);
    await bend('PATCH', first!.id, { Detail: 'spilt ink' });
    const { trail, history } = await opened();
    expect(trail.findings).toEqual([
      { problem: 'unreadable', sequence: 1 },
      { problem: 'edited', sequence: 2 },
    ]);
    // The rest of the record can be read all the same.
    expect(history).toHaveLength(all.length);
    await bend('DELETE', second!.id);
    await bend('DELETE', last.id);
    expect((await opened()).trail.findings.map(({ problem, sequence }) => `${problem} ${sequence}`)).toEqual([
      'unreadable 1',
      'gap 2',
      `cutOff ${last.fields.Sequence}`,
    ]);
  });
});
