import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { allMail, immutable, MailClient, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
const reporter = new MailClient(sandbox, { persona: 'reporter', scopes: allMail });
const inbox = '/me/mailFolders/inbox/messages';

async function newDraft(extra: Record<string, unknown> = {}) {
  const answer = await reporter.post('/me/messages', { subject: 'A draft', ...extra });
  expect(answer.status).toBe(201);
  return answer.json;
}

describe('folders', () => {
  it('list the standard folders with counts that follow what happens', async () => {
    const list = await reporter.get('/me/mailFolders?$top=50');
    const names = list.json.value.map((folder: { displayName: string }) => folder.displayName);
    expect(names).toEqual(expect.arrayContaining(['Inbox', 'Drafts', 'Sent Items', 'Deleted Items', 'Junk Email']));
    expect(names).not.toContain('Deletions');
    const before = (await reporter.get('/me/mailFolders/inbox')).json;
    const [message] = (await reporter.get(`${inbox}?$top=1&$filter=isRead eq false`)).json.value;
    await reporter.patch(`/me/messages/${message.id}`, { isRead: true });
    const after = (await reporter.get('/me/mailFolders/Inbox')).json;
    expect(after.totalItemCount).toBe(before.totalItemCount);
    expect(after.unreadItemCount).toBe(before.unreadItemCount - 1);
  });

  it('take child folders, refuse the same name twice, and page', async () => {
    for (const name of ['Abuse', 'Bills', 'Cases']) {
      const made = await reporter.post('/me/mailFolders/inbox/childFolders', { displayName: name });
      expect(made.status).toBe(201);
    }
    expect((await reporter.post('/me/mailFolders/inbox/childFolders', { displayName: 'Abuse' })).json.error.code).toBe(
      'ErrorFolderExists',
    );
    const first = await reporter.get('/me/mailFolders/inbox/childFolders?$top=2');
    expect(first.json.value).toHaveLength(2);
    const second = await reporter.get(first.json['@odata.nextLink']);
    expect(second.json.value.map((folder: { displayName: string }) => folder.displayName)).toEqual(['Cases']);
    expect(second.json['@odata.nextLink']).toBeUndefined();
    expect((await reporter.get('/me/mailFolders/inbox')).json.childFolderCount).toBe(3);
  });

  it('that do not exist are said so', async () => {
    expect((await reporter.get('/me/mailFolders/nowhere')).json.error.code).toBe('ErrorFolderNotFound');
    expect((await reporter.get('/me/mailFolders/nowhere/messages')).status).toBe(404);
  });
});

describe('listing messages', () => {
  it('pages newest first through everything, following nextLink', async () => {
    const seen: string[] = [];
    const times: string[] = [];
    let url: string | undefined = `${inbox}?$top=7&$select=receivedDateTime&$count=true`;
    let total = 0;
    while (url) {
      const page = await reporter.get(url);
      expect(page.status).toBe(200);
      total = page.json['@odata.count'];
      for (const message of page.json.value) {
        seen.push(message.id);
        times.push(message.receivedDateTime);
        expect(Object.keys(message).sort()).toEqual(
          message['@odata.type']
            ? ['@odata.etag', '@odata.type', 'id', 'receivedDateTime']
            : ['@odata.etag', 'id', 'receivedDateTime'],
        );
      }
      url = page.json['@odata.nextLink'];
    }
    expect(new Set(seen).size).toBe(total);
    expect(total).toBeGreaterThan(35);
    expect(times).toEqual([...times].sort().reverse());
  });

  it.each([
    ["internetMessageId eq '<a1-20261116@brynhafod.example>'", 1],
    ["internetMessageId eq '<nobody@nowhere.example>'", 0],
    ["subject eq 'no date on this one'", 1],
    ["startswith(subject,'Your')", 4],
    ["contains(subject,'tŷ')", 6],
    ["from/emailAddress/address eq 'D.FARROW@brynhafod.example' and isRead eq true", 0],
    ['receivedDateTime ge 2026-11-17T09:00:00Z and receivedDateTime le 2026-11-17T09:40:02Z', 5],
    ["(subject eq 'Wrapped' or subject eq 'Sealed') and not (subject eq 'Sealed')", 1],
    ["importance eq 'high'", 1],
    ['hasAttachments eq true and isDraft eq false', 8],
    ["subject eq 'it''s'", 0],
  ])('filters by %s', async (filter, count) => {
    const list = await reporter.get(`/me/messages?$top=100&$filter=${encodeURIComponent(filter)}&$select=subject`);
    expect(list.status).toBe(200);
    expect(list.json.value.map((message: { subject: string }) => message.subject)).toHaveLength(count);
  });

  it.each([
    ["nonsense eq 'x'", 'RequestBroker--ParseUri'],
    ["subject eq 'x", 'BadRequest'],
    ['isRead eq 5', 'BadRequest'],
    ['receivedDateTime ge yesterday', 'BadRequest'],
    ["startswith(subject 'x')", 'BadRequest'],
    ["subject eq 'x' subject", 'BadRequest'],
  ])('refuses the filter %s', async (filter, code) => {
    const answer = await reporter.get(`/me/messages?$filter=${encodeURIComponent(filter)}`);
    expect(answer.status).toBe(400);
    expect(answer.json.error.code).toBe(code);
  });

  it('refuses to sort by what the filter does not begin with, as Exchange does', async () => {
    const filter = encodeURIComponent("subject eq 'Wrapped'");
    const answer = await reporter.get(`/me/messages?$filter=${filter}&$orderby=receivedDateTime desc`);
    expect(answer.json.error.code).toBe('InefficientFilter');
    const both = encodeURIComponent("receivedDateTime ge 2026-01-01T00:00:00Z and subject eq 'Wrapped'");
    const fine = await reporter.get(`/me/messages?$filter=${both}&$orderby=receivedDateTime asc`);
    expect(fine.json.value).toHaveLength(1);
  });

  it('refuses an unknown property, sort direction or page size', async () => {
    expect((await reporter.get(`${inbox}?$select=subject,bogus`)).json.error.code).toBe('RequestBroker--ParseUri');
    expect((await reporter.get(`${inbox}?$orderby=subject sideways`)).status).toBe(400);
    expect((await reporter.get(`${inbox}?$top=0`)).status).toBe(400);
    expect((await reporter.get(`${inbox}?$expand=extensions`)).status).toBe(400);
  });

  it('shows internet headers only when they are selected, and not all that the bytes have', async () => {
    const filter = encodeURIComponent("internetMessageId eq '<inject34@moelygest.example>'");
    const [plain] = (await reporter.get(`/me/messages?$filter=${filter}`)).json.value;
    expect(plain.internetMessageHeaders).toBeUndefined();
    const { json } = await reporter.get(`/me/messages/${plain.id}?$select=internetMessageHeaders,subject`);
    expect(json.internetMessageHeaders).toContainEqual({ name: 'X-Folded', value: 'one two three' });
    const names = json.internetMessageHeaders.map(({ name }: { name: string }) => name.toLowerCase());
    expect(names).not.toContain('content-transfer-encoding');
    expect(json.subject).not.toMatch(/[\r\n]/);
    const raw = await reporter.get(`/me/messages/${plain.id}/$value`);
    expect(raw.bytes.toString('latin1').toLowerCase()).toContain('\r\ncontent-transfer-encoding:');
  });
});

describe('single-value extended properties', () => {
  const id = 'String {00020329-0000-0000-C000-000000000046} Name UrddasKey';
  const find = (value: string) =>
    reporter.get(
      `/me/messages?$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq '${value}')`)}` +
        `&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`)}`,
      immutable,
    );

  it('find a message by key over all folders, before and after it was sent', async () => {
    const draft = await newDraft({
      toRecipients: to('sian.morlais@glanrafon.example'),
      singleValueExtendedProperties: [{ id, value: 'key-1' }],
    });
    const before = await find('key-1');
    expect(before.json.value).toHaveLength(1);
    expect(before.json.value[0].isDraft).toBe(true);
    expect(before.json.value[0].singleValueExtendedProperties).toEqual([{ id, value: 'key-1' }]);
    expect((await reporter.post(`/me/messages/${draft.id}/send`)).status).toBe(202);
    const after = await find('key-1');
    expect(after.json.value).toHaveLength(1);
    expect(after.json.value[0].isDraft).toBe(false);
    expect(after.json.value[0].id).toBe(before.json.value[0].id);
    expect((await find('key-2')).json.value).toEqual([]);
  });

  it('are refused with an id that is none', async () => {
    const answer = await reporter.post('/me/messages', { singleValueExtendedProperties: [{ id: 'Key', value: 'x' }] });
    expect(answer.json.error.code).toBe('ErrorInvalidPropertyId');
  });
});

