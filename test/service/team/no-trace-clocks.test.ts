import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TeamList, TeamSummary } from '../../../src/application/ports/team.ts';
import { completeIncident } from '../../../src/domain/incident/complete-incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { callReport } from '../support/account.ts';
import { MovableClock, nextDue } from '../support/clocks.ts';
import { cardsOf, incidents, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, numberOf } from '../support/reporter.ts';
import { call } from './caller.ts';

/** No record has more clocks that follow one another. */
const mostRounds = 40;
const at = (name: string) => `${name}@glanrafon.example`;

interface Case {
  over: Partial<Report>;
  /** Whom the reporter names beside the directory's own manager; both are out. */
  chosen: string;
  /** The mailbox of whom the reporter names has these addresses, the main one first. */
  addresses?: string[];
  /** What went up, or to an office, in the excluded one's stead; parts of delivery keys with their addresses. */
  instead: [key: string, to: string][];
  /** What is kept back from an address that the rules or the clocks named. */
  keptBack: string[];
}

/** The chain of the invented organisation: manager, Ffion Tregarth, Martin Ashgrove, Rhodri Penhale (deputy director), director. */
const cases: [string, Case][] = [
  [
    'who stands next above whoever answers, when nobody answers',
    {
      over: { kind: 'abusive' },
      chosen: 'martin.ashgrove',
      instead: [['answerEscalated/seniorManager', 'rhodri.penhale']],
      keptBack: [],
    },
  ],
  [
    'whose own address is an office’s in the configuration, when that office is told of a threat and Security is silent',
    {
      over: { homeThreat: true, violenceThreatened: true },
      chosen: 'rhodri.penhale',
      instead: [['acknowledgeOverdue/security', 'diogelwch']],
      keptBack: ['acknowledgeOverdue/deputyDirector'],
    },
  ],
  [
    'for whose mailbox an office’s address in the configuration is but another name',
    {
      over: { homeThreat: true, violenceThreatened: true },
      chosen: 'rhodri.penhale',
      addresses: [at('r.penhale'), at('rhodri.penhale')],
      instead: [['acknowledgeOverdue/security', 'diogelwch']],
      keptBack: ['acknowledgeOverdue/deputyDirector'],
    },
  ],
  [
    'who is above whoever answers and has a threat’s first notice by role',
    {
      over: { violenceThreatened: true },
      chosen: 'martin.ashgrove',
      instead: [['reported/security', 'diogelwch']],
      keptBack: ['reported/seniorManager'],
    },
  ],
  [
    'who stands next above whoever answers, in a matter among colleagues',
    {
      over: { kind: 'internal' },
      chosen: 'martin.ashgrove',
      instead: [['reported/hrPartner', 'adnoddau.dynol']],
      keptBack: [],
    },
  ],
];

describe.each(cases)('Somebody the report is about, %s, finds no trace (C-21, COM-3f-2)', (_, given) => {
  const { over, chosen, addresses = [at(chosen)], instead, keptBack } = given;
  let product: Product;
  let service: Replica;
  let report: Report;
  let reference: string;
  let excluded: { id: string; userPrincipalName: string }[];
  let rounds = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    const clock = new MovableClock();
    const later = await product.addReplica({ clock });
    const people = (await (await fetch(`${product.sandbox.origin}/sandbox/people`)).json()) as {
      value: { id: string; userPrincipalName: string }[];
    };
    const named = (name: string) => {
      const found = people.value.find(({ userPrincipalName }) => userPrincipalName === at(name));
      if (!found) throw new Error(`no ${name}`);
      return found;
    };
    excluded = [named('sian.morlais'), named(chosen)];
    const chosenId = named(chosen).id;
    await fetch(`${product.sandbox.origin}/sandbox/people/${chosenId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ addresses }),
    });
    report = callReport({
      occurredAt: new Date().toISOString(),
      ...over,
      manager: { chosenId, implicated: true },
    });
    const rowId = await addReport(product, 'reporter', report);
    reference = numberOf(rowId);
    await service.work.readLists();
    await service.desk.idle();
    // Everybody is silent: every clock of the record runs out, one after the other.
    for (; rounds < mostRounds; rounds += 1) {
      const due = nextDue(await stored());
      if (due === null) break;
      clock.moveTo(due);
      await later.work.runClocks();
      await later.desk.idle();
    }
  }, 120_000);
  afterAll(() => product?.close());

  const isTheirs = (address: string) =>
    [...excluded.map(({ userPrincipalName }) => userPrincipalName), ...addresses].includes(address.toLowerCase());
  const stored = async () => {
    const { incidents: ordinary, incidentsHr } = product.settings.site.lists;
    const rows = [...(await incidents(product, ordinary)), ...(await incidents(product, incidentsHr))];
    const row = rows.find(({ incident }) => incident.report.submissionId === report.submissionId);
    if (!row) throw new Error('no incident');
    return completeIncident(row.incident);
  };

  it('goes up and to the offices past them', async () => {
    // What is HR's runs by no clock.
    expect(rounds > 2).toBe(over.kind !== 'internal');
    expect(rounds).toBeLessThan(mostRounds);
    const { deliveries } = await stored();
    const sent = deliveries.filter(({ state }) => state === 'sent').map(({ key, to }) => `${key} ${to}`);
    for (const [key, to] of instead)
      expect(sent.find((each) => each.includes(key) && each.endsWith(at(to)))).toBeTruthy();
  });

  it('keeps back what rules and clocks address to them, and says so in the record', async () => {
    const { deliveries } = await stored();
    const theirs = deliveries.filter(({ to }) => isTheirs(to) || excluded.some(({ id }) => id === to));
    for (const each of theirs) expect(each).toMatchObject({ state: 'suppressed', failure: 'excluded', remoteId: null });
    for (const key of keptBack)
      expect(
        theirs.some((each) => each.key.includes(key)),
        key,
      ).toBe(true);
  });

  it('sends them no mail, no card and no line of a list', async () => {
    const mails = (await sentMails(product)).filter(({ to }) => to.some(isTheirs));
    for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/UB-\d{4}/);
    for (const { id } of excluded) {
      expect((await cardsOf(product, id)).filter(({ json }) => json.includes(reference))).toEqual([]);
      const list = (await call(product, id, 'GET', 'records')).body as TeamList;
      expect([...list.waiting, ...list.answered]).toEqual([]);
      expect(((await call(product, id, 'GET', 'summary')).body as TeamSummary).waiting).toBe(0);
      expect((await call(product, id, 'GET', `search?reference=${reference}`)).status).toBe(404);
      expect((await call(product, id, 'POST', `records/${report.submissionId}/reading`, {})).status).toBe(404);
    }
  });
});
