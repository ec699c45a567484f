import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSubmissionId,
  referenceFrom,
  type SubmissionParts,
  submissionIdFrom,
  submissionKey,
} from '../../../src/domain/incident/identity.ts';

const parts: SubmissionParts = {
  reporterId: '00000000-0000-4000-8000-000000000001',
  mailbox: 'Gwen.Reporter@sefydliad.example',
  internetMessageId: '<a@sender.example>',
  receivedAt: '2026-11-10T10:00:00Z',
  subject: 'ŵ',
};

const idOf = (given: SubmissionParts) => submissionIdFrom(createHash('sha256').update(submissionKey(given)).digest());

// X-IDEM-1
describe('the submission id', () => {
  it('is 26 characters of Crockford base 32 and the same for the same message', () => {
    expect(idOf(parts)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(isSubmissionId(idOf(parts))).toBe(true);
    const again = { ...parts, mailbox: parts.mailbox.toLowerCase(), receivedAt: '2026-11-10T10:00:00.000Z' };
    expect(idOf(again)).toBe(idOf(parts));
    expect(idOf({ ...parts, subject: 'w\u0302' })).toBe(idOf(parts));
  });

  it.each([
    ['another reporter', { reporterId: '00000000-0000-4000-8000-000000000002' }],
    ['another mailbox', { mailbox: 'shared@sefydliad.example' }],
    ['another message id', { internetMessageId: '<b@sender.example>' }],
    ['another time', { receivedAt: '2026-11-10T10:00:01Z' }],
    ['no time', { receivedAt: null }],
    ['another subject', { subject: 'w' }],
  ])('differs for %s', (_, change) => {
    expect(idOf({ ...parts, ...change })).not.toBe(idOf(parts));
  });

  it('cannot be made equal by a sender who moves text between message id and subject', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (one, other, third) => {
        const first = { ...parts, internetMessageId: `<${one}|${other}>`, subject: third };
        const second = { ...parts, internetMessageId: `<${one}>`, subject: `${other}|${third}` };
        expect(submissionKey(first)).not.toBe(submissionKey(second));
      }),
    );
  });

  it('encodes bits as Crockford wrote them', () => {
    expect(submissionIdFrom(new Uint8Array(32))).toBe('0'.repeat(26));
    expect(submissionIdFrom(new Uint8Array(32).fill(255))).toBe('Z'.repeat(26));
    expect(submissionIdFrom(Uint8Array.of(0b00001000, 0b10000110, ...new Uint8Array(15)))).toMatch(/^1230/);
    expect(() => submissionIdFrom(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('the reference', () => {
  it.each([
    ['123', '2026-11-10T10:00:00Z', 'UB-2026-000123'],
    ['1234567', '2026-11-10T10:00:00Z', 'UB-2026-1234567'],
    // New Year is London's: half an hour before it in winter is still the old year.
    ['5', '2026-12-31T23:59:59Z', 'UB-2026-000005'],
    ['5', '2027-01-01T00:00:00Z', 'UB-2027-000005'],
  ])('of row %s stored %s is %s', (row, storedAt, expected) => {
    expect(referenceFrom(row, storedAt)).toBe(expected);
  });

  it.each(['', '0', '-1', '1.5', 'abc', '1 OR 1=1'])('refuses the row id "%s"', (row) => {
    expect(() => referenceFrom(row, '2026-11-10T10:00:00Z')).toThrow(RangeError);
  });
});
