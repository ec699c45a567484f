import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segment } from '../../../src/m365/graph/client.ts';
import { createIntake } from '../../../src/m365/intake/person-intake.ts';
import { createMailbox } from '../../../src/m365/mailbox/keyed-mailbox.ts';
import { GraphRegister } from '../../../src/m365/register/register.ts';
import { type ContractTenant, openContractTenant } from '../support/contract-tenant.ts';
import { lookInto } from '../support/mail-world.ts';
import { dueRowsContract } from './due-rows-contract.ts';
import { intakeContract } from './intake-contract.ts';
import { mailboxContract } from './mailbox-contract.ts';

/**
 * What ports promise, held against a tenant that a file names: `TENANT=tenant.json npm test -- test/m365/contracts` (docs/proof.md).
 * Without it the file is the stand-in's, so that the way to a real tenant is walked with every run of the tests.
 */
const isReal = process.env.TENANT !== undefined;
/** Exchange takes its time from sending to the other person's inbox. */
const arrivesWithinMs = isReal ? 60_000 : 0;
const lookAgainMs = 2_000;

describe.sequential(`Ports in ${isReal ? 'the tenant that TENANT names' : 'a tenant that a file names'}`, {
  timeout: isReal ? 600_000 : 60_000,
}, () => {
  let tenant: ContractTenant;
  let address: string;
  beforeAll(async () => {
    tenant = await openContractTenant(process.env);
    const me = await tenant.another.bytes({ method: 'GET', path: '/me', query: { $select: 'mail' } });
    address = (JSON.parse(new TextDecoder().decode(me)) as { mail: string }).mail;
  });
  afterAll(async () => {
    await tenant?.cleanUp();
    await tenant?.close();
  });

  const intakeOf = (who: 'author' | 'another') => {
    const { site, tenant: decided } = tenant.settings;
    return createIntake(tenant[who], site, decided.ordersRows === undefined ? {} : { ordersRows: decided.ordersRows });
  };
  intakeContract({ mine: () => intakeOf('author'), another: () => intakeOf('another') });

  dueRowsContract({
    register: () => {
      const { id, lists } = tenant.settings.site;
      const registers = { default: lists.incidents, hr: lists.incidentsHr };
      const site = { siteId: id, lists: registers, clientId: tenant.settings.clientId };
      return new GraphRegister(tenant.service, site, { mayRead: async () => false }, () => null);
    },
    put: async ({ submissionId, boundary, severity, nextDueAt }) => {
      const { id, lists } = tenant.settings.site;
      await tenant.service.done({
        method: 'POST',
        path: `/sites/${segment(id)}/lists/${boundary === 'hr' ? lists.incidentsHr : lists.incidents}/items`,
        body: {
          fields: {
            SubmissionId: submissionId,
            Reference: submissionId,
            Severity: severity,
            ...(nextDueAt === null ? {} : { NextDueAt: nextDueAt }),
          },
        },
      });
    },
    putMany: null,
  });

  const receiver = { graph: () => tenant.another, owner: '/me' };
  const sides = {
    'a person’s own mailbox': { graph: () => tenant.author, owner: () => null, path: () => '/me' },
    'the service mailbox': {
      graph: () => tenant.service,
      owner: () => tenant.settings.serviceMailbox,
      path: () => `/users/${tenant.settings.serviceMailbox}`,
    },
  };
  for (const [name, { graph, owner, path }] of Object.entries(sides)) {
    const look = () => lookInto({ graph, owner: path() }, receiver);
    describe(name, () => {
      mailboxContract({
        mailbox: () => createMailbox(graph(), { owner: owner() }),
        to: () => address,
        arrived: async (subject) => {
          for (const end = Date.now() + arrivesWithinMs; ; ) {
            const found = await look().arrived(subject);
            if (found.length > 0 || Date.now() >= end) return found;
            await new Promise((done) => setTimeout(done, lookAgainMs));
          }
        },
        draftsLeft: (subject) => look().draftsLeft(subject),
      });
    });
  }

  it('keep nothing of it afterwards', async () => {
    const { rows, messages } = await tenant.cleanUp();
    expect(rows).toBeGreaterThan(20);
    expect(messages).toBeGreaterThan(8);
    expect(await tenant.cleanUp()).toEqual({ rows: 0, messages: 0 });
  });
});
