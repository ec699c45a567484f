import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();

describe('the first page', () => {
  it('leads every persona to every host, and says that it is a stand-in', async () => {
    const page = await (await sandbox.send('GET', '/')).text();
    for (const host of ['outlook', 'teams', 'sharepoint']) {
      for (const persona of ['reporter', 'manager', 'deputyDirector', 'itSecurity', 'administrator']) {
        expect(page).toContain(`href="/${host}?persona=${persona}"`);
      }
    }
    expect(page).toContain('stands in for Microsoft 365');
  });
});
