import { existsSync } from 'node:fs';

/** Where Chromium, Chrome and Edge install themselves, most usual first. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES'] ?? 'C:\\Program Files'}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)'}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

/** Chromium without windows, tabs and their menus: the same engine, with less to do for each page. */
const shells = ['/usr/bin/chromium-headless-shell'];

/** Path of an installed browser that speaks the Chromium protocol, or null. `BROWSER_PATH` comes first. */
export function findBrowser(): string | null {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  return places.find((place) => existsSync(place)) ?? null;
}

/** The same for tests of a part: one without windows where there is one and nobody has chosen (0194). `PART_BROWSER_PATH` comes first. */
export function findPartBrowser(): string | null {
  const { PART_BROWSER_PATH: chosen, BROWSER_PATH: chosenForAll } = process.env;
  if (chosen) return existsSync(chosen) ? chosen : null;
  const shell = chosenForAll ? undefined : shells.find((place) => existsSync(place));
  return shell ?? findBrowser();
}
