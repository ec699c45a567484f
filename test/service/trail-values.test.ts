import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChanges } from '../../src/application/note-changes.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import type { TrailChange } from '../../src/domain/trail/trail-changes.ts';
import { accountSecrets, addAmendment, amendmentOf, callReport } from './support/account.ts';
import { MovableClock, storedIncident, whenDue } from './support/clocks.ts';
import { cardsOf, itemsOf, press } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

describe('Old and new values in the trail (X-AUD-1)', () => {
  let product: Product;
  let service: Replica;
  let later: Replica;
  const clock = new MovableClock();
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    later = await product.addReplica({ clock });
  });
  afterAll(() => product?.close());

  async function taken(over: Partial<Report> = {}): Promise<Report> {
    const report = callReport({ occurredAt: new Date().toISOString(), ...over });
    await addReport(product, 'reporter', report);
    await settled();
    return report;
  }
  async function settled() {
    await service.work.readLists();
    await service.desk.idle();
  }
  async function trailOf({ submissionId }: Report) {
    const items = await itemsOf(product, product.settings.site.lists.audit);
    return items
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .sort((one, other) => Number(one.fields.Sequence) - Number(other.fields.Sequence))
      .map(({ fields }) => {
        const detail = JSON.parse(fields.Detail ?? '{}') as Record<string, string>;
        return { action: fields.Action, actor: fields.Actor, ...readChanges(detail), text: fields.Detail ?? '' };
      });
  }
  async function pressOn(report: Report, verb: string, more: object) {
    const { reference } = await storedIncident(product, report.submissionId);
    const card = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(reference));
    if (!card) throw new Error('no card');
    const data = { submissionId: report.submissionId, cardVersion: 1, ...more };
    const answer = await press(product, 'manager', card, { verb, data });
    await service.desk.idle();
    return answer;
  }
  const changesOf = (entries: { changes: TrailChange[] }[], field: string) =>
    entries.flatMap(({ changes }) => changes.filter((each) => each.field === field));

  it('stand in the entry of whoever made the change, by card, amendment, list and clock', async () => {
    const report = await taken({ violenceThreatened: true });
    expect(
      (await pressOn(report, 'raiseSeverity', { severity: 'critical', severityReason: 'She is afraid.' })).kind,
    ).toBe('card');
    const raised = (await trailOf(report)).find(({ action }) => action === 'severityRaised');
    expect(raised?.changes).toContainEqual({ field: 'severity', before: 'serious', after: 'critical' });
    expect(raised?.actor).toBe((await personOf(product, 'manager')).id);

    await addAmendment(product, 'reporter', amendmentOf(report, { weaponMentioned: true, facts: 'He rang twice.' }));
    await settled();
    const amended = (await trailOf(report)).find(({ action }) => action === 'amended');
    expect(amended?.changes).toContainEqual({ field: 'report.weaponMentioned', before: false, after: true });
    expect(amended?.changes).toContainEqual({
      field: 'report.facts',
      before: { withheld: report.facts.length },
      after: { withheld: 'He rang twice.'.length },
    });

    clock.moveTo(whenDue(await storedIncident(product, report.submissionId), 'forwardOverdue'));
    await later.work.runClocks();
    await later.desk.idle();
    const { reference } = await storedIncident(product, report.submissionId);
    expect(await editAsSecurity(product, reference, { State: 'acknowledged', NewComment: 'We ring her today.' })).toBe(
      200,
    );
    await settled();
    const entries = await trailOf(report);
    expect(changesOf(entries, 'state').map(({ before, after }) => [before, after])).toEqual([
      ['managerReview', 'withSecurity'],
      ['withSecurity', 'acknowledged'],
    ]);
    const acknowledged = entries.find(({ changes }) => changes.some(({ after }) => after === 'acknowledged'));
    expect(acknowledged?.actor).toBe((await personOf(product, 'security')).id);
    expect(acknowledged?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['acknowledgement.by', 'acknowledgement.at', 'comments[0].text']),
    );
  });

  it('follow on from one another, and every change has an entry that says who made it', async () => {
    const reports = [await taken({ kind: 'hoax' }), await taken({ homeThreat: true })];
    expect((await pressOn(reports[0]!, 'tellHr', {})).kind).toBe('card');
    expect((await pressOn(reports[1]!, 'forwardToSecurity', { comment: 'Spoken with her.' })).kind).toBe('card');
    await addAmendment(product, 'reporter', amendmentOf(reports[1]!, { towardsFamily: true }));
    await settled();
    for (const report of reports) {
      const entries = await trailOf(report);
      expect(entries.map(({ action }) => action)).not.toContain('changed');
      const last = new Map<string, unknown>();
      for (const { field, before, after } of entries.flatMap(({ changes }) => changes)) {
        if (last.has(field)) expect(before, field).toEqual(last.get(field));
        last.set(field, after);
      }
      const incident = await storedIncident(product, report.submissionId);
      for (const field of ['state', 'severity'] as const) {
        if (last.has(field)) expect(last.get(field)).toBe(incident[field]);
      }
    }
  });

  it('hold no words of anybody', async () => {
    const items = await itemsOf(product, product.settings.site.lists.audit);
    const all = items.map(({ fields }) => fields.Detail ?? '').join('\n');
    expect(all).toContain('withheld');
    const said = ['She is afraid', 'rang twice', 'ring her today', 'Spoken with her', 'about his grant'];
    for (const words of [...accountSecrets, ...said]) expect(all).not.toContain(words);
  });
});
