import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsOf, incidents, sentMails } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

/** Lets everything through but the sending of mails, which never answers until it is cut. */
function stuckMails() {
  const waiting: (() => void)[] = [];
  let isCut = false;
  const send: typeof fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (method === 'GET' || !/\/users\/[^/]+\/(messages|sendMail)/.test(url)) return fetch(input, init);
    return new Promise((_, failed) => {
      const fail = () => failed(new TypeError('fetch failed'));
      if (isCut) fail();
      else waiting.push(fail);
    });
  };
  const cut = () => {
    isCut = true;
    for (const fail of waiting.splice(0)) fail();
  };
  return { send, count: () => waiting.length, cut };
}

describe('A replica that is asked to end', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 3600 });
  });
  afterAll(() => product?.close());

  it('gives back what it holds, and another finishes it at once, with nothing twice', async () => {
    const mails = stuckMails();
    const leaving = await product.addReplica({ fetch: mails.send });
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    const rowId = await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    const reading = leaving.work.readLists().catch(() => undefined);
    await expect.poll(mails.count, { timeout: 20_000 }).toBeGreaterThan(0);
    expect((await fetch(`${leaving.origin}/readyz`)).status).toBe(503);

    await leaving.work.leave(100);
    const answer = await fetch(`${leaving.origin}/readyz`);
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
      503,
      '5',
      { status: 'draining' },
    ]);

    // The lease would have lasted an hour.
    const other = await product.addReplica();
    await other.desk.resume();
    const reference = numberOf(rowId);
    const [found] = await incidents(product);
    expect(found?.item.fields.WorkState).toBe('done');
    mails.cut();
    await reading;
    await leaving.desk.idle();
    const about = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
    expect(about.map(({ to }) => to.join()).sort()).toEqual([
      'desg.gymorth@glanrafon.example',
      'diogelwch@glanrafon.example',
    ]);
    expect((await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference))).toHaveLength(1);
    expect((await incidents(product)).map(({ item }) => item.fields.WorkState)).toEqual(['done']);
  });

  it('gives back what somebody has changed since it looked', async () => {
    const mails = stuckMails();
    const leaving = await product.addReplica({ fetch: mails.send });
    const report = await reportOf(await personOf(product, 'reporter'), 2);
    await addReport(product, 'reporter', report);
    const reading = leaving.work.readLists().catch(() => undefined);
    await expect.poll(mails.count, { timeout: 20_000 }).toBeGreaterThan(0);
    const rowOf = async () =>
      (await incidents(product)).find(({ incident }) => incident.report.submissionId === report.submissionId);
    const held = await rowOf();
    const edited = { NewComment: 'Seen by Security.' };
    expect(await editAsSecurity(product, held?.incident.reference ?? '', edited)).toBe(200);

    await leaving.work.leave(100);
    expect(product.logged()).not.toContain('leaseNotGivenBack');
    const other = await product.addReplica();
    await other.desk.resume();
    const found = await rowOf();
    expect(found?.item.fields.WorkState).toBe('done');
    expect(found?.incident.comments.map(({ text }) => text)).toEqual(['Seen by Security.']);
    mails.cut();
    await reading;
    await leaving.desk.idle();
  });

  it('is ready before that, and says when the lists cannot be read', async () => {
    let isDown = false;
    const replica = await product.addReplica({
      fetch: (input, init) => (isDown ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init)),
    });
    const status = async () => ((await (await fetch(`${replica.origin}/readyz`)).json()) as { status: string }).status;
    expect(await status()).toBe('starting');
    replica.work.start();
    await expect.poll(status, { timeout: 20_000 }).toBe('ready');
    isDown = true;
    replica.work.wake();
    await expect.poll(status, { timeout: 20_000 }).toBe('failing');
    isDown = false;
    replica.work.wake();
    await expect.poll(status, { timeout: 20_000 }).toBe('ready');
  });
});
