import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../src/m365/intake/person-intake.ts';
import { intakeContract } from '../contracts/intake-contract.ts';
import { addFault, clearFaults } from '../support/faults.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';
import { sampleReport } from '../support/sample-report.ts';

let tenant: ProvisionedTenant;

beforeAll(async () => {
  tenant = await startProvisionedTenant();
});
afterEach(() => clearFaults(tenant.origin));
afterAll(() => tenant?.running.close());

const intakeOf = (persona: string, over: { expiresIn?: number } = {}) =>
  createIntake(tenant.graphOf(persona, over), tenant.site);

intakeContract({ mine: () => intakeOf('reporter'), another: () => intakeOf('colleague') });

const write = { part: 'graph', method: 'POST', path: '*/items' };
const rowsOf = async (submissionId: string): Promise<number> => {
  const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.intake}/items`;
  const query = { $filter: `fields/SubmissionId eq '${submissionId}'`, $expand: 'fields($select=SubmissionId)' };
  const bytes = await tenant.graphOfService().bytes({ method: 'GET', path, query });
  return (JSON.parse(new TextDecoder().decode(bytes)) as { value: unknown[] }).value.length;
};

describe('the Intake list when something goes wrong', () => {
  it('sits out a short throttling and adds one row', async () => {
    await addFault(tenant.origin, { match: write, times: 2, effect: { kind: 'status', status: 429, retryAfter: 0 } });
    const report = sampleReport({ submissionId: 'E'.repeat(26) });
    await intakeOf('reporter').add(report);
    expect(await rowsOf(report.submissionId)).toBe(1);
  });

  it('says how long to wait when it is throttled for longer, and adds none', async () => {
    await addFault(tenant.origin, { match: write, effect: { kind: 'status', status: 429, retryAfter: 60 } });
    const report = sampleReport({ submissionId: 'F'.repeat(26) });
    await expect(intakeOf('reporter').add(report)).rejects.toMatchObject({ code: 'throttled', retryAfterSeconds: 60 });
    expect(await rowsOf(report.submissionId)).toBe(0);
  });

  it.each([
    ['a server that failed after writing', { kind: 'status', status: 500, after: true }, 'server'],
    ['an answer that was lost', { kind: 'drop', after: true }, 'offline'],
  ])('adds no second row after %s, and finds the first', async (_name, effect, code) => {
    const report = sampleReport({ submissionId: (code === 'server' ? 'G' : 'H').repeat(26) });
    await addFault(tenant.origin, { match: write, effect });
    await expect(intakeOf('reporter').add(report)).rejects.toMatchObject({ code, isRepeatable: true });
    expect(await rowsOf(report.submissionId)).toBe(1);
    expect((await intakeOf('reporter').find(report.submissionId))?.report).toEqual(report);
  });

  it('asks the person to sign in when the token has run out and no other can be had', async () => {
    await expect(intakeOf('reporter', { expiresIn: -10 }).add(sampleReport())).rejects.toMatchObject({
      code: 'signInRequired',
    });
  });

  it('renews a token that was refused once', async () => {
    await addFault(tenant.origin, { match: write, effect: { kind: 'tokenExpired', claims: '{"access_token":{}}' } });
    const report = sampleReport({ submissionId: 'J'.repeat(26) });
    await intakeOf('reporter').add(report);
    expect(await rowsOf(report.submissionId)).toBe(1);
  });

  it('lets nobody change or delete a row, not even the author', async () => {
    const report = sampleReport({ submissionId: 'K'.repeat(26) });
    const { rowId } = await intakeOf('reporter').add(report);
    const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.intake}/items/${rowId}`;
    const graph = tenant.graphOf('reporter');
    await expect(
      graph.done({ method: 'PATCH', path: `${path}/fields`, body: { Reference: 'UB-2026-000001' } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(graph.done({ method: 'DELETE', path })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a long list of own reports', () => {
  it('shows what was added to a report of a later page, where the addition stands on an earlier one (BEH-14.1-1)', async () => {
    const mine = intakeOf('manager');
    const report = sampleReport({ submissionId: 'X'.repeat(26), submittedAt: '2026-01-01T10:00:00Z' });
    await mine.add(report);
    for (let number = 0; number < 101; number += 1) {
      const submissionId = `X${String(number).padStart(25, '0')}`;
      await mine.add(sampleReport({ submissionId, submittedAt: '2026-06-01T10:00:00Z' }));
    }
    const amended = { ...report, facts: 'what came back later' };
    await mine.addAmendment({
      schema: 1,
      amendmentId: 'Y'.repeat(26),
      submissionId: report.submissionId,
      report: amended,
      note: '',
      amendedAt: '2026-11-01T10:00:00Z',
    });
    const first = await mine.list();
    expect(first.submissions.map(({ report: { submissionId } }) => submissionId)).not.toContain(report.submissionId);
    const second = await mine.list(first.next ?? '');
    const found = second.submissions.find((each) => each.report.submissionId === report.submissionId);
    expect(found?.report.facts).toBe('what came back later');
    expect(second.next).toBeNull();
  });
});
