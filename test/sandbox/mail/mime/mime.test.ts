import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { buildMime, type OutgoingMail } from '../../../../src/sandbox/mail/mime/build.ts';
import { decodedSize, decodeTransfer } from '../../../../src/sandbox/mail/mime/decode.ts';
import { digestMime } from '../../../../src/sandbox/mail/mime/digest.ts';
import { encodeBase64Lines, encodeQuotedPrintable } from '../../../../src/sandbox/mail/mime/encode.ts';
import { parseParameters } from '../../../../src/sandbox/mail/mime/headers.ts';

const person = (name: string, address: string) => ({ emailAddress: { name, address } });

function mail(changes: Partial<OutgoingMail>): OutgoingMail {
  return {
    from: person('Siân Morlais', 'sian@a.example'),
    sender: null,
    replyTo: [],
    to: [person('Tŷ, "Dŵr" \\ Cwmni', 'ty@a.example')],
    cc: [],
    subject: 'x',
    internetMessageId: '<1@a.example>',
    inReplyTo: null,
    at: new Date('2026-11-22T02:00:00Z'),
    importance: 'normal',
    asksReadReceipt: false,
    customHeaders: [],
    bodyType: 'text',
    body: '',
    attachments: [],
    ...changes,
  };
}

const build = (changes: Partial<OutgoingMail>) => Buffer.concat([...buildMime(mail(changes))]);

/** Text as people write it: no control characters, no lone surrogates, no space at either end. */
const line = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) => text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim())
  .filter((text) => !text.includes('=?'));

describe('a message that is built', () => {
  it('reads back the same, by our own reader and by another, whatever its subject and names', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, async (subject, name) => {
        const raw = build({ subject, from: person(name, 'a@b.example') });
        const own = digestMime(raw);
        expect(own.subject).toBe(subject);
        expect(own.from?.emailAddress).toEqual({ name: name || 'a@b.example', address: 'a@b.example' });
        expect((await PostalMime.parse(raw)).subject ?? '').toBe(subject);
        for (const text of raw.toString('latin1').split('\r\n')) expect(text.length).toBeLessThanOrEqual(998);
      }),
      { numRuns: 200 },
    );
  });

  it('carries attachments of any bytes and any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), line, async (bytes, name) => {
        const attachment = {
          name: name || 'x',
          contentType: 'application/pdf',
          contentId: null,
          isInline: false,
          isMessage: false,
        };
        const raw = build({ body: 'See attached.', attachments: [{ ...attachment, bytes: () => [bytes] }] });
        const [part] = (await PostalMime.parse(raw)).attachments;
        expect(Buffer.from(part?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true);
        if (bytes.length > 0) {
          const [own] = digestMime(raw).parts;
          expect(own).toMatchObject({ name: name || 'x', size: bytes.length });
          const decoded = decodeTransfer(raw.subarray(own?.start, own?.end), own?.encoding ?? '');
          expect(decoded.equals(Buffer.from(bytes))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the words of its text, lines that end in spaces and lone dots too', () => {
    const body = 'Un.  \r\n.\r\n..\r\nFrom the start\r\n=3D\r\nŵŷ\r\n'.repeat(3);
    expect(digestMime(build({ body })).body).toBe(`${body}\r\n`);
  });

  it('gives the same bytes for the same draft', () => {
    expect(build({ subject: 'Tŷ', bodyType: 'html', body: '<p>a</p>' })).toEqual(
      build({ subject: 'Tŷ', bodyType: 'html', body: '<p>a</p>' }),
    );
  });
});

describe('base64', () => {
  it('is the same however the bytes are cut, and counted without being decoded', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
        const whole = Buffer.concat(pieces);
        const encoded = Buffer.concat([...encodeBase64Lines(pieces)]);
        expect(encoded).toEqual(Buffer.concat([...encodeBase64Lines([whole])]));
        expect(decodeTransfer(encoded, 'base64').equals(whole)).toBe(true);
        expect(decodedSize(encoded, 'base64')).toBe(whole.length);
        for (const text of encoded.toString('latin1').split('\r\n')) expect(text.length).toBeLessThanOrEqual(76);
      }),
    );
  });
});

describe('quoted-printable', () => {
  it('comes back, in lines of at most 76', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const lines = text.replace(/\r\n?|\n/g, '\r\n');
        const encoded = encodeQuotedPrintable(lines);
        for (const each of encoded.split('\r\n')) expect(each.length).toBeLessThanOrEqual(76);
        expect(decodeTransfer(Buffer.from(encoded), 'quoted-printable').toString('utf8')).toBe(lines);
      }),
    );
  });
});

describe('reading', () => {
  it.each([
    ['attachment; filename="a b.pdf"', 'a b.pdf'],
    ["attachment; filename*=UTF-8''t%C5%B7.pdf", 'tŷ.pdf'],
    ["attachment; filename*=iso-8859-14''t%FE.pdf", 'tŷ.pdf'],
    ["attachment; filename*1*=%C5%B7.pdf; filename*0*=UTF-8''t", 'tŷ.pdf'],
    ['attachment; filename="=?UTF-8?Q?t=C5=B7.pdf?="', 'tŷ.pdf'],
    ['attachment; filename=plain.pdf; x=y', 'plain.pdf'],
    ['attachment; filename="a\\"b;c.pdf"', 'a"b;c.pdf'],
    ["attachment; filename=old.pdf; filename*=UTF-8''new.pdf", 'new.pdf'],
  ])('the file name of %s', (header, name) => {
    expect(parseParameters(header).parameters.filename).toBe(name);
  });

  it('never throws on bytes that are no message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const digest = digestMime(Buffer.from(bytes));
        expect(digest.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('stops at a depth where nobody nests any more', () => {
    const deep = Array.from({ length: 200 }, () => 'Content-Type: message/rfc822\r\n\r\n').join('');
    expect(digestMime(Buffer.from(deep)).parts).toHaveLength(1);
  });
});
