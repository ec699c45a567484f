import { beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../../browser/axe.ts';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { browserUnderTest } from './running-browser.ts';

const sandbox = sandboxUnderTest();
const browser = browserUnderTest();
const contribute = 1073741827;

let siteId = '';
let listId = '';
let adminToken = '';

async function graph<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await sandbox.send(method, `/graph/v1.0${path}`, { token: adminToken, body });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}

beforeAll(async () => {
  adminToken = await sandbox.token({ persona: 'administrator', scopes: ['Sites.FullControl.All'] });
  siteId = (await graph<{ id: string }>('GET', '/sites/localhost:/sites/urddas')).id;
  const list = await graph<{ id: string }>('POST', `/sites/${siteId}/lists`, {
    displayName: 'Register',
    list: { template: 'genericList' },
    columns: [
      { name: 'Reference', indexed: true, text: {} },
      { name: 'State', indexed: true, choice: { choices: ['open', 'closed'] } },
      { name: 'NewComment', text: { allowMultipleLines: true } },
    ],
  });
  listId = list.id;
  const library = await graph<{ id: string }>('POST', `/sites/${siteId}/lists`, {
    displayName: 'Papers',
    list: { template: 'documentLibrary' },
  });
  for (const id of [list.id, library.id]) await letSecurityIn(id);
  for (let number = 1; number <= 60; number += 1) {
    await graph('POST', `/sites/${siteId}/lists/${listId}/items`, {
      fields: { Reference: `UB-${String(number).padStart(3, '0')}`, State: number % 2 ? 'open' : 'closed' },
    });
  }
  const drive = await graph<{ id: string }>('GET', `/sites/${siteId}/lists/${library.id}/drive`);
  const stored = await fetch(`${sandbox.origin}/graph/v1.0/drives/${drive.id}/root:/note.txt:/content`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'text/plain' },
    body: 'Helô',
  });
  expect(stored.status).toBe(201);
}, 120_000);

/** Own permissions for the list: Security may contribute, nobody else but the owners. */
async function letSecurityIn(id: string): Promise<void> {
  const token = await sandbox.token({
    persona: 'administrator',
    scopes: [`${sandbox.origin}/sites/AllSites.FullControl`],
  });
  const rest = async (path: string, body?: unknown) => {
    const answer = await sandbox.send('POST', `/sites/urddas/_api/web/${path}`, { token, body: body ?? {} });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : null;
  };
  const groupsToken = await sandbox.token({ persona: 'security', scopes: ['User.Read', 'GroupMember.Read.All'] });
  const memberOf = await sandbox.send('GET', '/graph/v1.0/me/memberOf', { token: groupsToken });
  const { value } = (await memberOf.json()) as { value: { id: string; displayName: string }[] };
  const group = value.find(({ displayName }) => displayName === 'Urddas Security');
  const principal = await rest('ensureuser', { logonName: `c:0t.c|tenant|${group?.id}` });
  await rest(`lists(guid'${id}')/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)`);
  await rest(
    `lists(guid'${id}')/roleassignments/addroleassignment(principalid=${principal.Id ?? principal.d?.Id},roledefid=${contribute})`,
  );
}

const open = async (persona: string, list = 'Register') => {
  const page = await browser.open(`${sandbox.origin}/sharepoint?persona=${persona}&list=${list}`);
  const rows = page.locator('tbody tr');
  return { page, rows };
};

describe('the SharePoint page', () => {
  it.each([
    ['/sites/urddas?persona=security', '/sharepoint?persona=security&site=urddas'],
    ['/sites/urddas/Lists/Register?persona=hr', '/sharepoint?persona=hr&site=urddas&list=Register'],
    ['/sites/urddas/Papers', '/sharepoint?site=urddas&list=Papers'],
  ])('is found where SharePoint has it: %s', async (asked, found) => {
    const answer = await fetch(`${sandbox.origin}${asked}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(found);
  });

  it('does not stand in the way of the REST interface', async () => {
    expect((await sandbox.send('GET', '/sites/urddas/_api/web')).status).toBe(401);
  });

  it('shows lists to those who may read them, and to nobody else', async () => {
    const { page, rows } = await open('security');
    await rows.first().waitFor();
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Lists' }).getByRole('button').allTextContents())
      .toEqual(expect.arrayContaining(['Register', 'Papers']));
    const stranger = await open('colleague');
    await stranger.page.getByText('There is no site here that you may open').waitFor();
    expect(await stranger.page.getByText('Register').count()).toBe(0);
  });

  it('pages, sorts and filters by indexed columns', async () => {
    const { page, rows } = await open('security');
    await rows.nth(49).waitFor();
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('UB-051').waitFor();
    await expect.poll(() => rows.count()).toBe(10);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await page.getByText('UB-001').waitFor();
    await page.getByRole('columnheader').getByRole('button', { name: 'Reference' }).click();
    await rows.first().getByText('UB-060').waitFor();
    const filter = page.getByRole('form', { name: 'Filter' });
    await filter.getByLabel('Column').selectOption('Reference');
    await filter.getByLabel('Value').fill('UB-007');
    await filter.getByLabel('Value').press('Enter');
    await rows.first().getByText('UB-007').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
  });

  it('changes a cell, by keyboard too', async () => {
    const { page, rows } = await open('security');
    const first = rows.first();
    await first.getByRole('button', { name: /Change NewComment/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ffoniwyd');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('button', { name: /^Ffoniwyd/ }).waitFor();
    await first.getByRole('cell', { name: 'Gareth Pwllheron' }).waitFor();
    await first.getByRole('cell', { name: 'Hywel Castellan' }).waitFor();
    const stored = await graph<{ fields: Record<string, string> }>(
      'GET',
      `/sites/${siteId}/lists/${listId}/items/1?expand=fields`,
    );
    expect(stored.fields.NewComment).toBe('Ffoniwyd');
  });

  it('does not overwrite what somebody else changed meanwhile, and shows it', async () => {
    const { page, rows } = await open('security');
    const second = rows.nth(1);
    await second.getByRole('button', { name: /Change State/ }).waitFor();
    await graph('PATCH', `/sites/${siteId}/lists/${listId}/items/2/fields`, { NewComment: 'Meanwhile' });
    await second.getByRole('button', { name: /Change State/ }).click();
    await second.getByLabel('State of row 2').selectOption('open');
    await second.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('412').waitFor();
    await second.getByText('Meanwhile').waitFor();
    const stored = await graph<{ fields: Record<string, string> }>(
      'GET',
      `/sites/${siteId}/lists/${listId}/items/2?expand=fields`,
    );
    expect(stored.fields.State).toBe('closed');
  });

  it('hands out the files of a library', async () => {
    const { page } = await open('security', 'Papers');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download note.txt' }).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8')).toBe('Helô');
  });

  it('passes the accessibility checks', async () => {
    const { page, rows } = await open('security');
    await rows.nth(49).waitFor();
    const filter = page.getByRole('form', { name: 'Filter' });
    await filter.getByLabel('Column').selectOption('Reference');
    await filter.getByLabel('Value').fill('UB-00');
    await filter.getByLabel('Test').selectOption('startswith');
    await filter.getByLabel('Value').press('Enter');
    await rows.nth(8).waitFor();
    await expect.poll(() => rows.count()).toBe(9);
    expect(await axeFaults(page)).toEqual([]);
  });
});
