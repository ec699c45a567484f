import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ServiceSettings } from '../../../src/service/settings.ts';
import { WatchedBrowser } from './browser.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

export interface UnderTest {
  system: RunningSystem;
  browser: WatchedBrowser;
}

/** One running system and one browser for a test file. Every test ends without console errors and remote requests. */
export function systemUnderTest(over: Partial<ServiceSettings> = {}): UnderTest {
  const under = {} as UnderTest;
  beforeAll(async () => {
    under.system = await startSystem(over);
    under.browser = await WatchedBrowser.launch(under.system);
  }, 120_000);
  afterEach(async () => {
    await under.system?.control('DELETE', '/sandbox/faults');
    await under.browser?.settle();
  });
  afterAll(async () => {
    await under.browser?.close();
    await under.system?.stop();
  });
  return under;
}
