import { randomUUID } from 'node:crypto';
import type { Tenant } from '../../tenant.ts';
import type { MailDigest } from '../mime/digest.ts';
import { encodeHeaderText, headerLine } from '../mime/encode.ts';
import { writeBlob } from '../store/blobs.ts';

/** Writes the report that says that some addresses do not exist (RFC 3464), and gives its blob. */
export function bounce(
  tenant: Tenant,
  failure: { digest: MailDigest; original: number; unknown: string[]; to: string },
): number {
  const { digest, unknown, to } = failure;
  const domain = to.slice(to.lastIndexOf('@') + 1);
  const boundary = `_ndr_${randomUUID()}`;
  const lines = [
    headerLine('From', `"Microsoft Outlook" <postmaster@${domain}>`),
    headerLine('To', `<${to}>`),
    headerLine('Subject', encodeHeaderText(`Undeliverable: ${digest.subject}`)),
    headerLine('Date', tenant.clock.now().toUTCString().replace('GMT', '+0000')),
    headerLine('Message-ID', `<${randomUUID()}@${domain}>`),
    digest.internetMessageId ? headerLine('In-Reply-To', digest.internetMessageId) : '',
    headerLine('Auto-Submitted', 'auto-replied'),
    'MIME-Version: 1.0\r\n',
    `Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="${boundary}"\r\n\r\n`,
    `--${boundary}\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n`,
    'Your message could not be delivered. These addresses were not found:\r\n',
    ...unknown.map((address) => `  ${address}\r\n`),
    `\r\n--${boundary}\r\nContent-Type: message/delivery-status\r\n\r\n`,
    `Reporting-MTA: dns;${domain}\r\n`,
    ...unknown.map(
      (address) =>
        `\r\nFinal-Recipient: rfc822;${address}\r\nAction: failed\r\nStatus: 5.1.10\r\n` +
        'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\r\n',
    ),
    `\r\n--${boundary}\r\nContent-Type: text/rfc822-headers\r\n\r\n`,
    headerLine('Message-ID', digest.internetMessageId ?? '<unknown>'),
    headerLine('Subject', encodeHeaderText(digest.subject)),
    `\r\n--${boundary}--\r\n`,
  ];
  return writeBlob(tenant.db, [Buffer.from(lines.join(''), 'utf8')]);
}
