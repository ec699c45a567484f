import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMailbox } from '../../../src/m365/mailbox/keyed-mailbox.ts';
import { bytesOf, mailboxContract, sampleMail } from '../contracts/mailbox-contract.ts';
import { addFault, clearFaults } from '../support/faults.ts';
import { lookInto } from '../support/mail-world.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';

let tenant: ProvisionedTenant;
const itSecurity = 'seiberddiogelwch@glanrafon.example';
const noWait = async () => undefined;

beforeAll(async () => {
  tenant = await startProvisionedTenant();
});
afterEach(() => clearFaults(tenant.origin));
afterAll(() => tenant?.running.close());

const receiver = { graph: () => tenant.graphOf('itSecurity'), owner: `/users/${itSecurity}` };
const asReporter = {
  mailbox: () => createMailbox(tenant.graphOf('reporter'), { owner: null, wait: noWait }),
  to: () => itSecurity,
  ...lookInto({ graph: () => tenant.graphOf('reporter'), owner: '/me' }, receiver),
};
const asService = {
  mailbox: () => createMailbox(tenant.graphOfService(), { owner: 'urddas@glanrafon.example', wait: noWait }),
  to: () => itSecurity,
  ...lookInto({ graph: () => tenant.graphOfService(), owner: '/users/urddas@glanrafon.example' }, receiver),
};

describe('the reporter’s own mailbox', () => mailboxContract(asReporter));
describe('the service mailbox', () => mailboxContract(asService));

const emlOf = (size: number) => ({ name: 'original.eml', contentType: 'message/rfc822', bytes: bytesOf(size) });

describe('a large original', () => {
  it.each([
    ['just over what fits beside the words', 2_900_001],
    ['just under what an upload session takes', 3 * 1024 * 1024 - 1],
    ['of exactly what an upload session takes', 3 * 1024 * 1024],
    ['of 9 MB, in several chunks', 9_000_000],
  ])('%s arrives whole', async (_name, size) => {
    const mail = sampleMail(itSecurity, { attachment: emlOf(size) });
    const progress: number[] = [];
    await asReporter.mailbox().sendOnce(mail, { onProgress: (sent) => progress.push(sent) });
    const copies = await asReporter.arrived(mail.subject);
    expect(copies).toHaveLength(1);
    expect(Buffer.from(copies[0]?.attachment ?? []).equals(mail.attachment?.bytes ?? bytesOf(1))).toBe(true);
    expect(progress.at(-1)).toBe(size);
  });

  it('goes on where an upload broke off', async () => {
    await addFault(tenant.origin, { match: { part: 'upload' }, effect: { kind: 'breakUpload', afterChunks: 2 } });
    const mail = sampleMail(itSecurity, { attachment: emlOf(13_000_000) });
    await asReporter.mailbox().sendOnce(mail);
    const [copy] = await asReporter.arrived(mail.subject);
    expect(Buffer.from(copy?.attachment ?? []).equals(mail.attachment?.bytes ?? bytesOf(1))).toBe(true);
  });

  it('is uploaded again into the same draft when the pane was closed in between', async () => {
    const mail = sampleMail(itSecurity, { attachment: emlOf(8_000_000) });
    await addFault(tenant.origin, { match: { part: 'upload' }, times: null, effect: { kind: 'status', status: 500 } });
    let draftId: string | undefined;
    const keepDraft = {
      onDraft: async (id: string) => {
        draftId = id;
      },
    };
    await expect(asReporter.mailbox().sendOnce(mail, keepDraft)).rejects.toMatchObject({ code: 'server' });
    await clearFaults(tenant.origin);
    await asReporter.mailbox().sendOnce(mail, { resume: true, ...(draftId ? { draftId } : {}) });
    const copies = await asReporter.arrived(mail.subject);
    expect(copies).toHaveLength(1);
    expect(copies[0]?.attachment?.byteLength).toBe(8_000_000);
    expect(await asReporter.draftsLeft(mail.subject)).toBe(0);
  });
});

describe('a mail whose answer was lost', () => {
  it.each([
    ['while the draft was made', { part: 'graph', method: 'POST', path: '*/messages' }],
    ['while it was sent', { part: 'graph', method: 'POST', path: '*/send' }],
  ])('%s leaves once when it is tried again', async (_name, match) => {
    const mail = sampleMail(itSecurity, { attachment: emlOf(1_000) });
    await addFault(tenant.origin, { match, effect: { kind: 'status', status: 500, after: true } });
    await expect(asReporter.mailbox().sendOnce(mail)).rejects.toMatchObject({ code: 'server' });
    await asReporter.mailbox().sendOnce(mail, { resume: true });
    expect(await asReporter.arrived(mail.subject)).toHaveLength(1);
    expect(await asReporter.draftsLeft(mail.subject)).toBe(0);
  });

  it('leaves once when two attempts each made a draft', async () => {
    const mail = sampleMail(itSecurity);
    for (const _attempt of [1, 2]) {
      await addFault(tenant.origin, {
        match: { part: 'graph', method: 'POST', path: '*/messages' },
        effect: { kind: 'drop', after: true },
      });
      // Without `resume`, as an attempt that knows of no earlier one.
      await expect(asReporter.mailbox().sendOnce(mail)).rejects.toMatchObject({ code: 'offline' });
    }
    expect(await asReporter.draftsLeft(mail.subject)).toBe(2);
    await asReporter.mailbox().sendOnce(mail, { resume: true });
    expect(await asReporter.arrived(mail.subject)).toHaveLength(1);
    expect(await asReporter.draftsLeft(mail.subject)).toBe(0);
  });
});
