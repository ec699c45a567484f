import type { ForwardMail } from '../../application/report-email.ts';
import { forwardMailCy } from '../../words/forward-mail.cy.ts';
import { forwardMailEn } from '../../words/forward-mail.en.ts';
import { fillIn } from '../shared/fill-in.ts';

/** The mail that carries the original: in both languages, because nobody knows who opens that mailbox (B-CY-3). */
export function forwardMailTo(address: string): ForwardMail {
  return (entry) => {
    const submissionId = entry.report?.submissionId ?? '';
    // A forward can leave before the register has given its number; and where a browser repeated a lost request by itself,
    // the number seen here can be that of the second row. The submission id is the same whatever happened.
    const values = { reference: entry.reference ?? submissionId, submissionId, sha256: entry.original?.sha256 ?? '' };
    const order = entry.draft.language === 'cy' ? [forwardMailCy, forwardMailEn] : [forwardMailEn, forwardMailCy];
    return {
      to: address,
      subject: order.map(({ subject }) => fillIn(subject, values)).join(' / '),
      text: order.map(({ text }) => fillIn(text, values)).join('\n\n'),
      fileName: fillIn(order[0]?.fileName ?? '', values),
    };
  };
}
