import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QuickXorHash } from '../../../src/sandbox/sharepoint/drives/quick-xor-hash.ts';
import { type Send, site, TestTenant, trimList } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;
let anyone: Send;
let drive: string;

async function makeLibrary(name: string): Promise<string> {
  await admin('POST', `${site}/lists`, {
    body: { displayName: name, list: { template: 'documentLibrary' }, columns: [{ name: 'Sha256', text: {} }] },
  });
  const { body } = await admin('GET', `${site}/lists/${name}/drive`);
  return `/drives/${body.id}`;
}

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  anyone = tenant.sender(null);
  drive = await makeLibrary('Evidence');
});
afterAll(() => tenant.close());

it('has an id of the length that SharePoint gives', () => {
  expect(drive).toMatch(/^\/drives\/b![\w-]{64}$/);
});

const put = (path: string, bytes: string | Uint8Array, query = '') =>
  admin('PUT', `${drive}/root:/${path}:/content${query}`, {
    raw: bytes as BodyInit,
    headers: { 'content-type': 'text/plain' },
  });

async function bytesOf(path: string, headers: Record<string, string> = {}) {
  const redirect = await admin('GET', path);
  expect(redirect.status).toBe(302);
  return fetch(redirect.headers.get('location') ?? '', { headers });
}

describe('quickXorHash', () => {
  // Worked out by the published algorithm, bit by bit.
  const slow = (bytes: Uint8Array): string => {
    let ring = 0n;
    const full = (1n << 160n) - 1n;
    for (const [index, byte] of bytes.entries()) {
      const shift = BigInt((index * 11) % 160);
      const wide = BigInt(byte) << shift;
      ring ^= (wide & full) | (wide >> 160n);
    }
    ring ^= BigInt(bytes.length) << 96n;
    const out = Buffer.alloc(20);
    for (let place = 0; place < 20; place += 1) out[place] = Number((ring >> BigInt(8 * place)) & 0xffn);
    return out.toString('base64');
  };

  it.each([0, 1, 14, 15, 159, 160, 161, 5000])('of %i bytes is the published one', (length) => {
    const bytes = randomBytes(length);
    const hash = new QuickXorHash();
    hash.update(bytes.subarray(0, 7));
    hash.update(bytes.subarray(7));
    expect(hash.digest()).toBe(slow(bytes));
  });
});

