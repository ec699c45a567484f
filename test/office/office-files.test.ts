import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { provideOffice } from './office-files.ts';

const home = await mkdtemp(join(tmpdir(), 'urddas-office-'));
afterEach(() => rm(home, { recursive: true, force: true }));

it('says in one sentence that Office.js is not to be had, so that no test passes without it', () => {
  // Nothing listens on this port.
  expect(() => provideOffice(home, 'http://127.0.0.1:9')).toThrow(
    /^@microsoft\/office-js@1\.1\.110 could not be fetched from the npm registry, so nothing was tried with it\. npm said: .*ECONNREFUSED/s,
  );
});
