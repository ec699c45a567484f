import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkConfiguration } from '../../../src/m365/provisioning/configuration-rows.ts';
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
    for (const { name } of sitePlan.lists) expect(tenant.said).toContain(`list ${name}: created`);
    const ids = [...Object.values(tenant.site.lists), ...Object.values(tenant.site.evidenceDrives)];
    expect(new Set(ids).size).toBe(10);
  });

  it('changes nothing when it is run again', async () => {
    const said = await tenant.provisionAgain();
    expect(said).toEqual(sitePlan.lists.map(({ name }) => `list ${name}: there`));
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

  it('lets the service read and write rows of every list, other people’s too', async () => {
    const graph = tenant.graphOfService();
    const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.state}/items`;
    await graph.done({ method: 'POST', path, body: { fields: { Key: 'proof', Value: '1' } } });
  });
});

describe('the configuration', () => {
  it('is usable as delivered for the stand-in organisation', () => {
    expect(checkConfiguration(demoConfiguration('glanrafon.example'), { isDemo: true })).toEqual([]);
  });

  it('refuses invented addresses outside a stand-in tenant', () => {
    const problems = checkConfiguration(demoConfiguration('glanrafon.example'), { isDemo: false });
    expect(problems).toContain('recipients.security.address: an invented address');
  });

  it('refuses addresses at the closed gsi domain anywhere', () => {
    const rows = demoConfiguration('health.gsi.gov.uk');
    expect(checkConfiguration(rows, { isDemo: true })).toContain(
      'recipients.itSecurity.address: an address at a domain that was closed',
    );
  });

  it('refuses placeholders and missing roles, without repeating a value', () => {
    const { recipients: _left, ...rest } = demoConfiguration('council.gov.uk');
    const problems = checkConfiguration({ ...rest, organisationName: { en: 'TODO', cy: 'TODO' } }, { isDemo: false });
    expect(problems).toContain('organisationName.en: a placeholder');
    expect(problems.some((problem) => problem.startsWith('recipients'))).toBe(true);
    expect(problems.join()).not.toContain('TODO');
  });
});
