import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Board } from '../../src/application/ports/board.ts';
import { logSince } from './support/attack.ts';
import { boardOf, openedOn } from './support/board.ts';
import { cardsOf, itemsOf, press } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

describe('Security’s steps after a report has come', () => {
  let product: Product;
  let service: Replica;
  let submissionId: string;
  let board: Board;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    board = boardOf(product, service, 'security');
  });
  afterAll(() => product?.close());

  const opened = () => openedOn(board, product, submissionId);
  async function place() {
    const { reference } = (await opened()).incident;
    const card = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(reference));
    if (!card) throw new Error('no card');
    return card;
  }
  async function answer(verb: string, more: Record<string, unknown> = {}) {
    await press(product, 'manager', await place(), { verb, data: { submissionId, cardVersion: 1, ...more } });
    await service.desk.idle();
  }
  const entries = async () =>
    (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .sort((one, other) => Number(one.fields.Sequence) - Number(other.fields.Sequence))
      .map(({ fields }) => ({ action: fields.Action, actor: fields.Actor, detail: fields.Detail ?? '' }));
  /** The service takes in what was written into the row. */
  async function takeIn() {
    await service.work.readLists();
    await service.desk.idle();
  }

  beforeEach(async () => {
    number += 1;
    const report = await reportOf(await personOf(product, 'reporter'), number);
    ({ submissionId } = report);
    await addReport(product, 'reporter', report);
    await takeIn();
  });

  describe('Guards that the manager asked for (BEH-4.3-1)', () => {
    beforeEach(() => answer('requestGuards', { guardsNote: 'At the door until Friday.' }));

    it('are said to be arranged, once, and the manager’s card says so', async () => {
      const { incident } = await opened();
      expect(incident.tasks).toMatchObject([{ id: 't1', type: 'guards', done: null }]);
      await board.endTask(incident, 't1');
      await service.desk.idle();
      const security = await personOf(product, 'security');
      const first = (await opened()).incident.tasks[0]?.done;
      expect(first?.by.id).toBe(security.id);
      await board.endTask(incident, 't1');
      await service.desk.idle();
      expect((await opened()).incident.tasks[0]?.done).toEqual(first);
      const said = (await entries()).filter(({ action }) => action === 'taskDone');
      expect(said).toHaveLength(1);
      expect(said[0]).toMatchObject({ actor: security.id });
      expect(said[0]?.detail).not.toContain('Friday');
      const seen = await press(product, 'manager', await place(), {
        verb: 'refresh',
        data: { submissionId, cardVersion: 1 },
      });
      expect(JSON.stringify(seen.card)).toContain('wedi’i drefnu,');
      expect((await opened()).trail.findings).toEqual([]);
    });

    it.each(['manager', 'reporter', 'colleague', 'hr', 'administrator'])(
      'are arranged by Security alone: to %s they are not there, and the attempt is in the history',
      async (persona) => {
        const { incident } = await opened();
        const before = (await entries()).length;
        await expect(boardOf(product, service, persona).endTask(incident, 't1')).rejects.toMatchObject({
          code: 'notFound',
        });
        await service.desk.idle();
        expect((await opened()).incident.tasks[0]?.done).toBeNull();
        expect((await entries()).slice(before).map(({ action, actor }) => [action, actor])).toEqual([
          ['refused', (await personOf(product, persona)).id],
        ]);
      },
    );

    it('are not there under another number, nor in a record that is not there', async () => {
      const { incident } = await opened();
      await expect(board.endTask(incident, 't2')).rejects.toMatchObject({ code: 'notFound' });
      await expect(board.endTask(incident, '../t1')).rejects.toMatchObject({ code: 'notFound' });
      const log = logSince(product);
      const other = structuredClone(incident);
      other.report.submissionId = submissionId.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      await expect(board.endTask(other, 't1')).rejects.toMatchObject({ code: 'notFound' });
      other.report.submissionId = '../../team/summary';
      await expect(board.endTask(other, 't1')).rejects.toMatchObject({ code: 'notFound' });
      expect((await opened()).incident.tasks[0]?.done).toBeNull();
      expect(log().events).toContain('accessRefused');
    });
  });

  it('begins the review, closes with what came of it, and opens again with a reason (T10, T13, T14)', async () => {
    await answer('forwardToSecurity', { comment: 'Please look.' });
    await board.acknowledge('default', (await opened()).row);
    await takeIn();
    await board.startReview('default', (await opened()).row);
    await takeIn();
    expect((await opened()).incident.state).toBe('underReview');
    await board.close('default', (await opened()).row, 'Spoken to by the police.');
    await takeIn();
    const closed = (await opened()).incident;
    expect(closed.state).toBe('closed');
    expect(closed.reasons).toMatchObject([{ about: 'close', text: 'Spoken to by the police.' }]);
    await board.reopen('default', (await opened()).row, '');
    await takeIn();
    // Without a reason it is put back, and that is said.
    expect((await opened()).incident.state).toBe('closed');
    expect((await opened()).row.state).toBe('closed');
    expect((await entries()).slice(-2).map(({ action }) => action)).toEqual(['statePutBack', 'noticesSent']);
    await board.reopen('default', (await opened()).row, 'It happened again.');
    await takeIn();
    expect((await opened()).incident.state).toBe('underReview');
  });

  it('closes an assault only with the reference of the police, or a reason why there is none (POL-4.3-1, C-09, T13)', async () => {
    number += 1;
    const person = await personOf(product, 'reporter');
    const assault = await reportOf(person, number, { behaviours: ['physicalAssault'] });
    ({ submissionId } = assault);
    await addReport(product, 'reporter', assault);
    await takeIn();
    await board.acknowledge('default', (await opened()).row);
    await takeIn();
    expect((await opened()).incident).toMatchObject({ state: 'acknowledged', policeTask: 'mandatory' });
    await board.close('default', (await opened()).row, '');
    await takeIn();
    expect((await opened()).row.state).toBe('acknowledged');
    expect((await entries()).find(({ action }) => action === 'statePutBack')?.detail).toContain('tasksOpen');
    await board.close('default', (await opened()).row, 'Reference of the police: 12.');
    await takeIn();
    expect((await opened()).incident).toMatchObject({ state: 'closed', reasons: [{ about: 'close' }] });
  });
});
