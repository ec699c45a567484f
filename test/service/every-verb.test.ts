import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { type ManagerVerb, managerVerbs } from '../../src/domain/incident/manager-answer.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { kinds } from '../../src/domain/incident/vocabulary.ts';
import { schemaProblemsOf } from '../cards/card-schema.ts';
import { callReport } from './support/account.ts';
import { type Button, buttonsOf, fill, pressButton } from './support/card-client.ts';
import { cardsOf, incidents, itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from './support/reporter.ts';

/** What a press leaves in the record: each verb has something to show for it. */
const traces: Record<ManagerVerb, (incident: Incident) => unknown> = {
  forwardToSecurity: ({ comments }) => comments.at(-1)?.text,
  comment: ({ comments }) => comments.at(-1)?.text,
  askReporter: ({ questions }) => questions.at(-1)?.text,
  noteAnswer: ({ questions }) => questions.at(-1)?.answer?.text,
  keepLocal: ({ reasons }) => reasons.find(({ about }) => about === 'keepLocal'),
  closeLocal: ({ state }) => state === 'closed',
  tellHr: ({ duties }) => duties.find(({ role, state }) => role === 'hrPartner' && state === 'done'),
  tellDesks: ({ duties }) => duties.find(({ role, state }) => role === 'helpDesk' && state === 'done'),
  requestGuards: ({ tasks }) => tasks.find(({ type }) => type === 'guards'),
  requestPolice: ({ tasks }) => tasks.find(({ type }) => type === 'policePresence'),
  customerSpoken: ({ customerContacts }) => customerContacts.find(({ way }) => way === 'spoken'),
  customerWritten: ({ customerContacts }) => customerContacts.find(({ way }) => way === 'written'),
  planMeeting: ({ meeting }) => meeting,
  raiseSeverity: ({ severity }) => severity === 'critical',
  markAbusive: ({ marks }) => marks.particularlyAbusive,
};

/** Two ways through a card: what ends it comes last. */
const ways: Record<string, readonly ManagerVerb[]> = {
  'one by one': managerVerbs.filter(
    (verb) => verb !== 'keepLocal' && verb !== 'closeLocal' && verb !== 'forwardToSecurity',
  ),
  'on to Security': ['askReporter', 'noteAnswer', 'forwardToSecurity', 'comment'],
  'kept and closed': ['keepLocal', 'comment', 'closeLocal'],
};

describe('A Teams client that knows only the card it was given', () => {
  let product: Product;
  let service: Replica;
  let manager: { id: string };
  let number = 700;
  const pressed = new Set<string>();
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    manager = await personOf(product, 'manager');
  });
  afterAll(() => product?.close());

  const stored = async ({ submissionId }: Report) => {
    const { lists } = product.settings.site;
    const all = [...(await incidents(product)), ...(await incidents(product, lists.incidentsHr))];
    const found = all.find(({ incident }) => incident.report.submissionId === submissionId);
    if (!found) throw new Error('no incident');
    return found.incident;
  };

  /** A report that has just come in: a meeting can still be held about it. */
  async function taken(over: Partial<Report>) {
    const now = new Date().toISOString();
    number += 1;
    const report =
      over.channel === 'email'
        ? await reportOf(await personOf(product, 'reporter'), number, { ...over, occurredAt: now, submittedAt: now })
        : callReport({ ...over, occurredAt: now, submittedAt: now });
    await addReport(product, 'reporter', report);
    if (over.channel === 'email') await addForwarded(product, 'reporter', forwardedOf(report));
    await service.work.readLists();
    const { reference } = await stored(report);
    const place = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(reference));
    if (!place) throw new Error(`no card for ${reference}`);
    return { report, place };
  }

  /** The manager's own view, asked for by what stands in the card's `refresh`. */
  async function opened(place: { chatId: string; messageId: string }): Promise<Button[]> {
    const message = (await cardsOf(product, 'manager')).find(({ messageId }) => messageId === place.messageId);
    const { cards } = JSON.parse(message?.json ?? '{}') as { cards: { refresh?: Pick<Button, 'action'> }[] };
    const [card] = cards;
    if (!card) throw new Error('an empty message');
    if (!card.refresh) return [];
    const seen = await pressButton(product, 'manager', place, card.refresh, {}, 'automatic');
    expect(seen.kind).toBe('card');
    expect(schemaProblemsOf(seen.card)).toEqual([]);
    return buttonsOf(seen.card);
  }

  // T5 to T8, COM-3c-1, BEH-4.3-1, BEH-5, X-IDEM-1
  const cases = kinds.flatMap((kind) =>
    Object.keys(ways).map((way) => {
      const channel = kind === 'bombThreat' ? ('email' as const) : ('phone' as const);
      return { kind, way, channel };
    }),
  );
  it.each(cases)('is taken at every button it is offered: $kind by $channel, $way', async ({ kind, way, channel }) => {
    const { report, place } = await taken({ kind, channel });
    let buttons = await opened(place);
    let done = 0;
    for (const verb of ways[way] ?? []) {
      const button = buttons.find((each) => each.verb === verb);
      if (!button) continue;
      const seen = await pressButton(product, 'manager', place, button, fill(button.inputs, `As seen: ${verb}.`));
      await service.desk.idle();
      expect({ verb, ...seen, card: undefined }).toMatchObject({ verb, kind: 'card' });
      expect(traces[verb](await stored(report)), verb).toBeTruthy();
      pressed.add(verb);
      done += 1;
      // The same press again, from the card as it was then: nothing is done twice, and the person is told in words.
      const before = await stored(report);
      const again = await pressButton(product, 'manager', place, button, fill(button.inputs, `As seen: ${verb}.`));
      await service.desk.idle();
      expect({ verb, kind: again.kind }).toEqual({ verb, kind: 'message' });
      expect(again.text).not.toBe('');
      expect(await stored(report)).toEqual(before);
      buttons = await opened(place);
    }
    const { audit, auditHr } = product.settings.site.lists;
    const trail = (await itemsOf(product, kind === 'internal' ? auditHr : audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Actor === manager.id,
    );
    expect(trail.length).toBeGreaterThanOrEqual(done);
  });

  it('has pressed every verb there is', () => {
    expect([...pressed].sort()).toEqual([...managerVerbs].sort());
  });
});