describe('a file', () => {
  it('is put by path, making the folders on the way, and read back byte for byte', async () => {
    const bytes = randomBytes(3_000_000);
    const made = await put('UB-2026-000001/original message.eml', bytes);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'original message.eml',
      size: bytes.length,
      file: { mimeType: 'message/rfc822', hashes: { quickXorHash: expect.any(String) } },
      parentReference: { path: expect.stringContaining('/root:/UB-2026-000001') },
      '@microsoft.graph.downloadUrl': expect.stringContaining('tempauth='),
    });
    const back = await bytesOf(`${drive}/items/${made.body.id}/content`);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is read in ranges', async () => {
    await put('range.txt', '0123456789');
    const path = `${drive}/root:/range.txt:/content`;
    const middle = await bytesOf(path, { range: 'bytes=2-4' });
    expect([middle.status, await middle.text(), middle.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect(await (await bytesOf(path, { range: 'bytes=-3' })).text()).toBe('789');
    expect((await bytesOf(path, { range: 'bytes=50-' })).status).toBe(416);
  });

  it.each([
    ['', 200, 'same.txt'],
    ['?@microsoft.graph.conflictBehavior=replace', 200, 'same.txt'],
    ['?@microsoft.graph.conflictBehavior=rename', 201, 'same 1.txt'],
    ['?@microsoft.graph.conflictBehavior=fail', 409, undefined],
  ])('that is there already, put with %s, answers %i', async (query, status, name) => {
    await put('same.txt', 'old');
    const again = await put('same.txt', 'new', query);
    expect(again.status).toBe(status);
    if (status === 409) expect(again.body.error.code).toBe('nameAlreadyExists');
    else expect(again.body.name).toBe(name);
  });

  it('needs its download address whole: without the token there is nothing', async () => {
    const { body } = await put('guarded.txt', 'x');
    const address = body['@microsoft.graph.downloadUrl'] as string;
    expect((await anyone('GET', address.replace(/tempauth=[^&]+/, 'tempauth=v1.a.b'))).status).toBe(403);
    await tenant.control('POST', '/clock', { advanceSeconds: 4000 });
    expect((await anyone('GET', address)).status).toBe(403);
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });

  it('carries columns of the library', async () => {
    const { body } = await put('columns.txt', 'x');
    const changed = await admin('PATCH', `${drive}/items/${body.id}/listItem/fields`, { body: { Sha256: 'abc' } });
    expect(changed.body).toMatchObject({ Sha256: 'abc', FileLeafRef: 'columns.txt' });
    const again = await admin('GET', `${drive}/root:/columns.txt?$expand=listItem($expand=fields)`);
    expect(again.body.listItem.fields.Sha256).toBe('abc');
    const row = await admin('GET', `${site}/lists/Evidence/items/${again.body.listItem.id}/driveItem`);
    expect(row.body.id).toBe(body.id);
  });

  it('is listed, renamed, and deleted', async () => {
    const folder = await admin('POST', `${drive}/root/children`, { body: { name: 'Box', folder: {} } });
    expect(folder.status).toBe(201);
    const again = { body: { name: 'box', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' } };
    expect((await admin('POST', `${drive}/root/children`, again)).status).toBe(409);
    await put('Box/b.txt', 'b');
    const { body } = await put('Box/a.txt', 'a');
    const first = await admin('GET', `${drive}/root:/Box:/children?$top=1&$select=name`);
    expect(first.body.value).toEqual([{ name: 'a.txt' }]);
    const second = await admin('GET', first.body['@odata.nextLink']);
    expect(second.body.value[0].name).toBe('b.txt');
    await admin('PATCH', `${drive}/items/${body.id}`, { body: { name: 'c.txt' } });
    expect((await admin('GET', `${drive}/root:/Box/c.txt`)).status).toBe(200);
    expect((await admin('DELETE', `${drive}/items/${folder.body.id}`)).status).toBe(204);
    expect((await admin('GET', `${drive}/root:/Box/c.txt`)).status).toBe(404);
  });

  it.each(['a*b.txt', 'CON', 'what?.txt'])('cannot be called %s', async (name) => {
    expect((await put(encodeURIComponent(name), 'x')).status).toBe(400);
  });
});

describe('rights on a library', () => {
  it('let a reader read and nothing else', async () => {
    const library = await makeLibrary('Sealed');
    await admin('PUT', `${library}/root:/one.eml:/content`, { raw: 'x' });
    const login = `c:0t.c|tenant|${tenant.group('Urddas Security')}`;
    await trimList(tenant, 'Sealed', [{ login, role: 'Read' }]);
    const security = await tenant.persona('security', 'Sites.ReadWrite.All');
    expect((await security('GET', `${library}/root:/one.eml:/content`)).status).toBe(302);
    expect((await security('PUT', `${library}/root:/one.eml:/content`, { raw: 'y' })).status).toBe(403);
    expect((await security('PUT', `${library}/root:/two.eml:/content`, { raw: 'y' })).status).toBe(403);
    expect((await security('DELETE', `${library}/root:/one.eml`)).status).toBe(403);
    const reporter = await tenant.persona('reporter', 'Sites.ReadWrite.All', 'Files.ReadWrite.All');
    expect((await reporter('GET', `${library}/root:/one.eml`)).status).toBe(404);
    const drives = await reporter('GET', `${site}/drives`);
    expect(drives.status === 403 || drives.body.value.length === 0).toBe(true);
  });
});

describe('an upload session', () => {
  const unit = 320 * 1024;
  const open = async (name: string, conflict = 'replace') =>
    (
      await admin('POST', `${drive}/root:/${name}:/createUploadSession`, {
        body: { item: { '@microsoft.graph.conflictBehavior': conflict } },
      })
    ).body.uploadUrl as string;
  const send = (url: string, bytes: Uint8Array, first: number, total: number, who = anyone) =>
    who('PUT', url, {
      raw: bytes as BodyInit,
      headers: { 'content-range': `bytes ${first}-${first + bytes.length - 1}/${total}` },
    });

  it('takes fragments in order and makes the file with the last', async () => {
    const bytes = randomBytes(unit * 2 + 100);
    const url = await open('large.eml');
    const first = await send(url, bytes.subarray(0, unit), 0, bytes.length);
    expect(first).toMatchObject({ status: 202, body: { nextExpectedRanges: [`${unit}-${bytes.length - 1}`] } });
    expect((await anyone('GET', url)).body.nextExpectedRanges).toEqual([`${unit}-${bytes.length - 1}`]);
    expect((await send(url, bytes.subarray(unit, unit * 2), unit, bytes.length)).status).toBe(202);
    const done = await send(url, bytes.subarray(unit * 2), unit * 2, bytes.length);
    expect(done).toMatchObject({ status: 201, body: { name: 'large.eml', size: bytes.length } });
    const back = await bytesOf(`${drive}/root:/large.eml:/content`);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await anyone('GET', url)).status).toBe(404);
  });

  it.each([
    ['out of order', unit, unit, unit * 3, 416],
    ['not a multiple of 320 KiB', 0, unit + 1, unit * 3, 400],
  ])('refuses a fragment %s', async (_name, first, length, total, status) => {
    const url = await open(`bad-${status}.eml`);
    expect((await send(url, new Uint8Array(length), first, total)).status).toBe(status);
  });

  it('refuses a fragment sent twice, a token beside the address, and a missing range', async () => {
    const url = await open('strict.eml');
    await send(url, new Uint8Array(unit), 0, unit * 2);
    expect((await send(url, new Uint8Array(unit), 0, unit * 2)).status).toBe(416);
    const withToken = tenant.sender(await tenant.token({ app: 'x', scopes: ['Sites.FullControl.All'] }));
    expect((await send(url, new Uint8Array(unit), unit, unit * 2, withToken)).status).toBe(401);
    expect((await anyone('PUT', url, { raw: 'x' })).status).toBe(400);
  });

  it('can be cancelled, and breaks when a fault asks', async () => {
    const url = await open('cancel.eml');
    expect((await anyone('DELETE', url)).status).toBe(204);
    expect((await send(url, new Uint8Array(unit), 0, unit)).status).toBe(404);
    const broken = await open('broken.eml');
    await tenant.control('POST', '/faults', { effect: { kind: 'breakUpload', afterChunks: 1 } });
    expect((await send(broken, new Uint8Array(unit), 0, unit * 2)).status).toBe(202);
    await expect(send(broken, new Uint8Array(unit), unit, unit * 2)).rejects.toThrow();
    expect((await anyone('GET', broken)).body.nextExpectedRanges).toEqual([`${unit}-${unit * 2 - 1}`]);
    expect((await send(broken, new Uint8Array(unit), unit, unit * 2)).status).toBe(201);
  });

  it('is refused at once where a file may not be replaced', async () => {
    await put('once.eml', 'x');
    const refused = await admin('POST', `${drive}/root:/once.eml:/createUploadSession`, { body: {} });
    expect(refused.status).toBe(409);
  });

  it('goes on after the tenant was restarted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
    const file = join(folder, 'state.db');
    const before = await TestTenant.start(file);
    const speak = await before.app('provisioner', 'Sites.FullControl.All');
    await speak('POST', `${site}/lists`, { body: { displayName: 'Files', list: { template: 'documentLibrary' } } });
    const made = await speak('POST', `${site}/lists/Files/drive/root:/resumed.bin:/createUploadSession`, { body: {} });
    const path = new URL(made.body.uploadUrl).pathname;
    const range = (first: number, last: number) => ({ 'content-range': `bytes ${first}-${last}/${unit + 3}` });
    await before.sender(null)('PUT', path, { raw: new Uint8Array(unit), headers: range(0, unit - 1) });
    await before.close();
    const after = await TestTenant.start(file);
    const done = await after.sender(null)('PUT', path, { raw: 'end', headers: range(unit, unit + 2) });
    expect(done).toMatchObject({ status: 201, body: { name: 'resumed.bin', size: unit + 3 } });
    await after.close();
    rmSync(folder, { recursive: true });
  });
});
