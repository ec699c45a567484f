import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/incident/report.ts';
import { newId } from '../support/account.ts';
import { everything, invoke, logSince } from '../support/attack.ts';
import { incidents, itemsOf } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import {
  addForwarded,
  addReport,
  addRow,
  forwardedOf,
  numberOf,
  personOf,
  reportOf,
  secrets,
} from '../support/reporter.ts';
import { uploadEvidence } from '../support/security.ts';

const bytes = new TextEncoder().encode('From: a\r\n\r\nwords');
const sha256 = createHash('sha256').update(bytes).digest('hex');
/** What somebody may say of themselves: nobody believes it. */
const claims = {
  role: 'lineManager',
  roles: ['security'],
  isManager: true,
  groups: ['security', 'hrPartner'],
  isAdmin: true,
};

describe('Somebody whose business it is not', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let reference: string;
  let before: Awaited<ReturnType<typeof everything>>;
  const refusedEntries = async () =>
    (await itemsOf(product, product.settings.site.lists.audit)).filter(({ fields }) => fields.Action === 'refused')
      .length;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    report = await reportOf(await personOf(product, 'reporter'), 1);
    const rowId = await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    reference = numberOf(rowId);
    await service.work.readLists();
    await uploadEvidence(product, service.origin, { submissionId: report.submissionId, bytes, sha256 });
    await service.desk.idle();
    before = await everything(product);
  });
  afterAll(() => product?.close());

  /** The real id and one that is none get the same answer, nothing changes, and the real attempt is in log and trail. */
  async function learnsNothing(attempt: (submissionId: string) => Promise<unknown>): Promise<void> {
    const refused = await refusedEntries();
    const none = await attempt(newId());
    const logged = logSince(product);
    const real = await attempt(report.submissionId);
    expect(real).toEqual(none);
    for (const trace of [reference, ...secrets]) expect(JSON.stringify(real)).not.toContain(trace);
    await service.desk.idle();
    expect(await everything(product)).toEqual(before);
    expect(await refusedEntries()).toBe(refused + 1);
    expect(logged().events.some((event) => /Refused$/.test(event))).toBe(true);
    for (const trace of [report.submissionId, reference, ...secrets]) expect(logged().text).not.toContain(trace);
  }

  describe.each(['colleague', 'seniorManager', 'security', 'helpDesk'])(
    '%s, with the data of somebody else’s card',
    (persona) => {
      const data = (submissionId: string, more = {}) => ({ submissionId, cardVersion: 1, ...more });

      it('sees no more by a refresh than for a report that is not there', async () => {
        await learnsNothing((id) => invoke(product, service.origin, persona, { verb: 'refresh', data: data(id) }));
      });

      it.each<[string, Record<string, unknown>]>([
        ['forwardToSecurity', { comment: 'Nothing to see.' }],
        ['keepLocal', { reason: 'It is settled.' }],
        ['raiseSeverity', { severity: 'critical', severityReason: 'x' }],
      ])('has no hand in it by %s', async (verb, typed) => {
        await learnsNothing((id) => invoke(product, service.origin, persona, { verb, data: data(id, typed) }));
      });

      it('is not believed who they say they are', async () => {
        const manager = await personOf(product, 'manager');
        const from = {
          id: `29:${persona}`,
          aadObjectId: (await personOf(product, persona)).id,
          name: manager.displayName,
          userPrincipalName: manager.userPrincipalName,
          ...claims,
        };
        const over = {
          from,
          channelData: { tenant: { id: product.settings.tenantId }, ...claims },
          recipient: { aadObjectId: manager.id },
        };
        await learnsNothing((id) =>
          invoke(
            product,
            service.origin,
            persona,
            { verb: 'refresh', data: data(id, { ...claims, actorId: manager.id }) },
            over,
          ),
        );
      });
    },
  );

  describe('with a token of their own, at the service', () => {
    const ownToken = (persona: string) => {
      const { clientId } = product.settings;
      return product.token({ persona, app: clientId, audience: `api://${clientId}`, scopes: ['access_as_user'] });
    };
    const seen = async (response: Response) => ({
      status: response.status,
      body: await response.text(),
      retry: response.headers.get('retry-after'),
      type: response.headers.get('content-type'),
    });

    it.each(['colleague', 'seniorManager', 'hr', 'helpDesk', 'manager'])(
      '%s files nothing in a colleague’s report',
      async (persona) => {
        await learnsNothing(async (submissionId) =>
          seen(await uploadEvidence(product, service.origin, { submissionId, bytes, sha256, persona })),
        );
      },
    );

    it.each(
      ['colleague', 'hr', 'helpDesk', 'manager', 'reporter'].flatMap((persona) =>
        ['verification', 'copy'].map((route) => [persona, route] as const),
      ),
    )('%s has no part in the register’s %s, whatever role the request names', async (persona, route) => {
      const token = await ownToken(persona);
      const { id } = await personOf(product, 'security');
      await learnsNothing(async (submissionId) =>
        seen(
          await fetch(
            `${service.origin}/api/incidents/${submissionId}/evidence/original/${route}?role=security&staffId=${id}`,
            {
              method: 'POST',
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
                'x-ms-client-principal-id': id,
                'x-forwarded-user': id,
                'x-role': 'security',
                cookie: `role=security; user=${id}`,
              },
              body: JSON.stringify({ sha256, staffId: id, ...claims }),
            },
          ),
        ),
      );
    });
  });

  it.each([
    ['an amendment', 'amendment', { amendmentId: newId(), note: 'x', amendedAt: '2026-11-20T11:00:00.000Z' }],
    ['a withdrawal', 'withdrawal', { reason: 'x', withdrawnAt: '2026-11-20T11:00:00.000Z' }],
    ['an answer', 'answer', { questionId: 'q1', text: 'x', answeredAt: '2026-11-20T11:00:00.000Z' }],
  ] as const)(
    'gets no word back for %s to it, in a list where rows about nothing wait too',
    async (_, EntryType, more) => {
      await learnsNothing(async (submissionId) => {
        const payload = {
          schema: 1,
          submissionId,
          report: { ...report, submissionId, facts: 'x' },
          ...claims,
          ...more,
        };
        const rowId = await addRow(product, 'colleague', {
          SubmissionId: submissionId,
          EntryType,
          Payload: JSON.stringify(payload),
        });
        await service.work.readLists();
        const row = (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId);
        const { Receipts = null, Reference = null, State = null, AcknowledgedAt = null } = row?.fields ?? {};
        return { Receipts, Reference, State, AcknowledgedAt };
      });
    },
  );

  it('is the author of what they store, whatever the row says of author, state or severity', async () => {
    const colleague = await personOf(product, 'colleague');
    const made = await reportOf(colleague, 77);
    const forged = {
      ...made,
      ...claims,
      reporter: await personOf(product, 'security'),
      authorId: (await personOf(product, 'reporter')).id,
      state: 'closed',
      severity: 'concern',
      boundary: 'hr',
      reference: 'UB-2026-999999',
      acknowledgement: { by: { id: 'x', name: 'x', address: '' }, at: '2026-11-20T11:00:00.000Z' },
    };
    await addReport(product, 'colleague', forged);
    await service.work.readLists();
    const found = (await incidents(product)).find(
      ({ item }) => item.fields.SubmissionId === made.submissionId,
    )?.incident;
    expect(found).toMatchObject({ reporter: { id: colleague.id }, boundary: 'default', acknowledgement: null });
    expect(found?.state).not.toBe('closed');
    expect(found?.reference).not.toBe(forged.reference);
    expect(JSON.stringify(found)).not.toContain('isAdmin');
  });
});

