import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFault, clearFaults } from '../m365/support/faults.ts';
import { accountSecrets, addAmendment, addWithdrawal, amendmentOf, callReport } from './support/account.ts';
import { cardsOf, itemsOf, press } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, addRow, forwardedOf, personOf, reportOf, secrets } from './support/reporter.ts';
import { editAsSecurity, uploadEvidence } from './support/security.ts';

/** Marks that turn up in no sentence of ours. */
const marks = ['Zzyxcomment', 'Zzyxamended', 'zzyx-token', 'Zzyxfile', 'Zzyxpayload', 'Zzyxanswer', 'Zzyxquery'];

interface Line {
  msg: string;
  correlationId?: string;
  submissionId?: string;
}

describe('What the service logs', () => {
  let product: Product;
  let service: Replica;
  const sent: { url: string; name: string | null }[] = [];
  const submissionIds: string[] = [];

  const lines = () =>
    product
      .logged()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const work = async () => {
    await service.work.readLists().catch(() => undefined);
    await service.desk.resume().catch(() => undefined);
    await service.desk.idle();
  };

  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica({
      fetch: (input, init) => {
        sent.push({ url: String(input), name: new Headers(init?.headers).get('client-request-id') });
        return fetch(input, init);
      },
      wait: async () => undefined,
    });
    const person = await personOf(product, 'reporter');
    const email = await reportOf(person, 1);
    const call = callReport();
    const internal = callReport({ kind: 'internal' });
    const own = await reportOf(person, 2);
    submissionIds.push(...[email, call, internal, own].map((each) => each.submissionId));
    for (const report of [email, call, internal, own]) await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(email));
    // What cannot be read is quoted by whatever chokes on it.
    await addRow(product, 'reporter', {
      SubmissionId: own.submissionId,
      EntryType: 'report',
      Payload: '{"Zzyxpayload": ',
    });
    await addRow(product, 'reporter', {
      SubmissionId: own.submissionId,
      EntryType: 'answer',
      Payload: '{"text":"Zzyxanswer"}',
    });
    await work();
    await addReport(product, 'colleague', await reportOf(await personOf(product, 'colleague'), 3));
    // Every kind of refusal from outside, with words in it.
    for (const [path, status] of [
      ['*/users/*/messages*', 500],
      ['*/users/*/messages*', 403],
      ['*/v3/conversations/*', 403],
      ['*/lists/*', 503],
    ] as const) {
      for (const part of ['graph', 'connector'] as const) {
        await addFault(product.sandbox.origin, {
          match: { part, path },
          times: 2,
          effect: { kind: 'status', status, message: `${secrets[0]} said ${accountSecrets[0]}` },
        });
      }
    }
    await work();
    await clearFaults(product.sandbox.origin);
    await work();
    await addAmendment(product, 'reporter', amendmentOf(call, { facts: 'Zzyxamended' }, { note: 'Zzyxamended' }));
    await addWithdrawal(product, 'reporter', own.submissionId, 'Zzyxamended');
    const [card] = await cardsOf(product, 'manager');
    if (!card) throw new Error('no card');
    await press(product, 'manager', card, {
      verb: 'forwardToSecurity',
      data: { submissionId: email.submissionId, cardVersion: 1, comment: 'Zzyxcomment' },
    });
    const [row] = await itemsOf(product, product.settings.site.lists.incidents);
    await editAsSecurity(product, row?.fields.Reference ?? '', { NewComment: 'Zzyxcomment by Security' });
    await work();
    const bytes = new TextEncoder().encode('Zzyxfile');
    await uploadEvidence(product, service.origin, { submissionId: email.submissionId, bytes, sha256: 'f'.repeat(64) });
    for (const path of [
      '/api/team/records',
      '/api/evidence/Zzyxquery',
      '/api/messages',
      '/api/notifications?x=Zzyxquery',
    ]) {
      await fetch(`${service.origin}${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer zzyx-token', 'content-type': 'application/json' },
        body: '{"Zzyxcomment": ',
      });
    }
    await work();
  }, 120_000);
  afterAll(() => product?.close());

  it('is no word of a message, no name, no address, whatever way a report went (X-SAFE-1)', async () => {
    const response = await fetch(`${product.sandbox.origin}/sandbox/people`);
    const { value: people } = (await response.json()) as {
      value: { displayName: string; userPrincipalName: string }[];
    };
    // The service mailbox bears the name of the product, which stands in every line.
    const persons = people
      .flatMap(({ displayName, userPrincipalName }) => [displayName, userPrincipalName])
      .filter((each) => each !== 'Urddas');
    const text = product.logged();
    const found = [...secrets, ...accountSecrets, ...marks, ...persons].filter((each) =>
      text.toLowerCase().includes(each.toLowerCase()),
    );
    expect(found).toEqual([]);
    // It was not silent because nothing happened.
    const events = new Set(lines().map(({ msg }) => msg));
    expect([...events]).toEqual(
      expect.arrayContaining(['submissionTaken', 'request', 'deliveryFailed', 'botCallRefused']),
    );
  });

  it('names for each submission the piece of work, by the name that Graph was given', () => {
    const named = new Set(sent.map(({ name }) => name));
    for (const submissionId of submissionIds) {
      const taken = lines().find((line) => line.msg === 'submissionTaken' && line.submissionId === submissionId);
      expect(taken?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
      expect(named.has(taken?.correlationId ?? '')).toBe(true);
    }
    const names = submissionIds.map(
      (id) => lines().find((line) => line.msg === 'submissionTaken' && line.submissionId === id)?.correlationId,
    );
    expect(new Set(names).size).toBe(submissionIds.length);
  });

  it('names a call from outside by the name its answer has, in every line and request it led to', async () => {
    const before = lines().length;
    const response = await fetch(`${service.origin}/api/team/records`, { headers: { authorization: 'Bearer zzyx' } });
    const name = response.headers.get('x-correlation-id');
    const own = lines().slice(before);
    expect(own.length).toBeGreaterThan(1);
    expect(new Set(own.map(({ correlationId }) => correlationId))).toEqual(new Set([name]));
  });

  it('sends no request to Graph without a name', () => {
    const graph = sent.filter(({ url }) => url.includes('/graph/'));
    expect(graph.length).toBeGreaterThan(50);
    expect(graph.filter(({ name }) => name === null)).toEqual([]);
  });
});