describe('changing messages', () => {
  it('leaves a trace: the change key moves with every change', async () => {
    const draft = await newDraft();
    const changed = await reporter.patch(`/me/messages/${draft.id}`, { subject: 'Another', categories: ['Red'] });
    expect(changed.json).toMatchObject({ subject: 'Another', categories: ['Red'] });
    expect(changed.json.changeKey).not.toBe(draft.changeKey);
    expect(changed.json['@odata.etag']).toBe(`W/"${changed.json.changeKey}"`);
  });

  it('is refused on an older state', async () => {
    const draft = await newDraft();
    const first = await reporter.patch(
      `/me/messages/${draft.id}`,
      { subject: 'One' },
      { 'if-match': draft['@odata.etag'] },
    );
    expect(first.status).toBe(200);
    const second = await reporter.patch(
      `/me/messages/${draft.id}`,
      { subject: 'Two' },
      { 'if-match': draft['@odata.etag'] },
    );
    expect(second.status).toBe(412);
    expect(second.json.error.code).toBe('ErrorIrresolvableConflict');
    expect((await reporter.get(`/me/messages/${draft.id}`)).json.subject).toBe('One');
  });

  it('does not reach the body or the recipients of what was received', async () => {
    const [received] = (await reporter.get(`${inbox}?$top=1`)).json.value;
    const answer = await reporter.patch(`/me/messages/${received.id}`, { toRecipients: to('x@y.example') });
    expect(answer.json.error.code).toBe('ErrorInvalidPropertySet');
    expect((await reporter.get(`/me/messages/${received.id}`)).json.changeKey).toBe(received.changeKey);
  });

  it('refuses properties that a message has not', async () => {
    expect((await reporter.post('/me/messages', { subjekt: 'x' })).status).toBe(400);
    expect((await reporter.post('/me/messages', { importance: 'extreme' })).status).toBe(400);
    const broken = await reporter.post('/me/messages', '{"subject":');
    expect(broken.json.error.code).toBe('RequestBodyRead');
  });

  it('reading changes nothing', async () => {
    const [before] = (await reporter.get(`${inbox}?$top=1&$filter=isRead eq false`)).json.value;
    await reporter.get(`/me/messages/${before.id}`);
    await reporter.get(`/me/messages/${before.id}/$value`);
    await reporter.get(`/me/messages/${before.id}/attachments`);
    const after = (await reporter.get(`/me/messages/${before.id}`)).json;
    expect(after).toMatchObject({
      changeKey: before.changeKey,
      isRead: false,
      parentFolderId: before.parentFolderId,
      lastModifiedDateTime: before.lastModifiedDateTime,
    });
  });
});

