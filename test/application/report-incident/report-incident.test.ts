import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReportingView } from '../../../src/application/ports/incident-reporting.ts';
import type { IncidentStore } from '../../../src/application/ports/incident-store.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import { IncidentReports } from '../../../src/application/report-incident.ts';
import { previewRules } from '../../../src/application/report-preview.ts';
import { createDeviceStore } from '../../../src/m365/outbox/device-store.ts';
import { createMemoryStore } from '../../../src/m365/outbox/memory-store.ts';
import { Device } from '../report-email/device.ts';
import { Outside, reporterId } from './outside.ts';
import { draftOf, submissionId, voicemail } from './samples.ts';

const rules = previewRules({ sites: [], areas: [], recipientRoles: ['security', 'hrPartner'] });

function reportsOn(store: IncidentStore, outside = new Outside(), host: { id: string | null } = { id: null }) {
  const context = outside.contextFor(new Device<never>().openWindow() as never);
  const reports = new IncidentReports({
    store: Promise.resolve(store),
    texts: Promise.resolve(null),
    intake: context.intake,
    evidence: context.evidence,
    directory: { myManager: async () => null },
    personId: () => context.personId(),
    hostPersonId: () => host.id,
    clock: { now: () => new Date() },
    rules,
    chance: () => 0.5,
  });
  const views: ReportingView[] = [];
  reports.onChange((view) => views.push(view));
  return { reports, outside, views };
}

const picked = { type: 'voicemail' as const, name: 'neges.m4a', mediaType: 'audio/mp4', bytes: voicemail };
const arrived = ({ outside }: { outside: Outside }, count = 1) =>
  vi.waitFor(() => expect(outside.reports.length + outside.additions.length).toBe(count));

afterEach(() => void vi.restoreAllMocks());

