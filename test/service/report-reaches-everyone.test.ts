import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsOf, incidents, itemsOf, receiptsIn, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf, secrets } from './support/reporter.ts';

describe('A report that lies in the Intake list', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  it('becomes one incident, one card and one mail to each role, with receipts (COM-6.1-2, X-IDEM-1)', async () => {
    const reporter = await personOf(product, 'reporter');
    const report = await reportOf(reporter, 1);
    const rowId = await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    service.work.start();
    await expect
      .poll(() => receiptsIn(product, rowId), { timeout: 20_000 })
      .toEqual({
        recorded: 'done',
        forwarded: 'done',
        evidenceFiled: 'waiting',
        managerTold: 'done',
        securityTold: 'done',
      });
    // A receipt is not the last thing a record owes.
    await service.desk.idle();

    const [found] = await incidents(product);
    expect(found?.incident.reference).toBe(numberOf(rowId));
    expect(found?.item.fields.WorkState).toBe('done');
    const cards = await cardsOf(product, 'manager');
    expect(cards).toHaveLength(1);
    const mails = await sentMails(product);
    expect(mails.map((mail) => mail.to.join()).sort()).toEqual([
      'desg.gymorth@glanrafon.example',
      'diogelwch@glanrafon.example',
    ]);
    const audit = await itemsOf(product, product.settings.site.lists.audit);
    expect(audit.map((entry) => entry.fields.Action)).toEqual(['registered', 'originalForwarded']);
  });

  it('puts no word of the message into the chat, the mails, the audit trail or the log (X-SAFE-1)', async () => {
    const places = {
      cards: (await cardsOf(product, 'manager')).map((card) => card.json).join(),
      // The help desk is told the sender's address, to recognise it, and nobody else is.
      mails: (await sentMails(product))
        .filter((mail) => !mail.to.join().startsWith('desg'))
        .map((mail) => mail.text + mail.subject)
        .join(),
      audit: JSON.stringify(await itemsOf(product, product.settings.site.lists.audit)),
      log: product.logged(),
    };
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, place).toBeGreaterThan(50);
      for (const secret of secrets) expect(text, place).not.toContain(secret);
    }
    const people = [await personOf(product, 'reporter'), await personOf(product, 'manager')];
    for (const person of people) {
      expect(places.log).not.toContain(person.displayName);
      expect(places.log).not.toContain(person.userPrincipalName);
    }
  });
});
