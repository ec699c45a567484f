import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { KillSwitch } from './support/kill-switch.ts';
import { cardsOf, incidents, itemsOf, receiptsIn, sentMails } from './support/look.ts';
import { PassingClock } from './support/passing-clock.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf } from './support/reporter.ts';

const evidence = new TextEncoder().encode('From: someone\r\n\r\nwords');
const sha256 = createHash('sha256').update(evidence).digest('hex');
/** Longer than a lease: a restarted service must see for itself that the dead one's lease stands still. */
const leaseSeconds = 6;

async function upload(product: Product, replica: Replica, report: Report): Promise<number> {
  const { clientId } = product.settings;
  const token = await product.token({
    persona: 'reporter',
    app: clientId,
    audience: `api://${clientId}`,
    scopes: ['access_as_user'],
  });
  const response = await fetch(`${replica.origin}/api/submissions/${report.submissionId}/evidence`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'x-evidence-sha256': sha256,
      'x-evidence-method': 'officeFile',
      'x-evidence-message-id': encodeURIComponent('<a@b.example>'),
      'x-evidence-item-id': 'item',
      'x-evidence-captured-at': '2026-11-20T10:05:00Z',
    },
    body: evidence,
  });
  return response.status;
}

/** Counts of everything that must be there once. */
async function countsFor(product: Product, report: Report, rowId: string) {
  const reference = numberOf(rowId);
  const rows = (await incidents(product)).filter(({ item }) => item.fields.SubmissionId === report.submissionId);
  const mails = (await sentMails(product)).filter((mail) => mail.subject.includes(reference));
  const cards = (await cardsOf(product, 'manager')).filter((card) => card.json.includes(reference));
  const audit = await itemsOf(product, product.settings.site.lists.audit);
  const ids = audit
    .filter((entry) => entry.fields.SubmissionId === report.submissionId)
    .map((entry) => (JSON.parse(entry.fields.Detail ?? '') as { entryId: string }).entryId);
  return {
    register: rows.length,
    state: rows.map(({ item }) => item.fields.WorkState).join(),
    evidence: rows.map(({ incident }) => incident.evidence.length).join(),
    mails: mails.map((mail) => mail.to.join()).sort(),
    cards: cards.length,
    repeatedEntries: ids.length - new Set(ids).size,
    receipts: await receiptsIn(product, rowId),
  };
}

const complete = {
  register: 1,
  state: 'done',
  evidence: '1',
  mails: ['desg.gymorth@glanrafon.example', 'diogelwch@glanrafon.example'],
  cards: 1,
  repeatedEntries: 0,
  receipts: { recorded: 'done', forwarded: 'done', evidenceFiled: 'done', managerTold: 'done', securityTold: 'done' },
};

describe('A service that is killed at any write', () => {
  let product: Product;
  let number = 100;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterAll(() => product?.close());

  async function runAndKill(at: number, when: 'before' | 'after') {
    number += 1;
    const reporter = await personOf(product, 'reporter');
    const report = await reportOf(reporter, number);
    const rowId = await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    const killer = new KillSwitch(at, when);
    const first = await product.addReplica({ fetch: killer.fetch });
    killer.arm();
    await first.work.readLists().catch(() => undefined);
    if (!killer.isDead) await upload(product, first, report);
    await first.desk.idle();

    const clock = new PassingClock();
    const second = await product.addReplica({ clock });
    await second.work.readLists();
    await second.desk.resume();
    clock.pass(leaseSeconds);
    await second.desk.resume();
    expect(await upload(product, second, report)).toBe(200);
    await second.desk.idle();
    return { wasKilled: killer.isDead, counts: await countsFor(product, report, rowId) };
  }

  for (const when of ['before', 'after'] as const) {
    it(`leaves, once started again, exactly one of everything when it dies just ${when} a write (X-IDEM-1)`, async () => {
      let killedAt = 0;
      for (let at = 1; ; at += 1) {
        const { wasKilled, counts } = await runAndKill(at, when);
        expect(counts, `killed ${when} write ${at}`).toEqual(complete);
        if (!wasKilled) break;
        killedAt = at;
      }
      // Fewer would mean that the switch did not reach the writes that matter.
      expect(killedAt).toBeGreaterThanOrEqual(15);
    }, 240_000);
  }
});
