import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { londonDateOf } from '../../src/domain/calendar/london-time.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { cardsOf, incidents, itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, numberOf, personOf, reportOf, secrets } from './support/reporter.ts';
import { editAsSecurity, uploadEvidence } from './support/security.ts';

describe('What Security writes into the register', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function reported(over: Partial<Report> = {}) {
    number += 1;
    const report = await reportOf(await personOf(product, 'reporter'), number, over);
    const rowId = await addReport(product, 'reporter', report);
    await service.work.readLists();
    return { report, rowId, reference: numberOf(rowId) };
  }
  const stored = async (reference: string) => {
    const found = (await incidents(product)).find(({ incident }) => incident.reference === reference);
    if (!found) throw new Error('no incident');
    return found;
  };
  const actionsOf = async (report: Report) =>
    (await itemsOf(product, product.settings.site.lists.audit))
      .filter((entry) => entry.fields.SubmissionId === report.submissionId)
      .map((entry) => entry.fields.Action);
  const mailsAbout = async (reference: string) =>
    (await sentMails(product)).filter((mail) => mail.subject.includes(reference));

  it('acknowledges: stamped, manager and reporter told without verbatim words, card and row follow (BEH-8.3-1)', async () => {
    const { report, reference, rowId } = await reported();
    expect(await editAsSecurity(product, reference, { State: 'acknowledged' })).toBe(200);
    await service.work.readLists();

    const { incident, item } = await stored(reference);
    const security = await personOf(product, 'security');
    expect(incident.state).toBe('acknowledged');
    expect(incident.acknowledgement?.by.id).toBe(security.id);
    expect(item.fields.StateMonth).toBe(`acknowledged ${londonDateOf(incident.reportedAt).slice(0, 7)}`);
    const told = await mailsAbout(reference);
    const addresses = told.map((mail) => mail.to.join());
    for (const persona of ['manager', 'reporter']) {
      expect(addresses).toContain((await personOf(product, persona)).userPrincipalName);
    }
    for (const mail of told) for (const secret of [secrets[0], secrets[2]]) expect(mail.text).not.toContain(secret);
    expect((await cardsOf(product, 'manager')).find((card) => card.json.includes(reference))?.json).not.toContain(
      'forwardToSecurity',
    );
    const row = (await itemsOf(product, product.settings.site.lists.intake)).find((each) => each.id === rowId);
    expect(row?.fields.State).toBe('acknowledged');
    expect(row?.fields.AcknowledgedAt).toBeTruthy();
    expect(await actionsOf(report)).toEqual(['registered', 'moved', 'noticesSent']);
  });

  it('is told once however often the lists are read', async () => {
    const { reference } = await reported();
    await editAsSecurity(product, reference, { State: 'acknowledged' });
    await Promise.all([service.work.readLists(), (await product.addReplica()).work.readLists()]);
    await service.work.readLists();
    // Security and help desk at first; then manager and reporter.
    expect(await mailsAbout(reference)).toHaveLength(4);
  });

  it('puts a forbidden state back, and keeps both in the trail (X-AUD-1)', async () => {
    const { report, reference } = await reported();
    await editAsSecurity(product, reference, { State: 'monitoring' });
    await service.work.readLists();
    const { incident, item } = await stored(reference);
    expect(incident.state).toBe('managerReview');
    expect(item.fields.State).toBe('managerReview');
    // Whoever wrote it is told.
    expect(await actionsOf(report)).toEqual(['registered', 'statePutBack', 'noticesSent']);
  });

  it('moves a comment into the record and empties the column, with a state in the same edit', async () => {
    const { reference } = await reported();
    await editAsSecurity(product, reference, { State: 'acknowledged', NewComment: 'Rang the reporter.' });
    await service.work.readLists();
    const { incident, item } = await stored(reference);
    expect(incident.comments).toMatchObject([{ role: 'security', text: 'Rang the reporter.' }]);
    expect(item.fields.NewComment ?? '').toBe('');
    expect(incident.state).toBe('acknowledged');
  });

  it('loses no edit when the reporter’s evidence arrives at the same moment', async () => {
    const { report, reference } = await reported();
    const bytes = new TextEncoder().encode('one');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await editAsSecurity(product, reference, { State: 'acknowledged' });
    const uploaded = await uploadEvidence(product, service.origin, {
      submissionId: report.submissionId,
      bytes,
      sha256,
    });
    expect(uploaded.status).toBe(200);
    await service.desk.idle();
    const { incident } = await stored(reference);
    expect(incident.state).toBe('acknowledged');
    expect(incident.evidence).toHaveLength(1);
  });

  it('releases a withheld original, which then leaves once for IT Security (C-06, COM-6.1-4)', async () => {
    const { report, reference } = await reported({ kind: 'bombThreat' });
    expect((await stored(reference)).incident.forward.state).toBe('suppressed');
    const bytes = new TextEncoder().encode('From: x\r\n\r\nbomb');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await uploadEvidence(product, service.origin, { submissionId: report.submissionId, bytes, sha256 });
    const before = (await mailsAbout(reference)).filter((mail) => mail.hasAttachments);
    expect(before).toEqual([]);

    await editAsSecurity(product, reference, { ForwardState: 'released' });
    await service.work.readLists();
    await service.work.readLists();
    const { incident } = await stored(reference);
    expect(incident.forward).toMatchObject({ state: 'sent', sha256 });
    const sent = (await mailsAbout(reference)).filter((mail) => mail.hasAttachments);
    expect(sent.map((mail) => mail.to)).toEqual([['seiberddiogelwch@glanrafon.example']]);
    // B-EVD-2
    expect((await actionsOf(report)).filter((action) => action?.startsWith('original'))).toEqual([
      'originalReleased',
      'originalForwarded',
    ]);
  });

  it('forwards a released original as soon as its evidence arrives, when it was released before', async () => {
    const { report, reference } = await reported({ kind: 'bombThreat' });
    await editAsSecurity(product, reference, { ForwardState: 'released' });
    await service.work.readLists();
    expect((await stored(reference)).incident.forward.state).toBe('released');
    const bytes = new TextEncoder().encode('late');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await uploadEvidence(product, service.origin, { submissionId: report.submissionId, bytes, sha256 });
    expect((await stored(reference)).incident.forward.state).toBe('sent');
  });
});
