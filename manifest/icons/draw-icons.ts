import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../test/browser/find-browser.ts';

/**
 * Draws the PNG icons from their SVG sources: `npx tsx manifest/icons/draw-icons.ts`. They are kept in the repository, so
 * this is run only after a drawing has changed.
 */
const root = resolve(import.meta.dirname, '../..');
const drawings = [
  // Teams rounds the corners itself.
  { source: 'assets/icon.svg', target: 'manifest/icons/icon-colour-192.png', size: 192, isSquare: true },
  { source: 'manifest/icons/outline.svg', target: 'manifest/icons/icon-outline-32.png', size: 32 },
  { source: 'manifest/icons/small.svg', target: 'assets/icon-16.png', size: 16 },
  { source: 'manifest/icons/small.svg', target: 'assets/icon-32.png', size: 32 },
  // 64 and 128 are for the list of add-ins; the others are what phones ask for: 25, 32 and 48 at one, two and three times.
  { source: 'manifest/icons/small.svg', target: 'assets/icon-25.png', size: 25 },
  ...[48, 50, 64, 75, 80, 96, 128, 144].map((size) => ({
    source: 'assets/icon.svg',
    target: `assets/icon-${size}.png`,
    size,
  })),
];

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium, Chrome or Edge is installed.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { source, target, size, isSquare } of drawings) {
  const drawn = await readFile(resolve(root, source), 'utf8');
  const svg = isSquare ? drawn.replace(/ rx="\d+"/, '') : drawn;
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml,${encodeURIComponent(svg)}">`,
  );
  await mkdir(dirname(resolve(root, target)), { recursive: true });
  await writeFile(resolve(root, target), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
