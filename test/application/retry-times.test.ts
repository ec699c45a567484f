import { describe, expect, it } from 'vitest';
import { queued } from '../../src/application/notices.ts';
import { RemoteError, type RemoteErrorCode } from '../../src/application/remote-error.ts';
import { afterFailure, waitSeconds } from '../../src/application/retry-times.ts';

const now = new Date('2026-11-20T10:00:00Z');
const mail = queued('S', 'reported', { role: 'security', channel: 'mail', to: 'a@b.example' }, now.toISOString());

describe('A delivery that failed', () => {
  it.each([
    [1, 0, 2],
    [2, 0, 4],
    [5, 0, 32],
    [30, 0, 900],
    [1, 60, 60],
    [6, 10, 64],
  ])('after attempt %i, told to wait %i s, waits %i s', (attempts, asked, seconds) => {
    expect(waitSeconds(attempts, asked)).toBe(seconds);
  });

  it.each<[RemoteErrorCode, string]>([
    ['throttled', 'failed'],
    ['offline', 'failed'],
    ['server', 'failed'],
    ['conflict', 'failed'],
    ['changedMeanwhile', 'failed'],
    ['forbidden', 'failed'],
    ['notFound', 'failed'],
    ['invalid', 'gaveUp'],
    ['tooLarge', 'failed'],
  ])('with %s a mail is %s, with the code for people to see', (code, state) => {
    const { delivery, retryAt } = afterFailure(mail, new RemoteError(code, 'x', { retryAfterSeconds: 30 }), now);
    expect(delivery).toMatchObject({ state, failure: code, attempts: 1 });
    expect(retryAt).toBe(state === 'failed' ? '2026-11-20T10:00:30.000Z' : null);
  });

  it.each<RemoteErrorCode>(['forbidden', 'notFound'])(
    'with %s a card is given up: that is the person’s own chat',
    (code) => {
      const card = { ...mail, channel: 'card' as const };
      expect(afterFailure(card, new RemoteError(code, 'x'), now).delivery).toMatchObject({
        state: 'gaveUp',
        failure: code,
      });
    },
  );

  it.each<RemoteErrorCode>(['forbidden', 'notFound', 'tooLarge'])(
    'with %s a mail is tried for as long as nobody has mended the mailbox',
    (code) => {
      const tired = { ...mail, attempts: 200 };
      expect(afterFailure(tired, new RemoteError(code, 'x'), now)).toMatchObject({
        delivery: { state: 'failed', failure: code, attempts: 201 },
        retryAt: '2026-11-20T10:15:00.000Z',
      });
    },
  );

  it('is given up in the end', () => {
    const tired = { ...mail, attempts: 24 };
    expect(afterFailure(tired, new RemoteError('offline', 'x'), now)).toMatchObject({
      delivery: { state: 'gaveUp', attempts: 25 },
      retryAt: null,
    });
  });

  it('lets a mistake of our own through', () => {
    expect(() => afterFailure(mail, new TypeError('bug'), now)).toThrow('bug');
  });
});
