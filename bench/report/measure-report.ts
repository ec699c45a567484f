import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { newContext } from '../slow-browser.ts';
import { readInbox } from './inbox.ts';
import { type OpenPane, openPaneOn, type PaneRequest, report } from './reporting-person.ts';

const delayMs = 80;
const threeMegabytes = 3_000_000;

/** What must follow one another from "Report" to the last receipt, each a round trip to Microsoft 365. */
const unavoidable = [
  'the pane writes the row',
  'the service reads the row',
  'the service writes the register',
  'the service makes the conversation',
  'the service sends the card',
  'the service writes the receipts',
  'the pane reads the receipts',
];

interface Reported {
  /** Requests that make the report. */
  writes: number;
  /** Requests that look how it stands. */
  reads: number;
  /** Round trips, one after the other, until the row is stored. */
  tripsToRecorded: number;
  milliseconds: number;
}

/** Reports in the stand-in Outlook as a person does, with every answer of Microsoft 365 late by `delayMs`. */
export async function measureReport({ browser, system, control, runs, say }: Bench): Promise<Measurement[]> {
  const small = (await readInbox(system, control)).filter(({ size }) => size < threeMegabytes);
  const messages = small.slice(0, runs);
  const all: Reported[] = [];
  const units: number[] = [];
  for (const message of messages) {
    const context = await newContext(browser);
    const open = await openPaneOn(context, system, message.id);
    const before = await control.resourceUnits(system.settings.clientId);
    await control.delay(delayMs);
    all.push(await reportIt(open));
    await control.noFaults();
    units.push((await control.resourceUnits(system.settings.clientId)) - before);
    await context.close();
    say(`  ${all.length} of ${messages.length}`);
  }
  const of = (key: keyof Reported) => median(all.map((each) => each[key]));
  const largest = Math.max(...all.map(({ writes }) => writes));
  return [
    measured({
      name: 'report.requests',
      unit: 'requests',
      value: largest,
      runs: all.length,
      budget: { of: 'value', atMost: 5 },
      note: 'the most that any of the reports took; every request of the pane after "Report" that writes or sends',
    }),
    measured({
      name: 'report.requests.status',
      unit: 'requests',
      value: of('reads'),
      runs: all.length,
      note: 'looks of the pane at how the report stands, until all receipts were there',
    }),
    measured({
      name: 'report.roundtrips.recorded',
      unit: 'round trips',
      value: of('tripsToRecorded'),
      runs: all.length,
      budget: { of: 'value', atMost: 1 },
    }),
    measured({
      name: 'report.submit-to-receipts',
      unit: 'ms',
      value: of('milliseconds'),
      against: {
        name: `${unavoidable.length} round trips of ${delayMs} ms that must follow one another`,
        value: unavoidable.length * delayMs,
      },
      runs: all.length,
      note: `every answer of Graph, uploads and the bot connector ${delayMs} ms late; unavoidable: ${unavoidable.join(', ')}`,
    }),
    measured({
      name: 'report.resource-units',
      unit: 'units',
      value: median(units),
      runs: units.length,
      note: 'as the tenant counts them for the app, the pane’s own requests and the service’s polling in the meantime included; the service alone is held to 20 by test/service/units-per-report.test.ts',
    }),
  ];
}

async function reportIt(open: OpenPane): Promise<Reported> {
  open.requests.length = 0;
  const { pressedAt, doneAt } = await report(open);
  // The last answers are still on their way into the log.
  await open.page.waitForTimeout(500);
  const after = open.requests.filter(({ startedAt }) => startedAt >= pressedAt - 5 && startedAt <= doneAt);
  const writes = after.filter(({ method }) => method !== 'GET');
  return {
    writes: writes.length,
    reads: after.length - writes.length,
    tripsToRecorded: tripsUntil(after, isStoring),
    milliseconds: doneAt - pressedAt,
  };
}

function isStoring({ method, url }: PaneRequest): boolean {
  return method === 'POST' && /\/lists\/[^/]+\/items$/.test(new URL(url).pathname);
}

/** Length of the longest chain of requests, each begun after the one before had ended, up to the wanted one. */
function tripsUntil(requests: PaneRequest[], isWanted: (request: PaneRequest) => boolean): number {
  const wanted = requests.find(isWanted);
  if (!wanted) throw new Error('The pane stored no row.');
  let [trips, from] = [1, wanted.startedAt];
  for (const earlier of requests.toSorted((a, b) => b.endedAt - a.endedAt)) {
    if (earlier.endedAt > from || earlier === wanted) continue;
    trips += 1;
    from = earlier.startedAt;
  }
  return trips;
}
