import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { cardsOf, itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, numberOf, personOf, reportOf, secrets } from './support/reporter.ts';
import { editRow, uploadEvidence } from './support/security.ts';

const bytes = new TextEncoder().encode('From: a\r\n\r\nwords of a colleague');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('A report about a colleague, with the manager involved (COM-3f-1, C-21)', () => {
  let product: Product;
  let service: Replica;
  let reference: string;
  let submissionId: string;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    const manager = await personOf(product, 'manager');
    const report = await reportOf(await personOf(product, 'reporter'), 1, {
      kind: 'internal',
      manager: { chosenId: manager.id, implicated: true },
    });
    submissionId = report.submissionId;
    const rowId = await addReport(product, 'reporter', report);
    reference = numberOf(rowId);
    await service.work.readLists();
    expect((await uploadEvidence(product, service.origin, { submissionId, bytes, sha256 })).status).toBe(200);
    await service.desk.idle();
  });
  afterAll(() => product?.close());

  const stored = async () => {
    const [item] = await itemsOf(product, product.settings.site.lists.incidentsHr);
    if (!item) throw new Error('no incident');
    return { item, incident: JSON.parse(item.fields.Details ?? '') as Incident };
  };
  /** Everything a person's own token gets from an address; the status where it is refused. */
  async function seenBy(persona: string, path: string): Promise<string> {
    const { clientId, graphBaseUrl } = product.settings;
    const scopes = ['Sites.Selected', 'Sites.ReadWrite.All', 'Files.ReadWrite.All', 'Mail.ReadWrite', 'User.Read.All'];
    const token = await product.token({ persona, app: clientId, scopes });
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    const response = await fetch(`${root}/v1.0${path}`, { headers: { authorization: `Bearer ${token}` } });
    return response.ok ? response.text() : String(response.status);
  }

  it('stands in the register of HR alone', async () => {
    const { incident, item } = await stored();
    expect(item.fields.SubmissionId).toBe(submissionId);
    expect(incident).toMatchObject({ boundary: 'hr', state: 'hrRoute', reference });
    expect(await itemsOf(product, product.settings.site.lists.incidents)).toEqual([]);
    expect(await itemsOf(product, product.settings.site.lists.audit)).toEqual([]);
    const trail = await itemsOf(product, product.settings.site.lists.auditHr);
    expect(trail.map((entry) => entry.fields.Action)).toEqual(['registered', 'evidenceFiled']);
  });

  it('is told to HR and to the manager’s manager, and to neither the manager nor Security', async () => {
    expect((await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference))).toEqual([]);
    expect((await cardsOf(product, 'seniorManager')).filter(({ json }) => json.includes(reference))).toHaveLength(1);
    const told = (await sentMails(product)).filter((mail) => mail.subject.includes(reference));
    expect(told.map((mail) => mail.to)).toEqual([['adnoddau.dynol@glanrafon.example']]);
    for (const mail of told) for (const secret of secrets) expect(mail.text).not.toContain(secret);
  });

  it.each(['security', 'manager', 'colleague'])('leaves no trace anywhere that %s can look', async (persona) => {
    const { id, lists, evidenceDrives } = product.settings.site;
    const places = [
      ...Object.values(lists).map((list) => `/sites/${id}/lists/${list}/items?$expand=fields&$top=200`),
      ...Object.values(evidenceDrives).map((drive) => `/drives/${drive}/root/children`),
      ...Object.values(evidenceDrives).map((drive) => `/drives/${drive}/root:/${reference}/original.eml`),
      '/me/messages?$top=100',
    ];
    for (const place of places) {
      const seen = await seenBy(persona, place);
      for (const trace of [submissionId, reference, ...secrets]) expect(seen, place).not.toContain(trace);
    }
  });

  it('can be read by HR, with its evidence and its trail', async () => {
    const { id, lists, evidenceDrives } = product.settings.site;
    expect(await seenBy('hr', `/sites/${id}/lists/${lists.incidentsHr}/items?$expand=fields`)).toContain(reference);
    expect(await seenBy('hr', `/sites/${id}/lists/${lists.auditHr}/items?$expand=fields`)).toContain('evidenceFiled');
    expect(await seenBy('hr', `/drives/${evidenceDrives.hr}/root/children`)).toContain(reference);
  });

  it('cannot be acknowledged as Security does: HR’s attempt is put back, and is in the trail', async () => {
    const { item } = await stored();
    const { incidentsHr, auditHr } = product.settings.site.lists;
    expect(await editRow(product, incidentsHr, item.id, { State: 'acknowledged' }, 'hr')).toBe(200);
    await service.work.readLists();
    expect((await stored()).item.fields.State).toBe('hrRoute');
    const trail = await itemsOf(product, auditHr);
    expect(trail.map((entry) => entry.fields.Action)).toContain('statePutBack');
  });

  it('is closed by HR with a reason, and by nobody of Security', async () => {
    const { item } = await stored();
    const { incidentsHr } = product.settings.site.lists;
    expect(await editRow(product, incidentsHr, item.id, { State: 'closed' }, 'security')).toBeGreaterThanOrEqual(403);
    const closing = { State: 'closed', NewComment: 'Dealt with under the conduct policy.' };
    expect(await editRow(product, incidentsHr, item.id, closing, 'hr')).toBe(200);
    await service.work.readLists();
    const { incident, item: after } = await stored();
    const hr = await personOf(product, 'hr');
    expect(incident.state).toBe('closed');
    expect(after.fields.State).toBe('closed');
    expect(incident.comments).toMatchObject([{ by: { id: hr.id }, text: closing.NewComment, via: 'register' }]);
  });
});
