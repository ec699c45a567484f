import type { Board, BoardFilter } from '../../src/application/ports/board.ts';
import { createBoard } from '../../src/m365/board/security-board.ts';
import { createGraph } from '../../src/m365/graph/client.ts';
import { createServiceClient } from '../../src/m365/service-client/service-client.ts';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { newContext } from '../slow-browser.ts';
import type { RunningSystem } from '../system.ts';
import { scrollBoard } from './scroll-board.ts';

const incidents = 50_000;
const unfiltered: BoardFilter = { state: null, kind: null };
const filters: [string, BoardFilter][] = [
  ['board.50k.filter', { state: 'withSecurity', kind: 'persistent' }],
  ['board.50k.filter.state', { state: 'acknowledged', kind: null }],
  ['board.50k.filter.kind', { state: null, kind: 'hoax' }],
];

/**
 * Security's list with a full register. Times are those of the adapter that the tab uses, with Security's own token, beside
 * one plain request for a page of the same rows, taken in turns. Scrolling and memory are those of the tab in a browser.
 */
export async function measureBoard({ browser, system, control, runs, say }: Bench): Promise<Measurement[]> {
  const started = performance.now();
  await control.send('POST', '/sandbox/seed', { incidents });
  const seedSeconds = (performance.now() - started) / 1_000;
  say(`  ${incidents} incidents in ${seedSeconds.toFixed(0)} s`);
  const token = await control.token({
    persona: 'security',
    scopes: ['User.Read', 'User.Read.All', 'Sites.Selected', 'Sites.ReadWrite.All'],
    app: system.settings.clientId,
  });
  const board = boardFor(system, token);
  const times = await takeTurns(board, rawPage(system, token), runs * 3);
  const rows = [...times].map(([name, values]) =>
    measured({
      name,
      unit: 'ms',
      value: median(values.ours),
      against: { name: 'one raw Graph page of the same rows', value: median(values.raw) },
      runs: values.ours.length,
      budget: { of: 'ratio', atMost: 2 },
    }),
  );
  const seed = measured({ name: 'board.50k.seed', unit: 's', value: seedSeconds, runs: 1 });
  const context = await newContext(browser);
  try {
    return [...rows, ...(await scrollBoard(await context.newPage(), system.origin)), seed];
  } finally {
    await context.close();
  }
}

function boardFor(system: RunningSystem, token: string): Board {
  const getToken = async () => token;
  const graph = createGraph({ baseUrl: system.settings.graphBaseUrl, getToken });
  const { id, lists, evidenceDrives } = system.settings.site;
  return createBoard(
    graph,
    createServiceClient(system.appOrigin, getToken),
    { id, lists, evidenceDrives },
    {
      now: () => new Date(),
    },
  );
}

type Raw = (rows: {
  link: string | null;
  filter: string | null;
}) => Promise<{ milliseconds: number; next: string | null }>;

const columns =
  'SubmissionId,Reference,State,Kind,Severity,ReporterName,ManagerName,OccurredAt,ReportedAt,ForwardState';

/** The same rows by `fetch` and `JSON.parse` alone. */
function rawPage(system: RunningSystem, token: string): Raw {
  const { graphBaseUrl, site } = system.settings;
  return async ({ link, filter }) => {
    const query = new URLSearchParams({
      $expand: `fields($select=${columns})`,
      $orderby: 'fields/ReportedAt desc',
      $top: '50',
      ...(filter ? { $filter: filter } : {}),
    });
    const url = link ?? `${graphBaseUrl}/sites/${site.id}/lists/${site.lists.incidents}/items?${query}`;
    const started = performance.now();
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = (await answer.json()) as { value?: unknown[]; '@odata.nextLink'?: string };
    const milliseconds = performance.now() - started;
    if (!answer.ok || !body.value?.length) throw new Error(`A raw page was refused: ${answer.status}`);
    return { milliseconds, next: body['@odata.nextLink'] ?? null };
  };
}

interface Turns {
  ours: number[];
  raw: number[];
}

async function takeTurns(board: Board, raw: Raw, turns: number): Promise<Map<string, Turns>> {
  const times = new Map<string, Turns>();
  const keep = (name: string, ours: number, plain: number) => {
    const kept = times.get(name) ?? { ours: [], raw: [] };
    times.set(name, { ours: [...kept.ours, ours], raw: [...kept.raw, plain] });
  };
  const timed = async (filter: BoardFilter, next?: string) => {
    const started = performance.now();
    const page = await board.page('default', filter, next);
    const milliseconds = performance.now() - started;
    if (page.rows.length !== 50) throw new Error(`The board gave ${page.rows.length} rows.`);
    return { milliseconds, next: page.next };
  };
  // The first call opens connections and warms both sides; it is not counted.
  for (let turn = -1; turn < turns; turn += 1) {
    const first = await timed(unfiltered);
    const rawFirst = await raw({ link: null, filter: null });
    const second = await timed(unfiltered, first.next ?? undefined);
    const rawSecond = await raw({ link: rawFirst.next, filter: null });
    if (turn >= 0) {
      keep('board.50k.first-page', first.milliseconds, rawFirst.milliseconds);
      keep('board.50k.next-page', second.milliseconds, rawSecond.milliseconds);
    }
    for (const [name, filter] of filters) {
      const { milliseconds } = await timed(filter);
      // A plain page of as many rows; what a filter costs beyond it is ours.
      const plain = await raw({ link: null, filter: null });
      if (turn >= 0) keep(name, milliseconds, plain.milliseconds);
    }
  }
  return times;
}
