import { describe, expect, it } from 'vitest';
import type { OpenMessage } from '../../../src/application/ports/mail-host.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import { captureOriginal } from '../../../src/application/report-email-capture.ts';
import { email } from './samples.ts';

const clock = { now: () => new Date('2026-11-20T10:06:00Z') };
const byGraph = new TextEncoder().encode('by Graph');
const byHost = new TextEncoder().encode('by the host');
const originals = { read: async () => byGraph, immutableId: async () => 'x' };
const openWith = (original: () => Promise<Uint8Array>, attachmentBytes = 0): OpenMessage => ({
  hostItemId: 'h',
  summary: email,
  isShared: false,
  attachmentBytes,
  headers: async () => '',
  bodyText: async () => '',
  original,
});

describe('the original is captured (B-EVD-1)', () => {
  it.each<[string, OpenMessage | null, string, Uint8Array]>([
    ['by the host', openWith(async () => byHost), 'officeFile', byHost],
    [
      'by Graph on a host that cannot',
      openWith(() => Promise.reject(new RemoteError('unsupported', 'no'))),
      'graphMime',
      byGraph,
    ],
    ['by Graph when the host gives nothing', openWith(async () => new Uint8Array()), 'graphMime', byGraph],
    ['by Graph when it is large', openWith(async () => byHost, 20_000_000), 'graphMime', byGraph],
    ['by Graph when the message is no longer open', null, 'graphMime', byGraph],
  ])('%s', async (_name, open, method, bytes) => {
    const capture = await captureOriginal({ email, open }, originals, clock);
    expect(capture.bytes).toEqual(bytes);
    expect(capture.original).toMatchObject({ method, size: bytes.length, capturedAt: '2026-11-20T10:06:00.000Z' });
    expect(capture.original.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('by the host when it is large and Graph is down', async () => {
    const down = { ...originals, read: () => Promise.reject(new RemoteError('offline', 'no')) };
    const open = openWith(async () => byHost, 20_000_000);
    expect(await captureOriginal({ email, open }, down, clock)).toMatchObject({ bytes: byHost });
  });

  it('says why it could not be had, as Graph says it (shared mailboxes)', async () => {
    const refused = { ...originals, read: () => Promise.reject(new RemoteError('forbidden', 'no')) };
    const open = openWith(() => Promise.reject(new RemoteError('unsupported', 'no')));
    await expect(captureOriginal({ email, open }, refused, clock)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
