import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { addFault, clearFaults } from '../m365/support/faults.ts';
import { addAmendment, addWithdrawal, amendmentOf, callReport } from './support/account.ts';
import { KillSwitch } from './support/kill-switch.ts';
import { cardsOf, itemsOf, receiptsIn, sentMails } from './support/look.ts';
import { PassingClock } from './support/passing-clock.ts';
import { type Product, startProduct } from './support/product.ts';
import { addReport } from './support/reporter.ts';

/** Longer than a lease: a restarted service must see for itself that the dead one's lease stands still. */
const leaseSeconds = 6;

describe('What is added to a report', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterAll(() => product?.close());

  async function recordOf(submissionId: string): Promise<{ incident: Incident; workState: string }> {
    const items = await itemsOf(product, product.settings.site.lists.incidents);
    const item = items.find(({ fields }) => fields.SubmissionId === submissionId);
    return {
      incident: JSON.parse(item?.fields.Details ?? 'null') as Incident,
      workState: item?.fields.WorkState ?? '',
    };
  }
  /** Entries of the trail, by the id that makes a repeat harmless. */
  async function repeatedEntries(submissionId: string): Promise<number> {
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    const ids = entries
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => (JSON.parse(fields.Detail ?? '') as { entryId: string }).entryId);
    return ids.length - new Set(ids).size;
  }

  it.each(['before', 'after'] as const)(
    'leaves one of everything when the service dies just %s any write, and nothing with an excluded manager (C-21, X-IDEM-1)',
    async (when) => {
      let killedAt = 0;
      for (let at = 1; at < 40; at += 1) {
        const report = callReport();
        const rowId = await addReport(product, 'reporter', report);
        const start = await product.addReplica();
        await start.work.readLists();
        await start.desk.idle();
        const over = { violenceThreatened: true, manager: { chosenId: null, implicated: true } };
        const added = await addAmendment(product, 'reporter', amendmentOf(report, over));
        const killer = new KillSwitch(at, when);
        const first = await product.addReplica({ fetch: killer.fetch });
        killer.arm();
        await first.work.readLists().catch(() => undefined);
        await first.desk.idle();
        const clock = new PassingClock();
        const second = await product.addReplica({ clock });
        await second.work.readLists();
        await second.desk.resume();
        clock.pass(leaseSeconds);
        await second.desk.resume();
        await second.work.readLists();
        await second.desk.idle();

        const { incident, workState } = await recordOf(report.submissionId);
        const { reference } = incident;
        const about = `killed ${when} write ${at}`;
        expect(incident.amendments, about).toHaveLength(1);
        expect(workState, about).toBe('done');
        expect(await receiptsIn(product, added), about).toEqual({ recorded: 'done' });
        expect((await receiptsIn(product, rowId)).securityTold, about).toBe('done');
        const cards = async (persona: string) =>
          (await cardsOf(product, persona)).filter(({ json }) => json.includes(reference));
        expect(await cards('manager'), about).toEqual([]);
        expect(await cards('seniorManager'), about).toHaveLength(1);
        const told = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
        const addresses = told.flatMap(({ to }) => to);
        expect(addresses.length - new Set(addresses).size, about).toBe(0);
        expect(await repeatedEntries(report.submissionId), about).toBe(0);
        if (!killer.isDead) break;
        killedAt = at;
      }
      expect(killedAt).toBeGreaterThanOrEqual(6);
    },
    240_000,
  );

  it('is taken once by two replicas at the same time', async () => {
    const [one, other] = [await product.addReplica(), await product.addReplica()];
    for (let round = 0; round < 5; round += 1) {
      const report = callReport();
      await addReport(product, 'reporter', report);
      await addAmendment(
        product,
        'reporter',
        amendmentOf(report, { violenceThreatened: true, facts: `Round ${round}` }),
      );
      await addWithdrawal(product, 'reporter', report.submissionId);
      await Promise.all([one.work.readLists(), other.work.readLists()]);
      await Promise.all([one.desk.idle(), other.desk.idle()]);
      // What collided waits for its turn, which comes with the next reading.
      const clock = new PassingClock();
      const third = await product.addReplica({ clock });
      await third.work.readLists();
      await third.desk.resume();
      clock.pass(leaseSeconds);
      await third.desk.resume();
      await third.desk.idle();
      const { incident } = await recordOf(report.submissionId);
      expect(incident.amendments).toHaveLength(1);
      expect(incident).toMatchObject({ state: 'withdrawn', report: { facts: `Round ${round}` } });
      expect(await repeatedEntries(report.submissionId)).toBe(0);
    }
  }, 120_000);

  it('is taken when SharePoint has let the service wait, and when the record changed under its hands', async () => {
    const service = await product.addReplica();
    const list = `/graph/v1.0/sites/*/lists/${product.settings.site.lists.incidents}/items/*`;
    const effects = [
      { kind: 'status', status: 429, retryAfter: 1 },
      { kind: 'status', status: 503, retryAfter: 1 },
      { kind: 'status', status: 412 },
      // Done, and nobody was told.
      { kind: 'drop', after: true },
    ];
    for (const effect of effects) {
      const about = JSON.stringify(effect);
      const report = callReport();
      await addReport(product, 'reporter', report);
      await service.work.readLists();
      await service.desk.idle();
      await addFault(product.sandbox.origin, { match: { method: 'PATCH', path: list }, times: 1, effect });
      const rowId = await addAmendment(product, 'reporter', amendmentOf(report, { facts: about }));
      await service.work.readLists();
      await service.work.readLists();
      await service.desk.idle();
      await clearFaults(product.sandbox.origin);
      expect((await recordOf(report.submissionId)).incident, about).toMatchObject({
        report: { facts: about },
        amendments: [{ changes: [{ field: 'facts' }] }],
      });
      expect(await receiptsIn(product, rowId)).toEqual({ recorded: 'done' });
    }
  });
});
