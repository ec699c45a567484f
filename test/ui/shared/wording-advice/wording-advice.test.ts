import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordingCy } from '../../../../src/words/wording.cy.ts';
import { wordingEn } from '../../../../src/words/wording.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { launchPartBrowser } from '../../../browser/launch.ts';

const root = resolve('test/ui/shared/wording-advice');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };
let browser: Browser;
let server: Server;
let outDir: string;
const open: Page[] = [];

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'urddas-wording-'));
  const input = join(root, 'page.html');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, minify: false, rolldownOptions: { input } },
  });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(join(outDir, pathname)).then(
      (content) =>
        response
          .writeHead(200, { 'content-type': types[pathname.split('.').at(-1) ?? ''] ?? 'text/plain' })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  browser = await launchPartBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => server.close(done));
  await rm(outDir, { recursive: true });
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function openField(query = ''): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 700 } })).newPage();
  open.push(page);
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/page.html?${query}`);
  await page.getByRole('textbox').waitFor();
  return page;
}

const status = (page: Page) => page.getByRole('status').innerText();

describe('The advice on the wording', () => {
  it('comes a moment after the last letter, names the words, and says how many places there are (BEH-14.2-1)', async () => {
    const page = await openField();
    await page.getByRole('textbox').fill('He is an idiot and probably drunk.');
    await page.getByRole('heading', { name: wordingEn.heading }).waitFor();
    for (const words of ['idiot', 'probably', 'drunk']) await page.getByText(words, { exact: true }).waitFor();
    await page.getByText(wordingEn.advice.insult).waitFor();
    await page.getByText(wordingEn.askSomeone(wordingEn.adviser)).waitFor();
    expect(await status(page)).toBe(wordingEn.found(3));
    await expect.poll(() => page.getByRole('button', { name: 'Send' }).isEnabled()).toBe(true);
  });

  it('goes when the words are mended or quoted, and says so', async () => {
    const page = await openField();
    const field = page.getByRole('textbox');
    await field.fill('He is an idiot.');
    await page.getByText(wordingEn.heading).waitFor();
    await field.fill('He said “you are an idiot”.');
    await page.getByText(wordingEn.heading).waitFor({ state: 'detached' });
    expect(await status(page)).toBe(wordingEn.none);
  });

  it('is silent from the start when there is nothing to say', async () => {
    const page = await openField();
    await page.getByRole('textbox').fill('He rang at 10:15.');
    await page.waitForTimeout(1200);
    expect(await status(page)).toBe('');
  });

  it('can be sent away with the keyboard, and comes back only for other words', async () => {
    const page = await openField();
    const field = page.getByRole('textbox');
    await field.fill('He is an idiot.');
    await page.getByRole('button', { name: wordingEn.keep }).press('Enter');
    await page.getByText(wordingEn.heading).waitFor({ state: 'detached' });
    await field.fill('He is an idiot. He left at 10:20.');
    await page.waitForTimeout(1200);
    expect(await page.getByText(wordingEn.heading).count()).toBe(0);
    await field.fill('He is an idiot. He was drunk.');
    await page.getByText(wordingEn.heading).waitFor();
  });

  it('speaks Welsh, and names the adviser of the organisation (B-CY-4)', async () => {
    const page = await openField('language=cy&adviser=Hawliau');
    await page.getByRole('textbox').fill('Mae e’n dwp.');
    await page.getByRole('heading', { name: wordingCy.heading }).waitFor();
    await page.getByText('dwp', { exact: true }).waitFor();
    await page.getByText(wordingCy.askSomeone('Hawliau')).waitFor();
    await page.getByRole('button', { name: wordingCy.keep }).waitFor();
  });

  it('is clean for axe, fits into 320 pixels, and leaves the focus in the field (B-A11Y-1, B-A11Y-2)', async () => {
    const page = await openField();
    await page.getByRole('textbox').focus();
    await page.keyboard.type('He is obviously an idiot, probably drunk, and it was horrific at ZZ99 1AA.');
    await page.getByText(wordingEn.heading).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('facts');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeFaults(page)).toEqual([]);
  });
});
