import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSharePointRest } from '../../src/m365/provisioning/sharepoint-rest.ts';
import { defaultSiteName } from '../../src/m365/provisioning/site-plan.ts';
import { setupApp } from '../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../src/main/start/sandbox-control.ts';
import { storedIncident } from './support/clocks.ts';
import { itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';
import { editRow } from './support/security.ts';

/** What a person can write into a row of the register in SharePoint itself, with their own token, and what becomes of it. X-AUD-1 */
describe('A row of the register that somebody changes by hand', () => {
  let product: Product;
  let service: Replica;
  let list: string;
  let number = 400;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    list = product.settings.site.lists.incidents;
    await service.work.readLists();
  }, 120_000);
  afterAll(() => product?.close());

  async function reported() {
    number += 1;
    const report = await reportOf(await personOf(product, 'reporter'), number);
    await addReport(product, 'reporter', report);
    await takeIn();
    const item = await rowOf(report.submissionId);
    return { ...report, itemId: item?.id ?? '', reference: item?.fields.Reference ?? '', fields: item?.fields ?? {} };
  }
  async function takeIn() {
    await service.work.readLists();
    await service.desk.idle();
  }
  const rowOf = async (submissionId: string) =>
    (await itemsOf(product, list)).find(({ fields }) => fields.Details?.includes(submissionId));
  const entries = async (submissionId: string) =>
    (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .sort((one, other) => Number(one.fields.Sequence) - Number(other.fields.Sequence))
      .map(({ fields }) => ({ action: fields.Action, actor: fields.Actor, detail: fields.Detail ?? '' }));
  const mailsTo = async (persona: string, reference: string) => {
    const { userPrincipalName } = await personOf(product, persona);
    return (await sentMails(product)).filter(
      ({ to, subject }) => to.includes(userPrincipalName) && subject.includes(reference),
    );
  };
  const edit = async (itemId: string, fields: Record<string, string>, persona = 'security') =>
    expect(await editRow(product, list, itemId, fields, persona)).toBe(200);

  const rows: [column: string, value: string, said: unknown][] = [
    ['Title', 'UB-2026-999999', 'UB-2026-999999'],
    ['SubmissionId', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    ['Reference', 'UB-2026-999998', 'UB-2026-999998'],
    ['Severity', 'critical', 'critical'],
    ['Kind', 'hoax', 'hoax'],
    ['Channel', 'letter', 'letter'],
    ['StateMonth', 'closed 2026-11', 'closed 2026-11'],
    ['ReporterName', 'Somebody Else', { withheld: 13 }],
    ['ReporterDirectoryId', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001'],
    ['ManagerName', 'Somebody Else', { withheld: 13 }],
    ['ManagerDirectoryId', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000002'],
    ['AwaitedDirectoryId', 'her, on the third floor', { withheld: 23 }],
    ['RetainUntil', '2050-01-01T00:00:00Z', '2050-01-01T00:00:00Z'],
    ['NextDueAt', '2050-01-01T00:00:00Z', '2050-01-01T00:00:00Z'],
    ['WorkState', 'pending', 'pending'],
    ['WorkOwner', 'me', { withheld: 2 }],
    ['MergedInto', 'UB-2026-999997', 'UB-2026-999997'],
    ['SwitchboardQueryId', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000003'],
  ];

  it.each(rows)(
    'in column %s: is put back, entered under their name, and they are told',
    async (column, value, said) => {
      const { submissionId, itemId, reference, fields } = await reported();
      const before = await storedIncident(product, submissionId);
      await edit(itemId, { [column]: value });
      await takeIn();
      const after = await rowOf(submissionId);
      expect(after?.fields[column] ?? '').toBe(fields[column] ?? '');
      const { deliveries: _told, work: _owed, ...kept } = before as typeof before & { work: unknown };
      expect(await storedIncident(product, submissionId)).toMatchObject(kept);
      const { id } = await personOf(product, 'security');
      const entry = (await entries(submissionId)).find(({ action }) => action === 'columnsPutBack');
      expect(entry?.actor).toBe(id);
      const { changes } = JSON.parse(entry?.detail ?? '{}') as { changes: string };
      const [line] = (JSON.parse(changes) as [string, unknown, unknown][]).filter(([name]) => name === column);
      expect(line?.[2]).toEqual(said);
      const [mail, ...others] = await mailsTo('security', reference);
      expect(others).toEqual([]);
      expect(mail?.text).toContain(column);
      // Both languages: whose mailbox it is says nothing of theirs.
      expect(mail?.subject).toMatch(/put back .*yn ôl|yn ôl .*put back/);
      // A second look finds nothing to do.
      const { length } = await entries(submissionId);
      await takeIn();
      expect(await entries(submissionId)).toHaveLength(length);
    },
  );

  it.each([
    ['State', 'monitoring', 'statePutBack'],
    ['ForwardState', 'sent', 'forwardPutBack'],
    ['State', 'merged', 'statePutBack'],
  ])(
    'to %s %s, which the rules do not allow now: is put back, and they are told what to do instead',
    async (column, value, action) => {
      const { submissionId, itemId, reference, fields } = await reported();
      await edit(itemId, { [column]: value });
      await takeIn();
      expect((await rowOf(submissionId))?.fields[column]).toBe(fields[column]);
      const { id } = await personOf(product, 'security');
      expect((await entries(submissionId)).filter((each) => each.action === action)).toMatchObject([{ actor: id }]);
      const mails = await mailsTo('security', reference);
      expect(mails.map(({ text }) => text.includes(`${column}: `))).toEqual([true]);
    },
  );

  it('in its own memory, whole and well made: nothing of it is believed', async () => {
    const { submissionId, itemId, fields } = await reported();
    const parts = Object.entries(fields).filter(([name]) => /^Details\d*$/.test(name));
    const forged = parts.map(([name, text]) => [name, text.replaceAll('"managerReview"', '"closed"')]);
    expect(forged).not.toEqual(parts);
    await edit(itemId, { ...Object.fromEntries(forged), State: 'closed' });
    await takeIn();
    expect((await storedIncident(product, submissionId)).state).toBe('managerReview');
    const noted = (await entries(submissionId)).filter(({ action }) => action?.endsWith('PutBack'));
    expect(noted.map(({ action }) => action).sort()).toEqual(['columnsPutBack', 'statePutBack']);
    for (const { detail } of noted) expect(detail).not.toContain('deliveries');
  });

  it('keeps what may be of an edit, and puts back the rest of it', async () => {
    const { submissionId, itemId, reference } = await reported();
    await edit(itemId, { State: 'acknowledged', NewComment: 'Rang her.', Severity: 'critical' });
    await takeIn();
    const incident = await storedIncident(product, submissionId);
    expect(incident).toMatchObject({ state: 'acknowledged', severity: 'standard', comments: [{ text: 'Rang her.' }] });
    expect((await mailsTo('security', reference)).map(({ text }) => text.includes('Severity'))).toEqual([true]);
  });

  it('by two people before the service looks: each edit is its own author’s, in the order in which they were saved', async () => {
    const { submissionId, itemId } = await reported();
    const [first, second] = [await personOf(product, 'security'), await anotherKeeper()];
    await edit(itemId, { State: 'acknowledged', NewComment: 'Mine.' });
    await edit(itemId, { State: 'underReview', NewComment: 'And mine.' }, second.persona);
    await takeIn();
    const incident = await storedIncident(product, submissionId);
    expect(incident.state).toBe('underReview');
    expect(incident.acknowledgement?.by.id).toBe(first.id);
    expect(incident.comments.map(({ by, text }) => [by.id, text])).toEqual([
      [first.id, 'Mine.'],
      [second.id, 'And mine.'],
    ]);
    const moves = (await entries(submissionId)).filter(({ action }) => action === 'moved');
    expect(moves.map(({ actor }) => actor)).toEqual([first.id, second.id]);
  });

  it('by somebody who does not keep the register: all of it is put back; they and the keeper hear of it', async () => {
    const { submissionId, itemId, reference } = await reported();
    await grant('colleague');
    await edit(itemId, { State: 'acknowledged', NewComment: 'I was here.' }, 'colleague');
    await takeIn();
    const incident = await storedIncident(product, submissionId);
    expect(incident).toMatchObject({ state: 'managerReview', comments: [] });
    expect((await rowOf(submissionId))?.fields.NewComment ?? '').toBe('');
    const { id } = await personOf(product, 'colleague');
    const entry = (await entries(submissionId)).find(({ action }) => action === 'columnsPutBack');
    expect(entry?.actor).toBe(id);
    expect(entry?.detail).not.toContain('I was here');
    const [mail] = await mailsTo('colleague', reference);
    expect(mail?.text).toContain('IT Security');
    expect(mail?.text).not.toContain('teams.microsoft.com');
    const alert = (await sentMails(product)).filter(
      ({ subject }) => subject.includes(reference) && subject.includes('does not keep the register'),
    );
    expect(alert).toHaveLength(1);
  });

  it('and saved as it was: nothing is entered, and nobody is told', async () => {
    const { submissionId, itemId, reference, fields } = await reported();
    const before = await entries(submissionId);
    await edit(itemId, { Severity: fields.Severity ?? '' });
    await takeIn();
    expect(await entries(submissionId)).toEqual(before);
    expect(await mailsTo('security', reference)).toEqual([]);
  });

  it('but adds no row and deletes none: SharePoint refuses both to whoever keeps the register (0171)', async () => {
    const { submissionId, itemId } = await reported();
    const added = await request('security', 'POST', '', { fields: { Title: 'x', SubmissionId: 'y' } });
    const deleted = await request('security', 'DELETE', `/${itemId}`);
    expect([added.status, deleted.status]).toEqual([403, 403]);
    expect(await rowOf(submissionId)).toBeDefined();
    await edit(itemId, { NewComment: 'Still here.' });
    await takeIn();
    expect((await storedIncident(product, submissionId)).comments.map(({ text }) => text)).toEqual(['Still here.']);
  });

  it('or copies, where an owner gave more: the copy is no record, whatever is done to it; they are told once', async () => {
    const { submissionId, fields } = await reported();
    await grant('security');
    const { Details = '', Reference = '' } = fields;
    const copied = await request('security', 'POST', '', {
      fields: { Title: Reference, SubmissionId: 'COPYCOPYCOPYCOPYCOPYCOPYCO', State: 'managerReview', Details },
    });
    expect(copied.status).toBe(201);
    const { id } = (await copied.json()) as { id: string };
    await takeIn();
    await edit(id, { State: 'acknowledged' });
    await takeIn();
    expect((await storedIncident(product, submissionId)).state).toBe('managerReview');
    const { userPrincipalName } = await personOf(product, 'security');
    const told = (await sentMails(product)).filter(
      ({ to, text }) => to.includes(userPrincipalName) && text.includes(`row ${id} `),
    );
    expect(told).toHaveLength(1);
    expect(product.logged()).toContain('registerRowByHand');
  });

  it('or deletes, where an owner gave more: nothing is made anew, and the keeper is told once where it can be had back', async () => {
    const { submissionId, itemId } = await reported();
    await grant('security');
    expect((await request('security', 'DELETE', `/${itemId}`)).status).toBe(204);
    await takeIn();
    await takeIn();
    expect(await rowOf(submissionId)).toBeUndefined();
    const told = (await sentMails(product)).filter(({ text }) => text.includes(`Row ${itemId} was deleted`));
    expect(told).toHaveLength(1);
    expect(told[0]?.to).toEqual((await keeperAddress()) ?? []);
    expect(product.logged()).toContain('registerRowDeleted');
  });

  async function request(persona: string, method: string, path: string, body?: unknown) {
    const { site, graphBaseUrl, clientId } = product.settings;
    const token = await product.token({ persona, app: clientId, scopes: ['Sites.Selected', 'Sites.ReadWrite.All'] });
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    return fetch(`${root}/v1.0/sites/${site.id}/lists/${list}/items${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  /** Gives a person the right to change rows, as a careless owner of the site does. */
  async function grant(persona: string) {
    const control = new SandboxControl(product.sandbox.origin);
    const rest = createSharePointRest(
      `${product.sandbox.origin}/sites/${defaultSiteName}`,
      control.appToken(setupApp.clientId, `${product.sandbox.origin}/sites`),
    );
    const { userPrincipalName } = await personOf(product, persona);
    const { Id } = await rest.post(v.object({ Id: v.number() }), 'web/ensureuser', { logonName: userPrincipalName });
    const contribute = 1073741827;
    await rest.post(
      v.unknown(),
      `web/lists(guid'${list}')/roleassignments/addroleassignment(principalid=${Id},roledefid=${contribute})`,
    );
  }

  async function keeperAddress() {
    const { recipients } = product.settings as unknown as { recipients?: { security?: { address: string } } };
    if (recipients?.security) return [recipients.security.address];
    const rows = await itemsOf(product, product.settings.site.lists.config);
    const text = rows.find(({ fields }) => fields.Key === 'recipients')?.fields.Value ?? '{}';
    return [(JSON.parse(text) as { security: { address: string } }).security.address];
  }

  /** Another member of Security. */
  async function anotherKeeper() {
    const { readers } = product.settings;
    const { value } = await product.look<{ value: { id: string; userPrincipalName: string }[] }>(
      `/groups/${readers.default[0]}/members?$select=id,userPrincipalName`,
    );
    const first = await personOf(product, 'security');
    const other = value.find(({ id }) => id !== first.id);
    if (!other) throw new Error('Security has one member only');
    return { id: other.id, persona: other.userPrincipalName };
  }
});
