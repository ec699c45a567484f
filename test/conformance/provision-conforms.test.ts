import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createAdministratorSignIn } from '../../src/m365/auth/administrator-sign-in.ts';
import { createGraph } from '../../src/m365/graph/client.ts';
import { planSite, provisionSite } from '../../src/m365/provisioning/provision-site.ts';
import { createSharePointRest } from '../../src/m365/provisioning/sharepoint-rest.ts';
import { EmptySite } from '../m365/provisioning/support/empty-site.ts';
import { codeRegistration, enterCode } from '../m365/provisioning/support/enter-code.ts';
import { readRecording } from './recording.ts';
import { weigh } from './weigh.ts';

it('An administrator signs in by a code and makes a site ready, and asks for nothing that is not published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  const file = join(folder, 'recording.jsonl');
  vi.stubEnv('SANDBOX_RECORDING', file);
  const site = await EmptySite.start();
  try {
    const { origin, request } = site;
    const clientId = randomUUID();
    await site.control.registerApp(clientId, codeRegistration);
    await site.makeSite('urddas', { administrators: ['administrator'] });
    const reached = `${origin}/login/${request.tenantId}`;
    const { tokensFor } = createAdministratorSignIn(
      { clientId, authority: reached.replace('http:', 'https:'), authorityReachedAt: reached },
      (sentence) => void enterCode(sentence, 'administrator'),
    );
    const graph = createGraph({
      baseUrl: `${origin}/graph/v1.0`,
      getToken: tokensFor(`${origin}/graph/Sites.FullControl.All`),
    });
    const rest = createSharePointRest(`${origin}/sites/urddas`, tokensFor(`${origin}/sites/AllSites.FullControl`));
    await provisionSite(graph, rest, request, () => undefined);
    await planSite(graph, rest, request);

    const verdict = weigh(await readRecording(file));
    expect(verdict.unmatched).toEqual([]);
    expect(verdict.matched).toBe(verdict.requests);
    expect(verdict.requests).toBeGreaterThan(300);
  } finally {
    await site.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  }
});