describe('A call of the channel that comes again', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    report = await reportOf(await personOf(product, 'reporter'), 1);
    await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    await service.work.readLists();
  });
  afterAll(() => product?.close());
  const stored = async () => (await incidents(product))[0]?.incident;
  const press = (verb: string, typed: Record<string, unknown>) =>
    invoke(
      product,
      service.origin,
      'manager',
      { verb, data: { submissionId: report.submissionId, cardVersion: 1, ...typed } },
      { id: 'f:the-same-activity' },
    );

  it('asks the reporter once, and not again after the answer has come', async () => {
    const question = { question: 'When did it come?' };
    await press('askReporter', question);
    await press('askReporter', question);
    await press('noteAnswer', { answer: 'This morning.' });
    await press('askReporter', question);
    await service.desk.idle();
    expect(await stored()).toMatchObject({
      state: 'managerReview',
      questions: [{ answer: { text: 'This morning.' } }],
    });
    expect((await stored())?.questions).toHaveLength(1);
  });

  it('forwards, comments and judges once, before and after the record moved on', async () => {
    const answers: [string, Record<string, unknown>][] = [
      ['forwardToSecurity', { comment: 'Please look at it.' }],
      ['comment', { comment: 'She is well.' }],
      ['customerSpoken', {}],
      ['markAbusive', {}],
    ];
    for (const [verb, typed] of [...answers, ...answers]) expect((await press(verb, typed)).status).toBe(200);
    await service.desk.idle();
    const then = await everything(product);
    expect(then.registers[0]?.[0]?.incident.comments.map(({ text }) => text)).toEqual([
      'Please look at it.',
      'She is well.',
    ]);
    expect(then.registers[0]?.[0]?.incident.customerContacts).toHaveLength(1);
    for (const [verb, typed] of answers) await press(verb, typed);
    await service.desk.idle();
    expect(await everything(product)).toEqual(then);
  });
});
