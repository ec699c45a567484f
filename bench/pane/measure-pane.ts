import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { nextFree } from '../../src/main/start/free-port.ts';
import { waitUntilAnswers } from '../../src/main/start/wait-until-answers.ts';
import { hostPage } from '../../test/office/host-page.ts';
import { type OfficeFiles, provideOffice } from '../../test/office/office-files.ts';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { openBrowser } from '../slow-browser.ts';
import { ended, launch, type RunningSystem } from '../system.ts';
import { findItem, newProfile, relayTo } from './outlook-stand-in.ts';
import { ownScript } from './own-script.ts';
import { type Stage, startStage } from './stage.ts';
import { type Visit, visit } from './visit.ts';

const longestOwnTask = 'pane.longest-task.slow';

export async function measurePane(given: Bench): Promise<Measurement[]> {
  const { system, control, say } = given;
  const office = officeIfAny(say);
  const stage = await startStage({ officeFolder: office?.folder ?? null, relay: relayTo(system) });
  const pane = await startPaneService(system, stage, office !== null);
  const browser = await openBrowser(new URL(stage.origin));
  try {
    const item = await findItem(system, control);
    const hostHtml = hostPage([{ item }], `${stage.origin}/token`);
    const series = await interleave({
      ...given,
      browser,
      stage,
      hostHtml,
      paneUrl: `${pane.origin}/pane.html`,
      office,
    });
    return [...rowsOf(series, office), ...(await ownScript(pane.origin))];
  } finally {
    await browser.close();
    await pane.stop();
    await stage.stop();
  }
}

/** Without it, what is compared with it is not measured. */
function officeIfAny(say: (line: string) => void): OfficeFiles | null {
  try {
    return provideOffice();
  } catch (error) {
    say(`  What is compared with Office.js is not measured. ${String(error)}`);
    return null;
  }
}

/** The product's own service once more, whose pages name the real Office.js and may stand in Outlook on the web. */
export async function startPaneService(system: RunningSystem, stage: Stage, isReal: boolean) {
  const port = await nextFree(Number(new URL(system.appOrigin).port) + 1);
  const origin = `http://localhost:${port}`;
  const settings = {
    ...system.settings,
    origin,
    port,
    webhookOrigin: null,
    pollSeconds: 3_600,
    officeScriptUrl: isReal ? `${stage.origin}/office/office.js` : system.settings.officeScriptUrl,
    frameAncestors: [...(system.settings.frameAncestors ?? []), 'https://outlook.office.com'],
  };
  const file = join(system.stateDir, 'pane-service-settings.json');
  await writeFile(file, JSON.stringify(settings));
  const child = launch('src/main/service.ts', [], { URDDAS_SETTINGS: file, NODE_ENV: 'production' });
  child.stdout?.resume();
  child.stderr?.resume();
  await waitUntilAnswers(`${origin}/healthz`, { name: 'service', timeoutMs: 60_000, gaveUp: () => null });
  return { origin, stop: () => ended(child) };
}

interface Series {
  floor: { cold: Visit[]; warm: Visit[] };
  alone: { cold: Visit[]; warm: Visit[] };
  pane: { cold: Visit[]; warm: Visit[] };
  hanging: Visit[];
  hangingSlow: Visit[];
}

/** Each round visits every page once, cold and then warm, so that what else the machine does falls on all alike. */
async function interleave(given: {
  browser: Browser;
  stage: Stage;
  hostHtml: string;
  paneUrl: string;
  office: object | null;
  runs: number;
  say: (line: string) => void;
}): Promise<Series> {
  const { browser, stage, hostHtml, paneUrl, office, runs, say } = given;
  const none = () => ({ cold: [] as Visit[], warm: [] as Visit[] });
  const series: Series = { floor: none(), alone: none(), pane: none(), hanging: [], hangingSlow: [] };
  const pages = [
    { into: series.floor, url: `${stage.origin}/floor.html`, until: 'firstKey' as const },
    ...(office
      ? [
          { into: series.alone, url: `${stage.origin}/alone.html`, until: 'officeReady' as const },
          { into: series.pane, url: paneUrl, until: 'complete' as const },
        ]
      : [{ into: series.pane, url: paneUrl, until: 'firstKey' as const }]),
  ];
  for (let run = 0; run < runs; run += 1) {
    say(`  round ${run + 1} of ${runs}`);
    for (const { into, url, until } of pages) {
      const profile = await newProfile(browser);
      into.cold.push(await visit(profile, url, { hostHtml, until, isSlow: true, settleMs: 300 }));
      into.warm.push(await visit(profile, url, { hostHtml, until, isSlow: true, settleMs: 300 }));
      await profile.close();
    }
    if (!office) continue;
    stage.hang(true);
    for (const isSlow of [false, true]) {
      const profile = await newProfile(browser);
      const seen = await visit(profile, paneUrl, { hostHtml, until: 'firstKey', isSlow, settleMs: 3_000 });
      (isSlow ? series.hangingSlow : series.hanging).push(seen);
      await profile.close();
    }
    stage.hang(false);
  }
  return series;
}

function rowsOf(series: Series, office: { version: string } | null): Measurement[] {
  const of = (visits: Visit[], key: keyof Visit) => median(visits.flatMap((each) => each[key] ?? []));
  const { floor, alone, pane, hanging, hangingSlow } = series;
  const runs = pane.cold.length;
  const versus = `Office.js ${office?.version ?? ''} alone`;
  const missing = office ? {} : { note: 'not measured: Office.js could not be fetched' };
  return [
    measured({
      name: 'pane.first-keystroke.cold',
      unit: 'ms',
      value: of(pane.cold, 'firstKey'),
      against: { name: 'plain HTML form', value: of(floor.cold, 'firstKey') },
      runs,
      budget: { of: 'ratio', atMost: 1.5 },
    }),
    measured({
      name: 'pane.first-keystroke.warm',
      unit: 'ms',
      value: of(pane.warm, 'firstKey'),
      against: { name: 'plain HTML form, warm', value: of(floor.warm, 'firstKey') },
      runs,
    }),
    measured({
      name: 'pane.complete.cold',
      unit: 'ms',
      value: of(pane.cold, 'complete'),
      against: { name: versus, value: of(alone.cold, 'officeReady') },
      runs,
      budget: { of: 'ratio', atMost: 1 },
      ...missing,
    }),
    measured({
      name: 'pane.manager-named.cold',
      unit: 'ms',
      value: of(pane.cold, 'managerNamed'),
      against: { name: versus, value: of(alone.cold, 'officeReady') },
      runs,
      note: 'sign-in through the host and the directory included; no part of the form waits for it',
    }),
    measured({
      name: 'pane.warm',
      unit: 'ms',
      value: of(pane.warm, 'complete'),
      against: { name: `${versus}, warm`, value: of(alone.warm, 'officeReady') },
      runs,
      budget: { of: 'ratio', atMost: 1.3 },
      ...missing,
    }),
    measured({
      name: longestOwnTask,
      unit: 'ms',
      value: of(hangingSlow, 'longestTask'),
      runs: hangingSlow.length,
      budget: { of: 'value', atMost: 150 },
      note: 'our own page, Office.js not answering, so that no task of Office.js is counted',
    }),
    measured({
      name: 'pane.hanging-office.usable',
      unit: 'ms',
      value: of(hanging, 'firstKey'),
      runs: hanging.length,
      budget: { of: 'value', atMost: 1_000 },
      note: 'Office.js hangs; full speed; first key kept three seconds later',
    }),
  ];
}
