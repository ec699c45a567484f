import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { cardsOf, incidents, itemsOf, press, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf, secrets } from './support/reporter.ts';

describe('The manager’s card', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let reference: string;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());
  beforeEach(async () => {
    number += 1;
    report = await reportOf(await personOf(product, 'reporter'), number);
    const rowId = await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    reference = numberOf(rowId);
    await service.work.readLists();
  });

  const place = async () => {
    const card = (await cardsOf(product, 'manager')).find((each) => each.json.includes(reference));
    if (!card) throw new Error('no card');
    return card;
  };
  const stored = async () => {
    const found = (await incidents(product)).find(({ incident }) => incident.reference === reference);
    if (!found) throw new Error('no incident');
    return found.incident;
  };
  const data = (more: Record<string, unknown> = {}) => ({
    verb: 'forwardToSecurity',
    data: { submissionId: report.submissionId, cardVersion: 1, ...more },
  });
  const refresh = () => ({ verb: 'refresh', data: { submissionId: report.submissionId, cardVersion: 1 } });

  it('shows what was reported to that manager alone, and only on refresh (COM-3b-6)', async () => {
    expect((await place()).json).not.toContain(secrets[0]);
    const seen = await press(product, 'manager', await place(), refresh());
    expect(seen.kind).toBe('card');
    expect(JSON.stringify(seen.card)).toContain(secrets[0]);
  });

  it('comments and forwards in one press, and the card redraws for everyone (S5)', async () => {
    const answer = await press(product, 'manager', await place(), data({ comment: 'I have spoken to her.' }));
    expect(answer.kind).toBe('card');
    expect(JSON.stringify(answer.card)).toContain('Diogelwch');
    await service.desk.idle();
    const incident = await stored();
    expect(incident.state).toBe('withSecurity');
    expect(incident.comments.map((comment) => comment.text)).toEqual(['I have spoken to her.']);
    expect((await place()).json).not.toContain('forwardToSecurity');
    const told = (await sentMails(product)).filter((mail) => mail.subject.includes(reference));
    const reporter = await personOf(product, 'reporter');
    expect(told.map((mail) => mail.to.join()).sort()).toEqual(
      [
        'desg.gymorth@glanrafon.example',
        'diogelwch@glanrafon.example',
        'diogelwch@glanrafon.example',
        reporter.userPrincipalName,
      ].sort(),
    );
    for (const mail of told) expect(mail.text).not.toContain('I have spoken to her.');
  });

  it('stays as it is at a second press, and says so politely', async () => {
    const where = await place();
    await press(product, 'manager', where, data({ comment: 'Once.' }));
    const again = await press(product, 'manager', where, data({ comment: 'Twice.' }));
    await service.desk.idle();
    expect(again.kind).toBe('message');
    expect((await stored()).comments.map((comment) => comment.text)).toEqual(['Once.']);
  });

  it('is answered once when both presses come at the same moment', async () => {
    const where = await place();
    const answers = await Promise.all([
      press(product, 'manager', where, data({ comment: 'Once.' })),
      press(product, 'manager', where, data({ comment: 'Once.' })),
    ]);
    await service.desk.idle();
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['card', 'message']);
    expect((await stored()).comments).toHaveLength(1);
  });

  it.each([
    ['no comment', {}, 'message'],
    ['a blank comment', { comment: '   ' }, 'message'],
    ['a comment that is too long', { comment: 'x'.repeat(2_001) }, 'message'],
    ['a field that no card of ours has', { comment: 'Fine.', state: 'closed' }, 'error'],
  ])('changes nothing for %s, and says so', async (_, more, kind) => {
    const answer = await press(product, 'manager', await place(), data(more));
    expect(answer.kind).toBe(kind);
    expect(answer.text).toMatch(/Ni newidiwyd dim/);
    expect((await stored()).state).toBe('managerReview');
    expect((await stored()).comments).toEqual([]);
  });

  it('changes nothing for a report that is not there', async () => {
    const answer = await press(product, 'manager', await place(), data({ comment: 'x', submissionId: '0'.repeat(26) }));
    expect(answer.kind).toBe('message');
  });

  it('gives somebody else neither details nor a hand in it, and the attempt is in the trail (X-AUD-1)', async () => {
    // Another manager's own card, with the id of this report put into its data.
    const other = await reportOf(await personOf(product, 'manager'), number);
    await addReport(product, 'manager', other);
    await service.work.readLists();
    const [theirs] = await cardsOf(product, 'seniorManager');
    if (!theirs) throw new Error('the senior manager got no card');
    const seen = await press(product, 'seniorManager', theirs, refresh());
    expect(JSON.stringify(seen)).not.toContain(secrets[0]);
    const answer = await press(product, 'seniorManager', theirs, data({ comment: 'Mine now.' }));
    expect(answer.kind).toBe('message');
    await service.desk.idle();
    expect((await stored()).state).toBe('managerReview');
    const entries = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      (entry) => entry.fields.SubmissionId === report.submissionId,
    );
    expect(entries.map((entry) => entry.fields.Action)).toContain('refused');
  });
});