describe('reporting from the tab', () => {
  it('takes the draft off the shelf with its files, and sends the very bytes (X-OFF-1, B-EVD-1)', async () => {
    const { reports, outside } = reportsOn(createMemoryStore());
    const draft = draftOf();
    const claim = await reports.attach(draft, picked);
    if (typeof claim === 'string') throw new Error(claim);
    expect(claim).toMatchObject({
      size: voicemail.length,
      name: 'neges.m4a',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const whole = { ...draft, account: { ...draft.account, attachments: [claim] } };
    await reports.shelf.save(whole);
    expect(await reports.submit(whole)).toBe(submissionId);
    expect(await reports.shelf.list()).toEqual([]);
    expect(await reports.shelf.files(submissionId)).toEqual([]);
    await vi.waitFor(() => expect(outside.files).toHaveLength(1));
    expect(outside.files[0]).toMatchObject({ submissionId, id: claim.id, bytes: voicemail });
  });

  it.each([
    ['an empty file', { ...picked, bytes: new Uint8Array() }, 'empty'],
    ['a file over 100 MB', { ...picked, bytes: sized(100 * 1024 * 1024 + 1) }, 'tooLarge'],
  ] as const)('refuses %s before it is kept', async (_name, file, refusal) => {
    const { reports } = reportsOn(createMemoryStore());
    expect(await reports.attach(draftOf(), file)).toBe(refusal);
  });

  it('refuses the twenty-first file', async () => {
    const { reports } = reportsOn(createMemoryStore());
    const many = draftOf(Array.from({ length: 20 }, (_, index) => String(index)));
    expect(await reports.attach(many, picked)).toBe('tooMany');
  });

  it('makes one record of a report that was handed over twice (X-IDEM-1)', async () => {
    const test = reportsOn(createMemoryStore());
    const draft = draftOf();
    await test.reports.shelf.save(draft);
    await Promise.all([test.reports.submit(draft), test.reports.submit(draft)]);
    await arrived(test);
    expect(test.outside.reports).toHaveLength(1);
  });

  it('shows what has arrived for as long as the window is open', async () => {
    const { reports, views } = reportsOn(createMemoryStore());
    await reports.submit(draftOf());
    await vi.waitFor(() => expect(views.at(-1)?.entry.steps.securityTold.state).toBe('done'), { timeout: 5_000 });
    const [view] = await reports.views();
    expect(view?.entry).toMatchObject({ id: submissionId, reference: 'UB-2026-000001' });
  });

  it('sends only those files of an amendment that are new (BEH-14.1-1)', async () => {
    const { reports, outside } = reportsOn(createMemoryStore());
    const old = draftOf(['1']);
    const claim = await reports.attach(old, picked);
    if (typeof claim === 'string') throw new Error(claim);
    const account = { ...old.account, attachments: [...old.account.attachments, claim] };
    const amended = { ...old, account, facts: 'More', amending: { note: '', filedIds: [] } };
    await reports.shelf.save(amended);
    await reports.amend(amended, 'What came back to me');
    await vi.waitFor(() => expect(outside.files).toHaveLength(1));
    expect(outside.files[0]?.id).toBe(claim.id);
    expect(outside.additions[0]).toMatchObject({
      type: 'amendment',
      entry: { submissionId, note: 'What came back to me', report: { facts: 'More' } },
    });
    expect(await reports.shelf.list()).toEqual([]);
  });

  it.each([
    ['3333', '3333'],
    ['ext. 3333', '3333'],
    ['+44 (0)29 2018 0021', '+44 029 2018 0021'],
  ])('asks the switchboard about %s as %s (COM-4.1-2)', async (typed, extension) => {
    const test = reportsOn(createMemoryStore());
    const queryId = await test.reports.askSwitchboard({ callAt: '2026-11-20T10:00:00.000Z', extension: typed });
    await arrived(test);
    expect(test.outside.additions[0]).toEqual({
      type: 'switchboardQuery',
      entry: { schema: 1, queryId, callAt: '2026-11-20T10:00:00.000Z', extension },
    });
  });

  it('answers the manager once however often it is pressed, and again after a refusal (T5, X-IDEM-1)', async () => {
    const test = reportsOn(createMemoryStore());
    const press = (text: string) => test.reports.answer(submissionId, 'q1', text);
    test.outside.answer = { isAnswered: true, refusal: 'commentTooLong' };
    expect(await press('  At ten.  ')).toBe(await press('At ten.'));
    await arrived(test);
    expect(test.outside.additions[0]).toMatchObject({
      type: 'answer',
      entry: { submissionId, questionId: 'q1', text: 'At ten.' },
    });
    const refused = () => test.views.at(-1)?.entry;
    await vi.waitFor(() => expect(refused()).toMatchObject({ refusal: 'commentTooLong' }), { timeout: 5_000 });
    test.outside.answer = { isAnswered: true, refusal: null };
    await press('Ten.');
    await arrived(test, 2);
    await test.reports.answer(submissionId, 'q2', 'Yes.');
    await arrived(test, 3);
  });

  it('notes a reading once, knows it at once, and asks Intake about other devices (BEH-2.1-1)', async () => {
    const test = reportsOn(createMemoryStore());
    const calls = { documentId: 'calls', version: '2' };
    expect(await test.reports.readDocuments([calls])).toEqual([]);
    await test.reports.markRead(calls);
    await test.reports.markRead(calls);
    await arrived(test);
    expect(test.outside.additions).toHaveLength(1);
    expect(await test.reports.readDocuments([calls])).toEqual([calls]);
    const elsewhere = reportsOn(createMemoryStore(), test.outside);
    expect(await elsewhere.reports.readDocuments([calls])).toEqual([calls]);
  });

  it('says that nothing is known to be read when nobody can be asked', async () => {
    const outside = new Outside(() => ({ fate: 'offline' }));
    const { reports } = reportsOn(createMemoryStore(), outside);
    expect(await reports.readDocuments([{ documentId: 'calls', version: '2' }])).toEqual([]);
  });

  it('shows nobody what another person left on this device (X-OFF-1)', async () => {
    const store = createMemoryStore();
    const offline = new Outside(() => ({ fate: 'offline' }));
    await reportsOn(store, offline, { id: 'nia' }).reports.submit(draftOf());
    const other = reportsOn(store, new Outside(), { id: 'tom' });
    await other.reports.start();
    expect(await other.reports.views()).toEqual([]);
    expect(other.views).toEqual([]);
    expect(await reportsOn(store, offline, { id: 'nia' }).reports.views()).toHaveLength(1);
  });

  it('takes up what an earlier window left, and tries silently what waited for a sign-in', async () => {
    const store = createMemoryStore();
    const first = reportsOn(store, new Outside(() => ({ fate: 'signInRequired' })));
    await first.reports.submit(draftOf());
    await vi.waitFor(() => expect(first.views.at(-1)?.entry.steps.recorded.reason).toBe('signInRequired'));
    const next = reportsOn(freshLocks(store));
    await next.reports.start();
    await arrived(next);
    expect(next.outside.signedIn).toBe(reporterId);
  });

  it('sends from this window what the device has no room for, and says that it must stay open (X-OFF-1)', async () => {
    const stored = createMemoryStore();
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const device = createDeviceStore({
      ...stored,
      handOver: full,
      drafts: { ...stored.drafts, put: full, putFile: full },
      outbox: { ...stored.outbox, add: full, keepBytes: full },
    });
    const test = reportsOn(device);
    const draft = draftOf();
    const claim = await test.reports.attach(draft, picked);
    if (typeof claim === 'string') throw new Error(claim);
    const whole = { ...draft, account: { ...draft.account, attachments: [claim] } };
    await expect(test.reports.shelf.save(whole)).rejects.toThrow('full');
    expect(test.reports.shelf.keeps(submissionId)).toBe(false);
    expect(await test.reports.shelf.list()).toEqual([whole]);
    await test.reports.submit(whole);
    expect(test.reports.keeps(submissionId)).toBe(false);
    expect(await test.reports.shelf.list()).toEqual([]);
    await vi.waitFor(() => expect(test.outside.files[0]?.bytes).toEqual(voicemail));
  });

  it('lets go of an entry only when its row was taken or refused', async () => {
    const waiting = reportsOn(createMemoryStore(), new Outside(() => ({ fate: 'offline' })));
    await waiting.reports.submit(draftOf());
    await waiting.reports.dismiss(submissionId);
    expect(await waiting.reports.views()).toHaveLength(1);

    const outside = new Outside((call) => ({ fate: call === 'file' ? 'tooLarge' : 'works' }));
    const stuck = reportsOn(createMemoryStore(), outside);
    await stuck.reports.submit(draftOf(['1']));
    await vi.waitFor(() => expect(stuck.views.at(-1)?.entry.steps.evidenceFiled.state).toBe('failed'));
    await stuck.reports.dismiss(submissionId);
    expect(await stuck.reports.views()).toEqual([]);
  });

  it('shows who will be told, by the rules of the service, with no network (POL-1.1-1)', () => {
    const offline = new Outside(() => {
      throw new RemoteError('offline', 'no network');
    });
    const { reports } = reportsOn(createMemoryStore(), offline);
    const preview = reports.preview(draftOf([], { kind: 'bombThreat' }), { hasManager: true, department: null });
    expect(preview.notices.map(({ role }) => role)).toContain('security');
    expect(offline.calls).toEqual([]);
  });
});

/** A file of that size that fills no memory. */
function sized(byteLength: number): Uint8Array {
  const bytes = new Uint8Array(0);
  Object.defineProperty(bytes, 'byteLength', { value: byteLength });
  return bytes;
}

/** The same device as a new window has it: the locks of the old one went with it. */
function freshLocks(store: IncidentStore): IncidentStore {
  const { exclusively } = createMemoryStore().outbox;
  return { ...store, outbox: { ...store.outbox, exclusively } };
}
