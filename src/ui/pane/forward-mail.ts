import type { ForwardMail } from '../../application/report-email.ts';
import { paneCy } from '../../words/pane.cy.ts';
import { paneEn } from '../../words/pane.en.ts';
import { fillIn } from '../shared/fill-in.ts';

/** The mail that carries the original: in both languages, because nobody knows who opens that mailbox (B-CY-3). */
export function forwardMailTo(address: string): ForwardMail {
  return (entry) => {
    const submissionId = entry.report?.submissionId ?? '';
    // A forward can leave before the register has given its number; and where a browser repeated a lost request by itself,
    // the number seen here can be that of the second row. The submission id is the same whatever happened.
    const values = { reference: entry.reference ?? submissionId, submissionId, sha256: entry.original?.sha256 ?? '' };
    const order = entry.draft.language === 'cy' ? [paneCy, paneEn] : [paneEn, paneCy];
    return {
      to: address,
      subject: order.map(({ forward }) => fillIn(forward.subject, values)).join(' / '),
      text: order.map(({ forward }) => fillIn(forward.text, values)).join('\n\n'),
      fileName: fillIn(order[0]?.forward.fileName ?? '', values),
    };
  };
}
