import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBoard } from '../../src/m365/board/security-board.ts';
import { createGraph } from '../../src/m365/graph/client.ts';
import { createIntake } from '../../src/m365/intake/person-intake.ts';
import { createServiceClient } from '../../src/m365/service-client/service-client.ts';
import { askAll } from '../../src/m365/tenant-check/ask-all.ts';
import { openCheckedTenant } from '../../src/main/tenant-check/checked-tenant.ts';
import { itemsOf } from '../service/support/look.ts';
import { type Product, startProduct } from '../service/support/product.ts';
import { addReport, personOf, reportOf } from '../service/support/reporter.ts';

describe('The check of a tenant', () => {
  let product: Product;
  let folder: string;
  let file: string;
  let environment: NodeJS.ProcessEnv;
  const scopes = ['User.Read', 'User.Read.All', 'Mail.ReadWrite', 'Sites.Selected'];

  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    const service = await product.addReplica();
    const reporter = await personOf(product, 'reporter');
    for (const number of [1, 2, 3, 4]) {
      const submittedAt = product.sandbox.tenant.clock.now().toISOString();
      await addReport(product, 'reporter', { ...(await reportOf(reporter, number)), submittedAt });
      // One second each at the least: what came at the same time has no order.
      product.sandbox.tenant.clock.advance(2);
    }
    await service.work.readLists();
    await service.desk.idle();
    folder = await mkdtemp(join(tmpdir(), 'tenant-check-'));
    file = join(folder, 'tenant.json');
    // The key itself is in no file; its path is.
    const { certificateKey: _, ...settings } = product.settings;
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    await name({});
    const tokenOf = (persona: string) => product.token({ persona, app: product.settings.clientId, scopes });
    environment = {
      TENANT_TOKEN_AUTHOR: await tokenOf('reporter'),
      TENANT_TOKEN_ANOTHER: await tokenOf('colleague'),
      TENANT_TOKEN_SECURITY: await tokenOf('security'),
    };
  });
  afterEach(async () => {
    await set({ ownRows: 'own', ordersRows: true, mostRows: 999, botMessageBytes: 40 * 1024, appOnlyRest: 'taken' });
    await letIn([product.settings.serviceMailbox]);
    await name({});
  });
  afterAll(async () => {
    await product?.close();
    await rm(folder, { recursive: true });
  });

  const set = async (outcomes: Record<string, unknown>) => {
    const response = await fetch(`${product.sandbox.origin}/sandbox/outcomes`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(outcomes),
    });
    expect(response.status).toBe(200);
  };
  /** Writes the file of the tenant: what is usual, and what a test names besides. */
  const name = async (members: Record<string, unknown>) => {
    const [author, other] = [await personOf(product, 'reporter'), await personOf(product, 'manager')];
    const usual = { settings: 'settings.json', authorId: author.id, otherMailbox: other.userPrincipalName };
    await writeFile(file, JSON.stringify({ ...usual, ...members }));
  };
  const letIn = async (mailboxes: string[] | 'all') => {
    const path = `/sandbox/mail/apps/${product.settings.clientId}/mailboxes`;
    const body = JSON.stringify({ mailboxes });
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(product.sandbox.origin + path, { method: 'PUT', headers, body })).status).toBe(200);
  };
  async function check(env = environment): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for await (const { question, answer } of askAll(await openCheckedTenant(file, env))) {
      found[question.id] = answer.outcome;
    }
    return found;
  }
  const rows = () => itemsOf(product, product.settings.site.lists.intake);
  const graphOf = (persona: string, scope = 'Sites.Selected') =>
    createGraph({
      baseUrl: product.settings.graphBaseUrl,
      getToken: () => product.token({ persona, app: product.settings.clientId, scopes: ['User.Read', scope] }),
    });

  it('finds every assumption true in the stand-in as it is, and leaves nothing behind', async () => {
    const before = (await rows()).length;
    const found = await check();
    const untried = ['large-original', 'shared-upload', 'outlooks'];
    for (const [id, outcome] of Object.entries(found)) {
      expect([id, outcome]).toEqual([id, untried.includes(id) ? 'could not be tried' : 'holds']);
    }
    expect(await rows()).toHaveLength(before);
  });

  it('passes nothing that it could not try', async () => {
    const found = await check({});
    for (const id of [
      'own-rows-author',
      'own-rows-another',
      'own-rows-security',
      'selected-create',
      'selected-batch',
    ]) {
      expect(found[id]).toBe('could not be tried');
    }
  });

  it('says that a person sees no own rows, and the wider scope of the switch mends it', async () => {
    await set({ ownRows: 'none' });
    const found = await check();
    expect(found['own-rows-author']).toBe('does not hold');
    expect(found['own-rows-service']).toBe('holds');
    const list = async (scope: string) => createIntake(graphOf('reporter', scope), product.settings.site).list();
    expect((await list('Sites.Selected')).submissions).toEqual([]);
    expect((await list('Sites.Manage.All')).submissions).toHaveLength(4);
  });

  it('says that rows come in no order, and with the switch the pages order them', async () => {
    const intake = (ordersRows?: boolean) =>
      createIntake(graphOf('reporter'), product.settings.site, ordersRows === undefined ? {} : { ordersRows });
    const board = (ordersRows?: boolean) =>
      createBoard(
        graphOf('security'),
        createServiceClient('http://127.0.0.1:9', async () => 'none'),
        product.settings.site,
        { now: () => product.sandbox.tenant.clock.now() },
        undefined,
        ordersRows === undefined ? {} : { ordersRows },
      );
    const all = { state: null, kind: null };
    const ownInOrder = await intake().list();
    const boardInOrder = await board().page('default', all);
    expect(ownInOrder.submissions).toHaveLength(4);
    expect(boardInOrder.rows).toHaveLength(4);

    await set({ ordersRows: false });
    expect((await check()).order).toBe('does not hold');
    await expect(intake().list()).rejects.toMatchObject({ code: 'invalid' });
    const timesOf = (list: Awaited<ReturnType<ReturnType<typeof intake>['list']>>) =>
      list.submissions.map(({ report }) => report.submittedAt);
    expect(timesOf(await intake(false).list())).toEqual(timesOf(ownInOrder));
    expect((await board(false).page('default', all)).rows).toEqual(boardInOrder.rows);
  });

  it('says that the service may not see who reads the lists', async () => {
    await set({ appOnlyRest: 'refused' });
    expect((await check()).guards).toBe('does not hold');
  });

  it('says that the service may open every mailbox, which an earlier consent in Entra leaves it', async () => {
    expect((await check())['other-mailbox']).toBe('holds');
    await letIn('all');
    expect((await check())['other-mailbox']).toBe('does not hold');
  });

  it('says so too where Exchange lets the service into one mailbox too many', async () => {
    const { userPrincipalName } = await personOf(product, 'manager');
    await letIn([product.settings.serviceMailbox, userPrincipalName]);
    expect((await check())['other-mailbox']).toBe('does not hold');
  });

  it('takes no refusal for an answer that says nothing', async () => {
    const { userPrincipalName } = await personOf(product, 'security');
    await letIn([userPrincipalName]);
    expect((await check())['other-mailbox']).toBe('could not be tried');
    await letIn([product.settings.serviceMailbox]);
    for (const otherMailbox of [product.settings.serviceMailbox, 'nobody@glanrafon.example', null]) {
      await name({ otherMailbox });
      expect((await check())['other-mailbox']).toBe('could not be tried');
    }
  });

  it('says how large a card may be', async () => {
    await set({ botMessageBytes: 20_480 });
    expect((await check())['card-size']).toBe('does not hold');
  });

  it('says it on the command line, with what to do, and ends with 1', async () => {
    await set({ ordersRows: false });
    const run = promisify(execFile)('node', ['--import', 'tsx', 'src/main/tenant-check.ts', '--tenant', file], {
      env: { ...process.env, ...environment },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/tenant\.ordersRows to false[\s\S]*\nholds 13 does-not-hold 1 not-tried 3\n$/),
    });
  });
});
