import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/m365/graph/client.ts';
import { GraphRegister } from '../../../src/m365/register/register.ts';
import { dueRowsContract } from '../contracts/due-rows-contract.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';

let tenant: ProvisionedTenant;
beforeAll(async () => {
  tenant = await startProvisionedTenant();
}, 120_000);
afterAll(() => tenant?.running.close());

const register = (graph: Graph = tenant.graphOfService()) => {
  const { incidents, incidentsHr } = tenant.site.lists;
  const lists = { default: incidents, hr: incidentsHr };
  const site = { siteId: tenant.site.id, lists, clientId: 'another app' };
  const nobody = { mayRead: async () => false };
  return new GraphRegister(graph, site, nobody, () => null);
};

describe('the registers in SharePoint', () => {
  dueRowsContract({
    register,
    put: async ({ submissionId, boundary, severity, nextDueAt }) => {
      const { incidents, incidentsHr } = tenant.site.lists;
      await tenant.graphOfService().done({
        method: 'POST',
        path: `/sites/${encodeURIComponent(tenant.site.id)}/lists/${boundary === 'hr' ? incidentsHr : incidents}/items`,
        body: {
          fields: {
            SubmissionId: submissionId,
            Reference: `UB-2026-${submissionId.slice(0, 6)}`,
            Severity: severity,
            ...(nextDueAt === null ? {} : { NextDueAt: nextDueAt }),
          },
        },
      });
    },
    putMany: async (count) => {
      const response = await fetch(`${tenant.origin}/sandbox/seed`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          siteName: 'urddas',
          listName: 'Incidents',
          count,
          fields: {
            SubmissionId: '5EED{n:22}',
            Reference: 'UB-2026-9{n:5}',
            Severity: ['standard', 'standard', 'serious', 'critical'],
            NextDueAt: '{date:ReportedAt}',
          },
        }),
      });
      if (response.status !== 201) throw new Error(`seed: ${response.status} ${await response.text()}`);
    },
  });

  it('are asked by the indexed column alone, some dozens of times at most', async () => {
    const asked: string[] = [];
    const graph = tenant.graphOfService();
    const json: Graph['json'] = (schema, request) => {
      asked.push(
        typeof request.query === 'string' ? decodeURIComponent(request.query) : (request.query?.$filter ?? ''),
      );
      return graph.json(schema, request);
    };
    expect(await register({ ...graph, json }).due('2040-01-01T00:00:00.000Z', 500)).toHaveLength(500);
    for (const query of asked) expect(query).toMatch(/fields\/NextDueAt le '|skiptoken/i);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(60);
  });
});
