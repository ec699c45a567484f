import { createHash } from 'node:crypto';
import { encodeBase64Lines } from '../mime/encode.ts';

export const largeMessageRecipient = 'carys.llwydfenn@glanrafon.example';
export const largeMessageReceivedAt = '2026-11-17T07:30:02Z';
export const largeMessageSubject = 'Every letter I ever wrote to you';

/** Whole lines of base64, so that the encoded blocks can be joined. */
const blockSize = 57 * 1024;

/** Chosen so that the whole message is a little over 25 MiB once the attachment is in base64. */
const blocks = 329;

/** Bytes that do not compress, the same on every machine; no two blocks alike. */
function* encodedBlocks(count: number): Generator<Buffer> {
  const block = Buffer.alloc(blockSize);
  for (let at = 0; at < block.length; at += 64) createHash('sha512').update(`urddas ${at}`).digest().copy(block, at);
  const [encoded = Buffer.alloc(0)] = encodeBase64Lines([block]);
  for (let index = 0; index < count; index++) {
    block.writeUInt32BE(index);
    // Only the first line differs, so only that is encoded again.
    encoded.write(block.toString('base64', 0, 57), 'latin1');
    yield Buffer.from(encoded);
  }
}

/** A message of some 25 MiB, piece by piece. It is made when it is needed: too large to keep in the repository. */
export function* largeMessage(count = blocks): Generator<Buffer> {
  const head = [
    'Received: from mail.hendre-uchaf.example (mail.hendre-uchaf.example [192.0.2.19])',
    '\tby mx.glanrafon.example with ESMTPS id 25a25b25c25d;',
    '\tTue, 17 Nov 2026 07:30:00 +0000',
    'From: "M. Persist" <m.persist@hendre-uchaf.example>',
    `To: "Carys Llwyd-Fenn" <${largeMessageRecipient}>`,
    `Subject: ${largeMessageSubject}`,
    'Date: Tue, 17 Nov 2026 07:29:50 +0000',
    'Message-ID: <large@hendre-uchaf.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="large"',
    '',
    '--large',
    'Content-Type: text/plain; charset="us-ascii"',
    '',
    'Here is every letter that you never answered, you useless crowd. Read them all.',
    '--large',
    'Content-Type: application/zip; name="letters.zip"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="letters.zip"',
    '',
    '',
  ].join('\r\n');
  yield Buffer.from(head);
  yield* encodedBlocks(count);
  yield Buffer.from('--large--\r\n');
}
