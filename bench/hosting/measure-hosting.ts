import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nextFree } from '../../src/main/start/free-port.ts';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { startBareFiles } from './bare-files.ts';
import { ContainerProcess } from './container-process.ts';
import { type ImageFolder, makeImageFolder, packageBytes } from './image-folder.ts';
import { coldAndAgain, type PageLoad } from './page-load.ts';

const pages = ['pane', 'tab'] as const;
type PageName = (typeof pages)[number];

/** The least that answers HTTP in Node. */
const bareServer =
  "require('http').createServer((_, answer) => answer.end('ok')).listen(Number(process.env.PORT), 'localhost')";

interface Lives {
  answering: number[];
  ready: number[];
  memory: number[];
  stop: number[];
  bareAnswering: number[];
  bareMemory: number[];
}

type Loads = Record<'cold' | 'again' | 'coldWarmServer' | 'bareCold' | 'bareAgain', PageLoad[]>;

/** The service as the container runs it: how large, how soon there, and what opening its pages costs over a line. */
export async function measureHosting(given: Bench): Promise<Measurement[]> {
  const image = await makeImageFolder();
  try {
    return [...(await rowsOfImage(image)), ...(await rowsOfLife(given, image))];
  } finally {
    await image.remove();
  }
}

async function rowsOfImage(image: ImageFolder): Promise<Measurement[]> {
  const packages = await packageBytes();
  return [
    measured({
      name: 'image.own',
      unit: 'MB',
      value: image.bytes / 1e6,
      against: { name: 'the packages that the sources need beside them', value: packages / 1e6 },
      runs: 1,
      note: 'the files that the image has beside Node and its bill of materials; the image itself was not built, for want of a container engine',
    }),
    measured({
      name: 'image.own.layer',
      unit: 'MB',
      value: image.layerBytes / 1e6,
      runs: 1,
      note: 'as one layer, gzip',
    }),
  ];
}

async function rowsOfLife({ browser, system, runs, say }: Bench, image: ImageFolder): Promise<Measurement[]> {
  const lives: Lives = { answering: [], ready: [], memory: [], stop: [], bareAnswering: [], bareMemory: [] };
  const none = (): Loads => ({ cold: [], again: [], coldWarmServer: [], bareCold: [], bareAgain: [] });
  const loads: Record<PageName, Loads> = { pane: none(), tab: none() };
  const port = await nextFree(Number(new URL(system.appOrigin).port) + 20);
  const origin = `http://localhost:${port}`;
  const file = join(image.path, 'settings.json');
  // The pages, and what a start reads; the work itself is left to the service that runs beside it.
  const settings = { ...system.settings, origin, port, webhookOrigin: null, pollSeconds: 3_600 };
  await writeFile(file, JSON.stringify({ ...settings, distDir: join(image.path, 'dist/client') }));
  const bareFiles = await startBareFiles(() => origin);
  const started: ContainerProcess[] = [];
  const start = (args: readonly string[], environment: Record<string, string>) => {
    const one = new ContainerProcess(image.path, args, environment);
    started.push(one);
    return one;
  };
  try {
    for (let run = 0; run < runs; run += 1) {
      const bare = start(['-e', bareServer], { PORT: String(port) });
      lives.bareAnswering.push(await bare.untilOk(origin));
      lives.bareMemory.push((await bare.memory()) ?? Number.NaN);
      await bare.stop();
      const service = start(['dist/service/service.mjs'], { URDDAS_SETTINGS: file });
      lives.answering.push(await service.untilOk(`${origin}/healthz`));
      lives.ready.push(await service.untilOk(`${origin}/readyz`));
      lives.memory.push((await service.memory()) ?? Number.NaN);
      // The first page of a round is slow whoever sends it: that falls on a page that is not counted.
      await coldAndAgain(browser, `${system.appOrigin}/pane.html`);
      for (const page of pages) {
        const first = await coldAndAgain(browser, `${origin}/${page}.html`);
        const second = await coldAndAgain(browser, `${origin}/${page}.html`);
        const without = await coldAndAgain(browser, `${bareFiles.origin}/${page}.html`);
        loads[page].cold.push(first.cold);
        loads[page].again.push(first.again);
        loads[page].coldWarmServer.push(second.cold);
        loads[page].bareCold.push(without.cold);
        loads[page].bareAgain.push(without.again);
      }
      lives.stop.push(await service.stop());
      say(`  ${run + 1} of ${runs}`);
    }
  } finally {
    for (const one of started) one.kill();
    await bareFiles.stop();
  }
  return [...rowsOfProcess(lives), ...pages.flatMap((page) => rowsOfPage(page, loads[page]))];
}

function rowsOfProcess(lives: Lives): Measurement[] {
  const runs = lives.ready.length;
  const bareStart = { name: 'the least that answers in Node', value: median(lives.bareAnswering) };
  const bareMemory = { name: 'the least that answers in Node', value: megabytes(lives.bareMemory) };
  const at = { unit: 'ms', runs };
  return [
    measured({ ...at, name: 'service.start.answering', value: median(lives.answering), against: bareStart }),
    measured({
      ...at,
      name: 'service.start.ready',
      value: median(lives.ready),
      against: bareStart,
      note: 'signed in, the configuration read, the site looked at; the stand-in answers at once',
    }),
    measured({ ...at, name: 'service.stop', value: median(lives.stop), note: 'with nothing in hand' }),
    measured({ name: 'service.memory', unit: 'MB', runs, value: megabytes(lives.memory), against: bareMemory }),
  ];
}

function megabytes(bytes: readonly number[]): number | null {
  const known = median(bytes.filter((each) => !Number.isNaN(each)));
  return known === null ? null : known / 1e6;
}

/** The three ways in which a page is opened, and the bare server's opening beside each. */
const ways = [
  { key: 'cold', bare: 'bareCold', name: 'cold', says: 'first time, from a service just started' },
  { key: 'coldWarmServer', bare: 'bareCold', name: 'cold.used-server', says: 'first time, from a service in use' },
  { key: 'again', bare: 'bareAgain', name: 'again', says: 'again' },
] as const;

function rowsOfPage(page: PageName, loads: Loads): Measurement[] {
  const runs = loads.cold.length;
  const of = (which: keyof Loads, key: keyof PageLoad, per = 1) => {
    const value = median(loads[which].map((each) => each[key]));
    return value === null ? null : value / per;
  };
  const figures = [
    { key: 'firstPaint', name: 'first-paint', column: 'First text', unit: 'ms', per: 1 },
    { key: 'bytes', name: 'bytes', column: 'Over the line', unit: 'KB', per: 1_000 },
    { key: 'requests', name: 'requests', column: 'Requests', unit: '', per: 1 },
  ] as const;
  return ways.flatMap((way) =>
    figures.map(({ key, name, column, unit, per }) =>
      measured({
        name: `open.${page}.${way.name}.${name}`,
        unit,
        value: of(way.key, key, per),
        against: { name: 'the same files, neither compressed nor kept', value: of(way.bare, key, per) },
        runs,
        opening: { row: `${page}, ${way.says}`, column },
      }),
    ),
  );
}
