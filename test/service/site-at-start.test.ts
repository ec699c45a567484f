import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SiteByHand } from '../m365/provisioning/support/site-by-hand.ts';
import { type Gated, siteByHand, startGated } from './support/gated.ts';
import { type Product, startProduct } from './support/product.ts';

let product: Product;
let site: SiteByHand;
let gated: Gated | null = null;
beforeAll(async () => {
  product = await startProduct({ webhookOrigin: null });
  site = siteByHand(product);
});
afterEach(async () => {
  await gated?.close();
  await control('DELETE', '/sandbox/faults');
});
afterAll(() => product?.close());

async function control(method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(product.sandbox.origin + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** Log lines with this event since that many characters of the log. */
function said(event: string, since: number): Record<string, unknown>[] {
  return product
    .logged()
    .slice(since)
    .split('\n')
    .filter((line) => line.includes(`"${event}"`))
    .map((line) => JSON.parse(line));
}

interface Fault {
  title: string;
  change: () => Promise<unknown>;
  /** Beyond running `apply` again. */
  mend?: () => Promise<unknown>;
  reason: string;
  finding: { kind: string; list: string | null; part: string | null };
}

const faults: Fault[] = [
  {
    title: 'a list that the wrong group may read',
    change: () => site.give('Incidents', 'switchboard', 'Read'),
    mend: () => site.take('Incidents', 'switchboard', 'Read'),
    reason: 'rights',
    finding: { kind: 'holderUnplanned', list: 'Incidents', part: expect.stringMatching(/^\d+$/) },
  },
  {
    title: 'a list that everybody on the site may read',
    change: () => site.postList('AuditHR', 'resetroleinheritance'),
    reason: 'rights',
    finding: { kind: 'inheritsRights', list: 'AuditHR', part: null },
  },
  {
    title: 'own rows that are switched off',
    change: () => site.mergeList('Intake', { ReadSecurity: 1 }),
    reason: 'rights',
    finding: { kind: 'rowRules', list: 'Intake', part: null },
  },
  {
    title: 'a site in which members may share',
    change: () => site.rest.merge('web', { MembersCanShare: true }),
    reason: 'rights',
    finding: { kind: 'membersMayShare', list: null, part: null },
  },
  {
    title: 'an index that is gone',
    change: () => site.patchColumn('Incidents', 'NextDueAt', { indexed: false }),
    reason: 'missing',
    finding: { kind: 'indexMissing', list: 'Incidents', part: 'NextDueAt' },
  },
  {
    title: 'a column that may hold a value twice',
    change: () => site.patchColumn('State', 'Key', { enforceUniqueValues: false }),
    reason: 'missing',
    finding: { kind: 'notUnique', list: 'State', part: 'Key' },
  },
  {
    title: 'a column that is gone',
    change: () => site.deleteColumn('IncidentsHR', 'NewComment'),
    reason: 'missing',
    finding: { kind: 'columnMissing', list: 'IncidentsHR', part: 'NewComment' },
  },
  {
    title: 'a list that is searched',
    change: () => site.mergeList('Incidents', { NoCrawl: false }),
    reason: 'settings',
    finding: { kind: 'settingsDiffer', list: 'Incidents', part: 'NoCrawl' },
  },
  {
    title: 'a register of which no versions are kept',
    change: () => site.mergeList('Incidents', { EnableVersioning: false }),
    reason: 'settings',
    finding: { kind: 'settingsDiffer', list: 'Incidents', part: 'EnableVersioning' },
  },
];

describe('A service whose site is not as it was made ready', () => {
  it.each(faults)('does not serve with $title, says why, and begins by itself once it is mended', async (fault) => {
    const { change, mend, reason, finding } = fault;
    const since = product.logged().length;
    await change();
    gated = await startGated(product);
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotReady', reasons: [reason] });
    // It lives, and answers nothing besides.
    expect((await fetch(`${gated.origin}/healthz`)).status).toBe(200);
    for (const path of ['/pane.html', '/api/team/records', '/api/messages']) {
      expect((await fetch(gated.origin + path)).status).toBe(503);
    }
    const first = said('siteFinding', since);
    expect(first).toContainEqual(expect.objectContaining({ fault: reason, ...finding }));
    expect(new Set(first.map(({ fault: each }) => each))).toEqual(new Set([reason]));
    await mend?.();
    await product.makeReady();
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
    // Found again and again, said once.
    expect(said('siteFinding', since).map(({ kind }) => kind)).toEqual(first.map(({ kind }) => kind));
    expect(said('siteAsPlanned', since)).toHaveLength(1);
  });

  it('does not serve with a list that is gone', async () => {
    await site.graph.done({ method: 'DELETE', path: `/sites/${await site.id()}/lists/Absences` });
    const since = product.logged().length;
    gated = await startGated(product);
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotReady', reasons: ['missing'] });
    expect(said('siteFinding', since)).toContainEqual(
      expect.objectContaining({ kind: 'listMissing', list: 'Absences' }),
    );
    // Made again it is another list than the one that the settings name.
    await product.makeReady();
    await expect
      .poll(() => said('siteFinding', since), { timeout: 30_000 })
      .toContainEqual(expect.objectContaining({ kind: 'listElsewhere', list: 'Absences' }));
    await gated.close();
    const { id } = await product.look<{ id: string }>(`/sites/${await site.id()}/lists/Absences?$select=id`);
    product.settings.site.lists.absences = id;
    gated = await startGated(product);
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
  });

  it('serves with words and views that were changed, and says so in its log', async () => {
    await site.patchColumn('Incidents', 'NextDueAt', { description: '' });
    const since = product.logged().length;
    gated = await startGated(product);
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
    expect(said('siteFinding', since)).toContainEqual(
      expect.objectContaining({ fault: 'looks', kind: 'columnUnworded', part: 'NextDueAt' }),
    );
    await product.makeReady();
  });
});

it('A service whose site still gives Security the level of an earlier version serves, and says so in its log (0171)', async () => {
  await site.give('Incidents', 'security', 'Contribute');
  const since = product.logged().length;
  gated = await startGated(product);
  await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
  expect(said('siteFinding', since)).toContainEqual(
    expect.objectContaining({ fault: 'looks', kind: 'earlierLevel', list: 'Incidents' }),
  );
  await site.take('Incidents', 'security', 'Contribute');
});

describe('A service that SharePoint does not show who may read the lists', () => {
  const outcomes = (appOnlyRest: string) => control('PUT', '/sandbox/outcomes', { appOnlyRest });
  afterEach(() => outcomes('taken'));

  it('does not serve and says that this is why, until it is shown', async () => {
    const since = product.logged().length;
    await outcomes('refused');
    gated = await startGated(product);
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotReady', reasons: ['unseen'] });
    expect(said('siteFinding', since)).toEqual([expect.objectContaining({ kind: 'guardsRefused', part: '401' })]);
    await outcomes('taken');
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
  });

  it('does not serve while SharePoint’s own permission is not consented to', async () => {
    const app = `/sandbox/apps/${product.settings.clientId}`;
    const known = (await (await fetch(product.sandbox.origin + app)).json()) as object;
    await control('PUT', app, { ...known, sharePointRoles: [] });
    gated = await startGated(product);
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotReady', reasons: ['unseen'] });
    await control('PUT', app, known);
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
  });

  it('serves with the setting for it, says so each time, and still sees what Graph shows', async () => {
    const since = product.logged().length;
    const over = { tenant: { ...product.settings.tenant, guards: 'unseen' as const } };
    await outcomes('refused');
    gated = await startGated(product, { over });
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
    expect(said('siteGuardsUnseen', since)).toHaveLength(1);
    await gated.close();
    await site.patchColumn('Incidents', 'NextDueAt', { indexed: false });
    gated = await startGated(product, { over });
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotReady', reasons: ['missing'] });
    await outcomes('taken');
    await product.makeReady();
  });
});

describe('A service that cannot see its site', () => {
  const unseen: [string, object, object, string][] = [
    ['Graph throttles', { part: 'graph' }, { kind: 'status', status: 429, retryAfter: 5 }, 'throttled'],
    ['Graph does not let it', { part: 'graph' }, { kind: 'missingScope' }, 'forbidden'],
    ['SharePoint is down', { part: 'sharepoint' }, { kind: 'status', status: 503 }, 'server'],
    ['SharePoint throttles', { part: 'sharepoint' }, { kind: 'status', status: 429, retryAfter: 2 }, 'throttled'],
    ['nothing answers', { part: 'graph' }, { kind: 'drop' }, 'offline'],
  ];
  it.each(unseen)('does not serve while %s, and begins by itself afterwards', async (_name, match, effect, reason) => {
    const since = product.logged().length;
    await control('POST', '/sandbox/faults', { match, effect, times: null });
    gated = await startGated(product);
    await expect
      .poll(gated.readiness, { timeout: 30_000 })
      .toEqual({ http: 503, status: 'siteNotSeen', reasons: [reason] });
    expect(said('siteNotSeen', since)[0]).toMatchObject({ asked: 'site', code: reason });
    await control('DELETE', '/sandbox/faults');
    await expect.poll(gated.readiness, { timeout: 30_000 }).toEqual({ http: 200, status: 'ready' });
  });
});
