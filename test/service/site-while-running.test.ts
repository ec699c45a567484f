import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteByHand } from '../m365/provisioning/support/site-by-hand.ts';
import { newId } from './support/account.ts';
import { siteByHand } from './support/gated.ts';
import { incidents, sentMails } from './support/look.ts';
import { type CallSubjects, personRoutes } from './support/person-routes.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

describe('A site that is changed while the service runs', () => {
  let product: Product;
  let site: SiteByHand;
  let first: Replica;
  let second: Replica;
  let aheadMs = 0;
  let given: CallSubjects;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    site = siteByHand(product);
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    first = await product.addReplica({ clock });
    second = await product.addReplica({ clock });
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    const rowId = await addReport(product, 'reporter', report);
    await first.work.readLists();
    await first.desk.idle();
    given = {
      submissionId: report.submissionId,
      reference: `UB-2026-${rowId.padStart(6, '0')}`,
      colleagueId: (await personOf(product, 'colleague')).id,
      absenceId: newId(),
    };
  });
  afterAll(() => product?.close());

  /** Lets the service's clock go on. */
  const later = (minutes: number) => {
    aheadMs += minutes * 60_000;
  };

  /** What the site's mails say, and to whom they went. */
  const siteMails = async () => (await sentMails(product)).filter(({ subject }) => subject.includes('SharePoint'));

  /** As the person who may: HTTP status and code of the refusal. */
  async function ask(replica: Replica, route: string): Promise<{ status: number; message: string | undefined }> {
    const make = personRoutes[route];
    if (!make) throw new Error(route);
    const { persona, path, headers, body } = make(given);
    const { clientId } = product.settings;
    const order = {
      persona,
      app: clientId,
      audience: `api://${clientId}`,
      scopes: ['access_as_user'],
      expiresIn: 24 * 3600,
    };
    const answer = await fetch(replica.origin + path, {
      method: route.split(' ')[0] as string,
      headers: { ...headers, authorization: `Bearer ${await product.token(order)}` },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    return { status: answer.status, message: text === '' ? undefined : JSON.parse(text).error?.message };
  }

  const logged = (event: string) =>
    product
      .logged()
      .split('\n')
      .filter((line) => line.includes(`"${event}"`));

  it('closes whatever gives a record out, in every replica, and tells the keepers once', async () => {
    expect((await ask(second, 'GET /api/team/records')).status).toBe(200);
    await site.give('IncidentsHR', 'switchboard', 'Read');
    await Promise.all([first.work.watchSite(), second.work.watchSite()]);
    await Promise.all([first.work.watchSite(), second.work.watchSite()]);
    expect(logged('siteFinding')).toHaveLength(1);
    expect(JSON.parse(logged('siteFinding')[0] ?? '')).toMatchObject({ kind: 'holderUnplanned', list: 'IncidentsHR' });

    const closed = Object.keys(personRoutes).filter((route) => !/(evidence|signature|addenda|done)$/.test(route));
    expect(closed.length).toBeGreaterThan(15);
    for (const replica of [first, second]) {
      for (const route of closed) {
        expect(await ask(replica, route), route).toEqual({ status: 503, message: 'siteNotReady' });
      }
    }
    const mails = await siteMails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to.toSorted()).toEqual([
      'adnoddau.dynol@glanrafon.example',
      'diogelwch@glanrafon.example',
      'seiberddiogelwch@glanrafon.example',
    ]);
    expect(mails[0]?.text).toContain('IncidentsHR');
    // Not who it is that may read it.
    expect(mails[0]?.text).not.toMatch(/[Ss]witchboard/);
  });

  it('takes reports and evidence all the same, and says that it is restricted', async () => {
    const report = await reportOf(await personOf(product, 'reporter'), 2);
    await addReport(product, 'reporter', report);
    await first.work.readLists();
    await first.desk.idle();
    expect((await incidents(product)).map(({ incident }) => incident.report.submissionId)).toContain(
      report.submissionId,
    );
    const route = 'PUT /api/submissions/:submissionId/evidence';
    expect((await ask(first, route)).status).toBeLessThan(300);
    first.work.start();
    await expect
      .poll(async () => (await fetch(`${first.origin}/readyz`)).json(), { timeout: 20_000 })
      .toEqual({ status: 'restricted', reasons: ['rights'] });
    expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
  });

  it('tells of a further change, and of the first no second time', async () => {
    await site.mergeList('Incidents', { NoCrawl: false });
    later(2);
    await second.work.watchSite();
    const mails = await siteMails();
    expect(mails).toHaveLength(2);
    const further = mails.find(({ text }) => !text.includes('IncidentsHR'));
    expect(further?.to).toHaveLength(2);
  });

  it('opens again by itself when it is put right, and tells anew of the same change later', async () => {
    await site.take('IncidentsHR', 'switchboard', 'Read');
    await product.makeReady();
    later(2);
    await second.work.watchSite();
    await first.work.watchSite();
    expect(logged('siteMended')).toHaveLength(2);
    for (const replica of [first, second]) {
      expect((await ask(replica, 'GET /api/team/records')).status).toBe(200);
    }
    await site.give('IncidentsHR', 'switchboard', 'Read');
    later(16);
    await first.work.watchSite();
    expect(await siteMails()).toHaveLength(3);
    await site.take('IncidentsHR', 'switchboard', 'Read');
    later(2);
    await first.work.watchSite();
  });

  it('keeps what was seen last while it cannot be seen, and tells of that after an hour', async () => {
    const fault = async (method: string) => {
      await fetch(`${product.sandbox.origin}/sandbox/faults`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'POST' && {
          body: JSON.stringify({
            match: { part: 'sharepoint' },
            effect: { kind: 'status', status: 503 },
            times: null,
          }),
        }),
      });
    };
    await fault('POST');
    for (const minutes of [16, 16, 16, 16]) {
      later(minutes);
      await first.work.watchSite();
      expect((await ask(first, 'GET /api/team/records')).status).toBe(200);
    }
    expect(await siteMails()).toHaveLength(3);
    later(16);
    await first.work.watchSite();
    later(16);
    await first.work.watchSite();
    expect(await siteMails()).toHaveLength(4);
    await fault('DELETE');
    expect(logged('siteNotSeen').length).toBeGreaterThanOrEqual(6);
  });

  it('reads views and formats once a day, and keeps what it knows of them between', async () => {
    const day = 24 * 60;
    const told = () =>
      [...logged('siteFinding'), ...logged('siteMended')].filter((line) => line.includes('viewDiffers'));
    const look = async (minutes: number) => {
      later(minutes);
      await first.work.watchSite();
      return told().length;
    };
    await site.mergeList('Incidents', { ViewQuery: '' }, "/views/getbytitle('By time limit %2F Yn ôl terfyn amser')");
    expect(await look(16)).toBe(0);
    expect(await look(day)).toBe(1);
    expect(await look(16)).toBe(1);
    await product.makeReady();
    expect(await look(16)).toBe(1);
    expect(await look(day)).toBe(2);
  });
});
