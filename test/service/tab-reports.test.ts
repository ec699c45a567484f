import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newSubmissionId } from '../../src/application/new-submission-id.ts';
import type { ReportingView } from '../../src/application/ports/incident-reporting.ts';
import { IncidentReports } from '../../src/application/report-incident.ts';
import type { IncidentDraft } from '../../src/application/report-incident-draft.ts';
import { previewRules } from '../../src/application/report-preview.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { createEvidenceUpload } from '../../src/m365/evidence-upload/evidence-upload.ts';
import { createGraph } from '../../src/m365/graph/client.ts';
import { createIntake } from '../../src/m365/intake/person-intake.ts';
import { createMemoryStore } from '../../src/m365/outbox/memory-store.ts';
import { createServiceClient } from '../../src/m365/service-client/service-client.ts';
import { draftOf as sampleDraft, voicemail } from '../application/report-incident/samples.ts';
import { addFault, clearFaults } from '../m365/support/faults.ts';
import { itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

const write = { part: 'graph', method: 'POST', path: '*/items' };

describe('What the tab’s own outbox sends (S2, X-IDEM-1, X-PART-1)', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterEach(() => clearFaults(product.sandbox.origin));
  afterAll(() => product?.close());

  /** The tab of the reporter: everything real but the browser's storage. */
  async function openTab() {
    const { clientId, site, graphBaseUrl } = product.settings;
    const persona = 'reporter';
    const { id } = await personOf(product, persona);
    const graphToken = () => product.token({ persona, scopes: ['Sites.ReadWrite.All'], app: clientId });
    const serviceToken = () =>
      product.token({ persona, app: clientId, audience: `api://${clientId}`, scopes: ['access_as_user'] });
    const intake = createIntake(createGraph({ baseUrl: graphBaseUrl, getToken: graphToken }), site);
    const reports = new IncidentReports({
      store: Promise.resolve(createMemoryStore()),
      texts: Promise.resolve(null),
      intake,
      evidence: createEvidenceUpload(createServiceClient(service.origin, serviceToken)),
      directory: { myManager: async () => null },
      personId: async () => id,
      hostPersonId: () => id,
      clock: { now: () => new Date() },
      rules: previewRules({ sites: [], areas: [], recipientRoles: [] }),
      chance: () => 0,
    });
    const last = new Map<string, ReportingView>();
    reports.onChange((view) => last.set(view.entry.id, view));
    return {
      reports,
      intake,
      stepOf: (entryId: string) => last.get(entryId)?.entry.steps,
      entry: (id: string) => last.get(id)?.entry,
    };
  }

  const draftOf = (): IncidentDraft => ({
    ...sampleDraft(),
    id: newSubmissionId(),
    occurredAt: '2026-11-20T10:00:00.000Z',
  });
  const records = async (submissionId: string) =>
    (await itemsOf(product, product.settings.site.lists.incidents))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => JSON.parse(fields.Details ?? 'null') as Incident);
  const rowsOf = async (key: string) =>
    (await itemsOf(product, product.settings.site.lists.intake)).filter(({ fields }) => fields.SubmissionId === key);
  const soon = { timeout: 20_000, interval: 100 };

  it('becomes an incident with its recording as evidence, byte for byte', async () => {
    const { reports, stepOf } = await openTab();
    const draft = draftOf();
    const claim = await reports.attach(draft, {
      type: 'voicemail',
      name: 'neges lŵs.m4a',
      mediaType: 'audio/mp4',
      bytes: voicemail,
    });
    if (typeof claim === 'string') throw new Error(claim);
    await reports.submit({ ...draft, account: { ...draft.account, attachments: [claim] } });
    await vi.waitFor(() => expect(stepOf(draft.id)?.evidenceFiled.state).toBe('done'), soon);
    const [incident, ...others] = await records(draft.id);
    expect(others).toEqual([]);
    expect(incident?.evidence).toMatchObject([
      { sha256: claim.sha256, size: voicemail.length, type: 'voicemail', name: 'neges lŵs.m4a' },
    ]);
  });

  it.each([
    ['a throttled list', { kind: 'status', status: 429, retryAfter: 1 }],
    ['a list that is down', { kind: 'status', status: 503, retryAfter: 1 }],
    ['a lost line', { kind: 'drop' }],
    ['an answer that was lost', { kind: 'drop', after: true }],
    ['a server that failed after writing', { kind: 'status', status: 500, after: true }],
  ])('is one row of each despite %s', async (_name, effect) => {
    const { reports, stepOf } = await openTab();
    const draft = draftOf();
    await addFault(product.sandbox.origin, { match: write, times: 1, effect });
    await reports.submit(draft);
    await vi.waitFor(() => expect(stepOf(draft.id)?.recorded.state).toBe('done'), soon);
    await addFault(product.sandbox.origin, { match: write, times: 1, effect });
    const later = { ...draft, facts: 'He rang again.', amending: { note: '', filedIds: [] } };
    const amendmentId = await reports.amend(later, 'He rang again');
    await vi.waitFor(() => expect(stepOf(amendmentId)?.recorded.state).toBe('done'), soon);
    expect((await rowsOf(draft.id)).map(({ fields }) => fields.EntryType)).toEqual(['report', 'amendment']);
  });

  it('files a recording although the service is cut off in the middle of it', async () => {
    const { reports, stepOf } = await openTab();
    const draft = draftOf();
    const bytes = new Uint8Array(3_000_000).fill(7);
    const claim = await reports.attach(draft, { type: 'audio', name: 'a.wav', mediaType: 'audio/wav', bytes });
    if (typeof claim === 'string') throw new Error(claim);
    await addFault(product.sandbox.origin, { match: { part: 'upload' }, times: 1, effect: { kind: 'drop' } });
    await reports.submit({ ...draft, account: { ...draft.account, attachments: [claim] } });
    await vi.waitFor(() => expect(stepOf(draft.id)?.evidenceFiled.state).toBe('done'), soon);
    expect((await records(draft.id))[0]?.evidence).toMatchObject([{ sha256: claim.sha256 }]);
  });

  it('changes the record by an amendment and takes it back by a withdrawal, and hears that both were taken (BEH-14.1-1, T16)', async () => {
    const { reports, intake, stepOf, entry } = await openTab();
    const draft = draftOf();
    await reports.submit(draft);
    await vi.waitFor(() => expect(stepOf(draft.id)?.recorded.state).toBe('done'), soon);
    await service.work.readLists();
    const amendmentId = await reports.amend(
      { ...draft, facts: 'She gave her name.', amending: { note: '', filedIds: [] } },
      'The name',
    );
    await vi.waitFor(() => expect(stepOf(amendmentId)?.recorded.state).toBe('done'), soon);
    await service.work.readLists();
    await vi.waitFor(() => expect(entry(amendmentId)).toMatchObject({ isTaken: true, refusal: null }), soon);
    const withdrawalId = await reports.withdraw(draft.id, 'Nid oedd dim byd ynddo');
    await vi.waitFor(() => expect(stepOf(withdrawalId)?.recorded.state).toBe('done'), soon);
    await service.work.readLists();
    await vi.waitFor(() => expect(entry(withdrawalId)).toMatchObject({ isTaken: true, refusal: null }), soon);
    const [incident] = await records(draft.id);
    expect(incident).toMatchObject({ state: 'withdrawn', report: { facts: 'She gave her name.' } });
    expect(await intake.find(draft.id)).toMatchObject({
      state: 'withdrawn',
      report: { facts: 'She gave her name.' },
      amendments: [{ isAnswered: true, refusal: null }],
      withdrawal: { isAnswered: true, refusal: null },
    });
  });

  it('says so when a withdrawal was refused, because Security had acknowledged it before (T16, X-PART-1)', async () => {
    const { reports, intake, stepOf, entry } = await openTab();
    const draft = { ...draftOf(), violenceThreatened: true };
    await reports.submit(draft);
    await vi.waitFor(() => expect(stepOf(draft.id)?.recorded.state).toBe('done'), soon);
    await service.work.readLists();
    const [incident] = await records(draft.id);
    await editAsSecurity(product, incident?.reference ?? '', { State: 'acknowledged' });
    await service.work.readLists();
    const withdrawalId = await reports.withdraw(draft.id, 'Too late');
    await vi.waitFor(() => expect(stepOf(withdrawalId)?.recorded.state).toBe('done'), soon);
    await service.work.readLists();
    await vi.waitFor(() => expect(entry(withdrawalId)).toMatchObject({ refusal: 'acknowledged' }), soon);
    expect(stepOf(withdrawalId)?.recorded).toMatchObject({ state: 'failed', reason: 'invalid', retryAt: null });
    expect(await intake.find(draft.id)).toMatchObject({
      state: 'acknowledged',
      withdrawal: { refusal: 'acknowledged' },
    });
  });

  it('tells Intake once that a document was read, from two devices too (BEH-2.1-1)', async () => {
    const [one, other] = [await openTab(), await openTab()];
    const document = { documentId: 'calls', version: '7' };
    await one.reports.markRead(document);
    await vi.waitFor(async () => expect(await other.reports.readDocuments([document])).toEqual([document]), soon);
    expect(await other.reports.readDocuments([{ ...document, version: '8' }])).toEqual([]);
  });
});
