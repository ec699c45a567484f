import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphConfiguration } from '../../../src/m365/organisation/configuration.ts';
import { createConfigurationView } from '../../../src/m365/organisation/configuration-view.ts';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';
import { tokenFor } from '../support/sandbox.ts';

const groups = v.object({ value: v.array(v.object({ id: v.string(), displayName: v.nullish(v.string()) })) });
const items = v.object({ value: v.array(v.object({ id: v.string(), fields: v.object({ Key: v.string() }) })) });

let tenant: ProvisionedTenant;
let keepers: string[];

beforeAll(async () => {
  tenant = await startProvisionedTenant();
  const own = await tenant.graphOf('administrator').json(groups, { method: 'GET', path: '/me/memberOf' });
  keepers = own.value.filter(({ displayName }) => displayName === 'Urddas Administrators').map(({ id }) => id);
  expect(keepers).toHaveLength(1);
});
afterAll(() => tenant?.running.close());

const listPath = () => `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.config}/items`;
const viewOf = (persona: string, given = keepers) =>
  createConfigurationView(tenant.graphOf(persona), {
    siteId: tenant.site.id,
    listId: tenant.site.lists.config,
    keepers: given,
  });

/** Changes a row as an administrator does in SharePoint; gives the HTTP status. */
async function change(persona: string, key: string, text: string): Promise<number> {
  const query = { $expand: 'fields($select=Key)', $top: '200' };
  const all = await tenant.graphOf(persona).json(items, { method: 'GET', path: listPath(), query });
  const row = all.value.find(({ fields }) => fields.Key === key);
  const token = await tokenFor(tenant.origin, { persona, app: tenant.app.clientId, scopes: ['Sites.Selected'] });
  const response = await fetch(`${tenant.origin}/graph/v1.0${listPath()}/${row?.id}/fields`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ Value: text }),
  });
  return response.status;
}

describe('the page of the configuration (F26)', () => {
  it.each([
    ['administrator', true],
    ['reporter', false],
    ['security', false],
  ])('is offered to %s: %s', async (persona, isKeeper) => {
    expect(await viewOf(persona).isKeeper()).toBe(isKeeper);
  });

  it('is offered to nobody where no group is named', async () => {
    expect(await viewOf('administrator', []).isKeeper()).toBe(false);
  });

  it('can be read by everybody, with the way to the list', async () => {
    const { rows, listUrl } = await viewOf('reporter').read();
    const demo = demoConfiguration('glanrafon.example');
    expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(demo).sort());
    const sites = rows.find(({ key }) => key === 'sites');
    expect(JSON.parse(sites?.text ?? '')).toEqual(demo.sites);
    expect(sites?.changedAt).toMatch(/^\d{4}-/);
    expect(listUrl).toMatch(/\/sites\/urddas\//);
  });

  it('shows what somebody wrote, also when it is no JSON; and only who keeps it may write', async () => {
    expect(await change('reporter', 'hours', '{}')).toBe(403);
    expect(await change('administrator', 'hours', '{"opensAt": 8')).toBe(200);
    const { rows } = await viewOf('administrator').read();
    expect(rows.find(({ key }) => key === 'hours')?.text).toBe('{"opensAt": 8');
    const hours = JSON.stringify(demoConfiguration('glanrafon.example').hours);
    expect(await change('administrator', 'hours', hours)).toBe(200);
  });
});

describe('the configuration as the service reads it (X-CONF-1)', () => {
  const tolerated: string[][] = [];
  const read = (isDemo = true) =>
    new GraphConfiguration(
      tenant.graphOfService(),
      { siteId: tenant.site.id, listId: tenant.site.lists.config },
      { isDemo, tolerate: (problems) => tolerated.push(problems.map(({ field }) => field)) },
    ).read();

  it('is what was provisioned', async () => {
    expect((await read()).sites.map(({ id }) => id)).toEqual(['cathays', 'glanrafon', 'pen-y-bont']);
    expect(tolerated).toEqual([]);
  });

  it('is refused in a real tenant while it holds invented addresses, by the names of the fields (C-27)', async () => {
    await expect(read(false)).rejects.toThrow(/recipients\.security\.address \(inventedAddress\)/);
  });

  it('is refused with a site that has no number, and the value is not repeated', async () => {
    const { sites } = demoConfiguration('glanrafon.example') as { sites: Record<string, unknown>[] };
    const spoilt = sites.map((site, index) => (index === 2 ? { ...site, phone: 'secret words' } : site));
    expect(await change('administrator', 'sites', JSON.stringify(spoilt))).toBe(200);
    const refused = await read().catch((error: Error) => error);
    expect(String(refused)).toContain('sites.2.phone (siteWithoutNumber)');
    expect(String(refused)).not.toContain('secret words');
    await change('administrator', 'sites', JSON.stringify(sites));
  });

  it('is used although a role has no mailbox, and that is told once', async () => {
    const { recipients } = demoConfiguration('glanrafon.example') as { recipients: Record<string, unknown> };
    const { healthEnquiries: _, ...rest } = recipients;
    await change('administrator', 'recipients', JSON.stringify(rest));
    const configuration = new GraphConfiguration(
      tenant.graphOfService(),
      { siteId: tenant.site.id, listId: tenant.site.lists.config },
      { isDemo: true, tolerate: (problems) => tolerated.push(problems.map(({ field }) => field)) },
    );
    expect((await configuration.read()).recipients.healthEnquiries).toBeUndefined();
    await configuration.read();
    expect(tolerated).toEqual([['recipients.healthEnquiries']]);
    await change('administrator', 'recipients', JSON.stringify(recipients));
  });
});
