import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenMessage } from '../../../src/application/ports/mail-host.ts';
import type { PanePorts } from '../../../src/application/ports/pane.ts';
import { EmailReporting } from '../../../src/application/report-email.ts';
import { previewRules } from '../../../src/application/report-preview.ts';
import { paneScopes } from '../../../src/m365/auth/scopes.ts';
import { createDirectory } from '../../../src/m365/directory/person-directory.ts';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { gatherReads } from '../../../src/m365/graph/gather-reads.ts';
import { createIntake } from '../../../src/m365/intake/person-intake.ts';
import { createOriginalReader } from '../../../src/m365/mailbox/original-reader.ts';
import { createMemoryOutbox } from '../../../src/m365/outbox/memory-outbox.ts';
import { email } from '../../application/report-email/samples.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';
import { tokenFor } from '../support/sandbox.ts';

let tenant: ProvisionedTenant;
beforeAll(async () => {
  tenant = await startProvisionedTenant();
});
afterAll(() => tenant?.running.close());

/** The pane's reading ports as `main` joins them, with every request that leaves written down. */
async function paneOf(persona: string) {
  const requests: { url: string; body: unknown }[] = [];
  const send: typeof fetch = (input, init) => {
    requests.push({
      url: new URL(input instanceof Request ? input.url : String(input)).pathname,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    });
    return fetch(input, init);
  };
  const { origin, app, site } = tenant;
  const getToken = () => tokenFor(origin, { persona, app: app.clientId, scopes: [...paneScopes] });
  const graph = createGraph({ baseUrl: `${origin}/graph/v1.0`, getToken, fetch: send });
  const reads = gatherReads(graph, getToken);
  const personId = await tenant.directoryId(persona);
  const ports = {
    host: { ownAddress: () => email.mailbox },
    directory: createDirectory(reads),
    intake: createIntake(reads, site),
    originals: createOriginalReader(reads, () => email.mailbox),
    signIn: { personId: async () => personId, interactively: async () => undefined },
    outbox: createMemoryOutbox(),
  } as unknown as PanePorts;
  const reporting = new EmailReporting(
    ports,
    { now: () => new Date() },
    {
      forwardMail: () => ({ to: '', subject: '', text: '', fileName: '' }),
      rules: previewRules({ sites: [], areas: [], recipientRoles: [] }),
    },
  );
  return { reporting, requests };
}

const open: OpenMessage = {
  hostItemId: 'one',
  summary: email,
  isShared: false,
  attachmentBytes: 0,
  headers: async () => '',
  bodyText: async () => '',
  original: async () => new Uint8Array(),
};

describe('what the pane reads when a message is opened', () => {
  it('leaves as one $batch: me, my manager, the immutable id, and whether I reported it before', async () => {
    const { reporting, requests } = await paneOf('reporter');
    const prepared = reporting.prepare(open);
    const [earlier, { me, manager }] = await Promise.all([prepared.earlier(), reporting.person(), prepared.email]);
    expect(earlier).toBeNull();
    expect(me.id).toBe(await tenant.directoryId('reporter'));
    expect(manager?.id).toBe(await tenant.directoryId('manager'));
    const parts = requests.flatMap(({ body }) => (body as { requests?: { url: string }[] } | null)?.requests ?? []);
    expect(requests.map(({ url }) => url)).toEqual(['/graph/v1.0/$batch']);
    expect(parts.map(({ url }) => url.split('?')[0]?.replace(/[^/]+$/, (last) => last.slice(0, 8))).toSorted()).toEqual(
      ['/me', '/me/manager', '/me/messages/item', expect.stringMatching(/\/lists\/.+\/items$/)].toSorted(),
    );
  });
});
