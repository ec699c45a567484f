import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenEach } from '../../../src/application/refusal-limit.ts';
import { invoke } from '../support/attack.ts';
import { MovableClock } from '../support/clocks.ts';
import { itemsOf } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, addRow, personOf, reportOf } from '../support/reporter.ts';

describe('Somebody who tries again and again (X-AUD-1)', () => {
  let product: Product;
  let service: Replica;
  let submissionId: string;
  const clock = new MovableClock();
  const hour = 3_600_000;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica({ clock });
    // No hour may be over before all is tried; tokens are for the present, so the clock cannot be put there.
    const left = hour - (Date.now() % hour);
    if (left < 30_000) await new Promise((done) => setTimeout(done, left));
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    ({ submissionId } = report);
    await addReport(product, 'reporter', report);
    await service.work.readLists();
    await service.desk.idle();
  });
  afterAll(() => product?.close());

  async function refused(): Promise<Record<string, string>[]> {
    const items = await itemsOf(product, product.settings.site.lists.audit);
    return items
      .filter(({ fields }) => fields.Action === 'refused')
      .map(({ fields }) => JSON.parse(fields.Detail ?? '{}'));
  }
  async function hourLater() {
    clock.moveBy(hour);
    service.work.noteRefusals();
    await service.desk.idle();
  }

  it('floods no chain: the first attempts have an entry each, the others one together when the hour is over', async () => {
    const data = { submissionId, cardVersion: 1, comment: 'Mine.' };
    for (let count = 0; count < 12; count += 1) {
      await invoke(product, service.origin, 'colleague', { verb: 'forwardToSecurity', data });
    }
    await service.desk.idle();
    expect(await refused()).toHaveLength(writtenEach);
    await hourLater();
    const all = await refused();
    expect(all).toHaveLength(writtenEach + 1);
    expect(all.at(-1)).toMatchObject({
      event: 'forwardToSecurity',
      refusal: 'notYours',
      attempts: String(12 - writtenEach),
    });
    await hourLater();
    expect(await refused()).toHaveLength(writtenEach + 1);
  });

  it('does not by rows of the Intake list either, and keeps nobody else’s attempt out', async () => {
    const before = (await refused()).length;
    const entry = { schema: 1, submissionId, reason: 'x', withdrawnAt: '2026-11-20T11:00:00.000Z' };
    const row = { SubmissionId: submissionId, EntryType: 'withdrawal' as const, Payload: JSON.stringify(entry) };
    for (let count = 0; count < 9; count += 1) await addRow(product, 'colleague', row);
    await addRow(product, 'seniorManager', row);
    await service.work.readLists();
    await service.desk.idle();
    expect(await refused()).toHaveLength(before + writtenEach + 1);
    await hourLater();
    expect((await refused()).at(-1)).toMatchObject({ event: 'withdraw', attempts: String(9 - writtenEach) });
  });
});
