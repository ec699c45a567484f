import { describe, expect, it } from 'vitest';
import { composeDocument, guidanceWords } from '../../src/words/compose-guidance.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const { en } = guidanceWords;
const title = composeDocument('evidence', 'en')?.title ?? '';

async function openLibrary(persona: string): Promise<Tab> {
  const tab = await Tab.open(await under.browser.page(), under.system, persona);
  await tab.frame.getByRole('tab', { name: tab.words.nav.guidance }).click();
  await tab.frame.getByRole('heading', { level: 1, name: en.heading }).waitFor();
  return tab;
}

const readMark = (tab: Tab) =>
  tab.frame.getByRole('listitem').filter({ hasText: title }).getByText(en.read, { exact: true });

// BEH-2.1-1, BEH-R-1, COM-2.1-1
describe('Having read a document of the guidance', { timeout: 120_000 }, () => {
  it('is known on the person’s other devices, and nobody else’s', async () => {
    const tab = await openLibrary('reporter');
    await tab.frame.getByRole('link', { name: title }).click();
    await tab.frame.getByRole('button', { name: en.markRead }).click();
    await tab.frame.getByText(en.readNow).waitFor();

    await tab.page.waitForLoadState('networkidle');
    const other = await openLibrary('reporter');
    await readMark(other).waitFor({ timeout: 60_000 });
    const colleague = await openLibrary('colleague');
    await colleague.page.waitForLoadState('networkidle');
    expect(await readMark(colleague).count()).toBe(0);
  });
});
