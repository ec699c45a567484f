import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/dates.ts';
import { instantOfLondonTime, londonDateOf } from '../../../src/domain/calendar/london-time.ts';
import { holderOf } from '../../../src/domain/incident/holders.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { callReport, newId } from '../support/account.ts';
import { cardsOf, incidents, itemsOf, press, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, personOf } from '../support/reporter.ts';

const dayMs = 24 * 60 * 60_000;
const today = londonDateOf(new Date().toISOString());
const inDays = (days: number) => addDays(today, days);

describe('A manager who is away', () => {
  let product: Product;
  let service: Replica;
  let other: Replica;
  let now: number;
  const clock = { now: () => new Date(now) };
  beforeAll(async () => {
    now = Date.now();
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica({ clock });
    other = await product.addReplica({ clock });
  });
  afterAll(() => product?.close());
  let managerId: string;
  let deputyId: string;
  beforeEach(async () => {
    managerId = (await personOf(product, 'manager')).id;
    deputyId = (await personOf(product, 'seniorManager')).id;
  });

  const report = async (over: Partial<Report> = {}, on = service) => {
    const made = callReport(over);
    await addReport(product, 'reporter', made);
    await on.work.readLists();
    return made;
  };
  const stored = async ({ submissionId }: Report): Promise<Incident> => {
    const found = (await incidents(product)).find(({ incident }) => incident.report.submissionId === submissionId);
    if (!found) throw new Error('no incident');
    return found.incident;
  };
  const cardOf = async (persona: string, made: Report) => {
    const { reference } = await stored(made);
    return (await cardsOf(product, persona)).find(({ json }) => json.includes(reference));
  };
  const refresh = (made: Report) => ({ verb: 'refresh', data: { submissionId: made.submissionId, cardVersion: 1 } });
  const away = (over: object = {}) =>
    service.standIns.enter(managerId, {
      id: newId(),
      deputyId,
      from: today,
      until: inDays(7),
      mode: 'both',
      ...over,
    });
  const settle = async () => {
    now += 6 * 60_000;
    await service.standIns.run();
    await other.standIns.run();
  };
  const seen = async (persona: string, made: Report) => {
    const card = await cardOf(persona, made);
    if (!card) throw new Error(`no card for ${persona}`);
    return JSON.stringify((await press(product, persona, card, refresh(made))).card);
  };

  it('has open reports passed on to the substitute as well, once, by whichever replica comes first, and told by mail', async () => {
    const open = await report();
    expect(await cardOf('seniorManager', open)).toBeUndefined();
    const entered = await away();
    if (entered.kind !== 'entered') throw new Error(entered.refusal);
    await Promise.all([service.standIns.run(), other.standIns.run()]);
    await settle();
    expect((await stored(open)).deputies).toMatchObject([{ id: deputyId, until: inDays(7) }]);
    const { reference } = await stored(open);
    const cards = (await cardsOf(product, 'seniorManager')).filter(({ json }) => json.includes(reference));
    expect(cards).toHaveLength(1);
    expect(await seen('seniorManager', open)).toContain('He rang about his grant.');
    expect(await seen('manager', open)).toContain('He rang about his grant.');
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === open.submissionId && fields.Action === 'deputised',
    );
    expect(trail).toHaveLength(1);
    expect(trail[0]?.fields.Actor).toBe(managerId);
    const told = (await sentMails(product)).filter(({ to }) => to.includes('ffion.tregarth@glanrafon.example'));
    const chosen = told.filter(({ text }) => text.includes('Siân Morlais'));
    expect(chosen).toHaveLength(1);
    expect(chosen[0]?.text).not.toContain(reference);

    // Ended early: the substitute reads nothing from then on, the manager everything.
    expect(await service.standIns.end(managerId, entered.absence.id)).toBe(true);
    await service.standIns.run();
    expect(await seen('seniorManager', open)).not.toContain('He rang about his grant.');
    expect(await seen('manager', open)).toContain('He rang about his grant.');
    await settle();
    const next = await report();
    expect((await stored(next)).deputies).toEqual([]);
  });

  it('has what came meanwhile in the substitute’s hands alone, and back in their own afterwards', async () => {
    const before = await report();
    const entered = await away({ mode: 'alone' });
    if (entered.kind !== 'entered') throw new Error(entered.refusal);
    await other.standIns.run();
    const meanwhile = await report({}, other);
    await settle();
    expect((await stored(meanwhile)).manager).toMatchObject({ id: deputyId, isAlternate: true });
    expect(await cardOf('manager', meanwhile)).toBeUndefined();
    // What the manager had, they keep; the substitute has it too.
    const shared = await stored(before);
    for (const id of [managerId, deputyId]) expect(holderOf(shared, id, clock.now().toISOString())).not.toBeNull();

    now = Date.parse(instantOfLondonTime(inDays(8), 1));
    // The last day is over in London: at once nothing more is seen.
    await service.standIns.run();
    await settle();
    await service.desk.idle();
    expect((await stored(meanwhile)).manager).toMatchObject({ id: managerId, isAlternate: false });
    expect((await stored(meanwhile)).standsInFor).toBeNull();
    const back = await stored(meanwhile);
    expect(await cardOf('manager', meanwhile)).toBeDefined();
    expect(holderOf(back, managerId, clock.now().toISOString())).not.toBeNull();
    expect(holderOf(back, deputyId, clock.now().toISOString())).toBeNull();
  });

  it('keeps one whose replica ends between the entry and what follows from it', async () => {
    now = Date.parse(instantOfLondonTime(inDays(20), 600));
    const open = await report();
    expect((await away({ from: inDays(20), until: inDays(21) })).kind).toBe('entered');
    // The first replica does nothing more; the other finds what is owed.
    await other.standIns.run();
    expect((await stored(open)).deputies.at(-1)?.until).toBe(inDays(21));
    expect(await cardOf('seniorManager', open)).toBeDefined();
  });

  it('is asked for a substitute who can be one', async () => {
    const refusal = async (over: object) => {
      const answer = await away({ from: inDays(40), until: inDays(41), ...over });
      return answer.kind === 'refused' ? answer.refusal : answer.kind;
    };
    expect(await refusal({ deputyId: managerId })).toBe('deputyIsSelf');
    expect(await refusal({ deputyId: '00000000-0000-4000-8000-000000000000' })).toBe('deputyUnknown');
    expect(await refusal({ until: inDays(30) })).toBe('datesNotUsable');
    const { id } = await personOf(product, 'reporter');
    const nobodys = await service.standIns.enter(id, {
      id: newId(),
      deputyId,
      from: inDays(40),
      until: inDays(41),
      mode: 'both',
    });
    expect(nobodys).toEqual({ kind: 'refused', refusal: 'noTeam' });
    const twice = newId();
    expect(await refusal({ id: twice })).toBe('entered');
    expect(await refusal({ id: twice })).toBe('entered');
    expect(await refusal({ id: newId() })).toBe('overlaps');
  });

  it('costs nothing while nothing changes but one question a minute, and forgets what is long over', async () => {
    now = Date.parse(instantOfLondonTime(inDays(42), 600));
    await settle();
    await settle();
    now += 40 * dayMs;
    await service.standIns.run();
    expect(await itemsOf(product, product.settings.site.lists.absences)).toEqual([]);
    await service.standIns.run();
  });
});
