import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerKeys } from '../../../src/domain/incident/register-keys.ts';
import { boardRowSchema, openItemSchema } from '../../../src/m365/board/schema.ts';
import { type ColumnPlan, sitePlan } from '../../../src/m365/provisioning/site-plan.ts';
import { makeList, type Send, TestTenant } from '../sharepoint/support/site.ts';

let tenant: TestTenant;
let admin: Send;
let list: string;

function toDefinition({ name, indexed, enforceUniqueValues, type }: ColumnPlan) {
  const facet = {
    text: { text: {} },
    note: { text: { allowMultipleLines: true } },
    choice: { choice: { choices: type.kind === 'choice' ? type.choices : [] } },
    dateTime: { dateTime: { format: 'dateTime' } },
    number: { number: {} },
  }[type.kind];
  return { name, ...(indexed && { indexed }), ...(enforceUniqueValues && { enforceUniqueValues }), ...facet };
}

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  const plan = sitePlan.lists.find((candidate) => candidate.name === 'Incidents');
  list = await makeList(tenant, 'Incidents', plan?.columns.map(toDefinition));
});
afterAll(() => tenant.close());

describe('a register filled with incidents', () => {
  it('holds as many as asked, each a whole record that the product can open', async () => {
    const seeded = await tenant.control('POST', '/seed', { incidents: 120 });
    expect([seeded.status, seeded.body.count]).toEqual([201, 120]);
    const { body } = await admin('GET', `${list}/items?$expand=fields&$top=200`);
    expect(body.value).toHaveLength(120);
    for (const item of body.value) {
      const row = v.parse(boardRowSchema, item);
      const { fields } = v.parse(openItemSchema, item);
      expect(fields.Details).toMatchObject({ reference: row.fields.Reference, state: row.fields.State });
      expect(fields.Details.report.kind).toBe(row.fields.Kind);
      expect(row.fields.Reference).toMatch(/^UB-\d{4}-\d{6}$/);
      const keys = registerKeys({ state: row.fields.State, kind: row.fields.Kind, reportedAt: row.fields.ReportedAt });
      expect(item.fields).toMatchObject({
        StateMonth: keys.stateMonth,
        KindMonth: keys.kindMonth,
        StateKindMonth: keys.stateKindMonth,
      });
    }
  });

  it('takes more on top, without one number twice', async () => {
    expect((await tenant.control('POST', '/seed', { incidents: 30 })).status).toBe(201);
    const { body } = await admin('GET', `${list}/items?$expand=fields($select=Reference,SubmissionId)&$top=200`);
    const ids = body.value.map((item: { fields: { SubmissionId: string } }) => item.fields.SubmissionId);
    expect(new Set(ids).size).toBe(150);
  });

  it.each([{ incidents: 0 }, { incidents: 'many' }, { incidents: 5, other: 1 }])('refuses %j', async (order) => {
    expect((await tenant.control('POST', '/seed', order)).status).toBe(400);
  });

  it('leaves every other order to the lists in general', async () => {
    const answer = await tenant.control('POST', '/seed', { listName: 'Nowhere', count: 1 });
    expect(answer.status).toBe(404);
  });
});
