import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { askAll } from '../../src/m365/tenant-check/ask-all.ts';
import { openCheckedTenant } from '../../src/main/tenant-check/checked-tenant.ts';
import { startProduct } from '../service/support/product.ts';
import { addReport, personOf, reportOf } from '../service/support/reporter.ts';
import { readRecording } from './recording.ts';
import { weigh } from './weigh.ts';

it('The check of a tenant asks for nothing that is not published, and of another mailbox for an id alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  const recording = join(folder, 'recording.jsonl');
  vi.stubEnv('SANDBOX_RECORDING', recording);
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  try {
    const service = await product.addReplica();
    const author = await personOf(product, 'reporter');
    await addReport(product, 'reporter', await reportOf(author, 1));
    await service.work.readLists();
    await service.desk.idle();
    const other = await personOf(product, 'manager');
    const { certificateKey: _, ...settings } = product.settings;
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    const file = join(folder, 'tenant.json');
    const named = { settings: 'settings.json', authorId: author.id, otherMailbox: other.userPrincipalName };
    await writeFile(file, JSON.stringify(named));
    const scopes = ['User.Read', 'Sites.Selected'];
    const tokenOf = (persona: string) => product.token({ persona, app: settings.clientId, scopes });
    const tenant = await openCheckedTenant(file, {
      TENANT_TOKEN_AUTHOR: await tokenOf('reporter'),
      TENANT_TOKEN_ANOTHER: await tokenOf('colleague'),
      TENANT_TOKEN_SECURITY: await tokenOf('security'),
    });
    const outcomes: string[] = [];
    for (const mailboxes of [[settings.serviceMailbox], 'all']) {
      await fetch(`${product.sandbox.origin}/sandbox/mail/apps/${settings.clientId}/mailboxes`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ mailboxes }),
      });
      for await (const { question, answer } of askAll(tenant)) {
        if (question.id === 'other-mailbox') outcomes.push(answer.outcome);
      }
    }
    expect(outcomes).toEqual(['holds', 'does not hold']);

    const verdict = weigh(await readRecording(recording));
    expect(verdict.unmatched).toEqual([]);
    expect(verdict.matched).toBe(verdict.requests);
    const exchanges = [...(await readRecording(recording))].map(({ exchange }) => exchange);
    const inOther = exchanges.filter(({ url }) =>
      decodeURIComponent(url).includes(`/users/${other.userPrincipalName}`),
    );
    expect(inOther.map(({ method, url, status }) => [method, new URL(url, 'http://x').search, status])).toEqual([
      ['GET', '?$select=id', 403],
      ['GET', '?$select=id', 200],
    ]);
  } finally {
    await product.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  }
});
