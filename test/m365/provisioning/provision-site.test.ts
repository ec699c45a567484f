import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitePlan } from '../../../src/m365/provisioning/site-plan.ts';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';
import { tokenFor } from '../support/sandbox.ts';

let tenant: ProvisionedTenant;

beforeAll(async () => {
  tenant = await startProvisionedTenant();
});
afterAll(() => tenant?.running.close());

async function listsSeenBy(persona: string): Promise<string[]> {
  const token = await tokenFor(tenant.origin, { persona, app: tenant.app.clientId, scopes: ['Sites.Selected'] });
  const names: string[] = [];
  for (const { name } of sitePlan.lists) {
    const response = await fetch(
      `${tenant.origin}/graph/v1.0/sites/${encodeURIComponent(tenant.site.id)}/lists/${name}/items?$top=1`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    if (response.ok) names.push(name);
  }
  return names;
}

describe('making the site ready', () => {
  it('creates every list of the plan and gives the ids the service needs', () => {
    for (const { name } of sitePlan.lists) expect(tenant.said).toContain(`list ${name}: make it, with its columns`);
    const ids = [...Object.values(tenant.site.lists), ...Object.values(tenant.site.evidenceDrives)];
    expect(new Set(ids).size).toBe(11);
  });

  it('changes nothing when it is run again', async () => {
    const said = await tenant.provisionAgain();
    expect(said).toEqual([]);
  });

  it.each([
    ['reporter', ['Intake', 'Config']],
    ['colleague', ['Intake', 'Config']],
    ['manager', ['Intake', 'Config']],
    ['security', ['Intake', 'Incidents', 'Evidence', 'Audit', 'Config']],
    ['hr', ['Intake', 'IncidentsHR', 'EvidenceHR', 'AuditHR', 'Config']],
    ['switchboard', ['Intake', 'SwitchboardQueries', 'Config']],
    ['administrator', ['Intake', 'Config']],
  ])('lets %s read %j and nothing else', async (persona, names) => {
    expect(await listsSeenBy(persona)).toEqual(names);
  });

  it.each([
    ['security', 'Incidents'],
    ['hr', 'IncidentsHR'],
  ])('lets %s change rows of %s, and neither add nor delete one (0171)', async (persona, name) => {
    const scopes = ['Sites.ReadWrite.All'];
    const headers = {
      Authorization: `Bearer ${await tokenFor(tenant.origin, { persona, app: tenant.app.clientId, scopes })}`,
      'Content-Type': 'application/json',
    };
    const items = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${name}/items`;
    const body = { fields: { SubmissionId: 'one', State: 'withSecurity' } };
    const row = v.object({ id: v.string() });
    const { id } = await tenant.graphOfService().json(row, { method: 'POST', path: items, body });
    const send = async (method: string, tail: string, sent?: object) => {
      const url = `${tenant.origin}/graph/v1.0${items}${tail}`;
      return (await fetch(url, { method, headers, ...(sent ? { body: JSON.stringify(sent) } : {}) })).status;
    };
    expect(await send('PATCH', `/${id}/fields`, { State: 'acknowledged', NewComment: 'Seen.' })).toBe(200);
    expect(await send('POST', '', body)).toBe(403);
    expect(await send('DELETE', `/${id}`)).toBe(403);
    expect(await send('GET', `/${id}`)).toBe(200);
  });

  it('lets the service read and write rows of every list, other people’s too', async () => {
    const graph = tenant.graphOfService();
    const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.state}/items`;
    await graph.done({ method: 'POST', path, body: { fields: { Key: 'proof', Value: '1' } } });
  });
});

describe('a configuration that cannot be used', () => {
  it('is refused before anything is made, by the names of its fields and without a value (X-CONF-1)', async () => {
    const { recipients: _left, ...rest } = demoConfiguration('glanrafon.example');
    await expect(tenant.provisionWith({ ...rest, organisationName: { en: 'TODO' } })).rejects.toThrow(
      /^the configuration cannot be used:\norganisationName\.cy: missing\nrecipients: missing/,
    );
  });
});