describe('ids', () => {
  it('change when a message moves, unless they are immutable', async () => {
    const draft = await newDraft();
    const { id: fixed } = (await reporter.get(`/me/messages/${draft.id}`, immutable)).json;
    expect(fixed).not.toBe(draft.id);
    const moved = await reporter.post(`/me/messages/${draft.id}/move`, { destinationId: 'archive' });
    expect(moved.status).toBe(201);
    expect(moved.json.id).not.toBe(draft.id);
    const gone = await reporter.get(`/me/messages/${draft.id}`);
    expect(gone.status).toBe(404);
    expect(gone.json.error.code).toBe('ErrorItemNotFound');
    const same = await reporter.get(`/me/messages/${fixed}`, immutable);
    expect(same.json.id).toBe(fixed);
    expect(same.headers.get('preference-applied')).toContain('IdType="ImmutableId"');
    expect((await reporter.get(`/me/messages/${fixed}`)).json.id).toBe(moved.json.id);
  });

  it('are case-sensitive', async () => {
    const draft = await newDraft();
    const { id } = (await reporter.get(`/me/messages/${draft.id}`, immutable)).json;
    const swapped = id.replace(/[a-z]/g, (letter: string) => letter.toUpperCase());
    expect((await reporter.get(`/me/messages/${swapped}`)).status).toBe(404);
  });

  it('are translated between the forms of Office, Graph and the immutable one', async () => {
    const draft = await newDraft();
    const { id: fixed } = (await reporter.get(`/me/messages/${draft.id}`, immutable)).json;
    const translate = async (inputIds: string[], sourceIdType: string, targetIdType: string) =>
      (await reporter.post('/me/translateExchangeIds', { inputIds, sourceIdType, targetIdType })).json.value;
    const [ews] = await translate([draft.id], 'restId', 'ewsId');
    expect(ews.targetId).toMatch(/[/+]/);
    expect(ews.targetId.replaceAll('/', '-').replaceAll('+', '_')).toBe(draft.id);
    const [back] = await translate([ews.targetId], 'ewsId', 'restImmutableEntryId');
    expect(back).toEqual({ sourceId: ews.targetId, targetId: fixed });
    const [unknown] = await translate(['AAMkNothing'], 'restId', 'restImmutableEntryId');
    expect(unknown.errorDetails.code).toBe('ErrorInvalidIdMalformed');
    const many = await reporter.post('/me/translateExchangeIds', {
      inputIds: Array.from({ length: 1001 }, () => draft.id),
      sourceIdType: 'restId',
      targetIdType: 'restImmutableEntryId',
    });
    expect(many.status).toBe(400);
  });

  it('of a copy are its own', async () => {
    const draft = await newDraft();
    const copy = await reporter.post(`/me/messages/${draft.id}/copy`, { destinationId: 'archive' }, immutable);
    expect(copy.status).toBe(201);
    expect((await reporter.get(`/me/messages/${draft.id}`, immutable)).json.id).not.toBe(copy.json.id);
    expect((await reporter.post(`/me/messages/${draft.id}/move`, { destinationId: 'nowhere' })).status).toBe(404);
  });
});

describe('deleting', () => {
  it('puts a message into Deleted Items, and from there out of sight', async () => {
    const draft = await newDraft();
    const { id } = (await reporter.get(`/me/messages/${draft.id}`, immutable)).json;
    const bin = (await reporter.get('/me/mailFolders/deleteditems')).json.id;
    expect((await reporter.delete(`/me/messages/${id}`)).status).toBe(204);
    expect((await reporter.get(`/me/messages/${id}`)).json.parentFolderId).toBe(bin);
    await reporter.delete(`/me/messages/${id}`);
    expect((await reporter.get(`/me/messages/${id}`)).json.parentFolderId).not.toBe(bin);
    expect((await reporter.get('/me/mailFolders/deleteditems/messages')).json.value).toEqual([]);
  });
});
