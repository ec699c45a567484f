import type { ClockNotice } from '../domain/deadlines/clock-event.ts';
import type { NoticeFactsByRole, NoticeRole } from '../domain/incident/notice-allow-list.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { clockNoticeCy } from './clock-notice.cy.ts';
import { type ClockFacts, clockNoticeEn } from './clock-notice.en.ts';
import { noticeCy } from './notice.cy.ts';
import { noticeEn } from './notice.en.ts';
import { languagesFor, type Reader } from './reader.ts';
import { stepNoticeCy } from './step-notice.cy.ts';
import { stepNoticeEn } from './step-notice.en.ts';

/** A mail's own words: plain text only. */
export interface NoticeText {
  subject: string;
  text: string;
}

interface Draft {
  subject: string;
  lines: string[];
}

const catalogues: Record<Language, typeof noticeEn> = { en: noticeEn, cy: noticeCy };
const clockCatalogues: Record<Language, typeof clockNoticeEn> = { en: clockNoticeEn, cy: clockNoticeCy };
const stepCatalogues: Record<Language, typeof stepNoticeEn> = { en: stepNoticeEn, cy: stepNoticeCy };

export type StepNotice = keyof typeof stepNoticeEn;
export type StepFacts<S extends StepNotice> = Parameters<(typeof stepNoticeEn)[S]>[0];

/** A mail in the reader's language, or in both; `link` null where there is nothing to open. B-CY-3 */
export function composeMail(
  reader: Reader,
  link: string | null,
  draft: (words: typeof noticeEn, language: Language) => Draft,
  footer: 'footer' | 'footerInConfidence' = 'footer',
): NoticeText {
  const versions = languagesFor(reader).map((language) => {
    const words = catalogues[language];
    const { subject, lines } = draft(words, language);
    return {
      subject,
      text: [...lines, '', ...(link === null ? [] : [words.link(link), '']), words[footer]].join('\n'),
    };
  });
  return {
    subject: [...new Set(versions.map((version) => version.subject))].join(' / '),
    text: versions.map((version) => version.text).join('\n\n----------\n\n'),
  };
}

/**
 * The mail to a role, made of the facts that `noticeFacts` lets that role have. `link` opens the report in the tab;
 * null where the reader may not open it. Both languages, Welsh first, when the reader's is not known. X-SAFE-1, B-CY-3.
 */
export function composeNotice<R extends NoticeRole>(
  role: R,
  facts: NoticeFactsByRole[R],
  reader: Reader,
  link: string | null,
): NoticeText {
  // The compiler cannot follow a role from the catalogue's function to its facts; the signature above can.
  const draft = (words: typeof noticeEn) => (words[role] as (facts: NoticeFactsByRole[R]) => Draft)(facts);
  return composeMail(reader, link, draft, role === 'healthEnquiries' ? 'footerInConfidence' : 'footer');
}

/** The mail to manager and reporter after Security acknowledged; `at` is UTC. BEH-8.3-1. */
export function composeAcknowledgement(
  facts: { reference: string; at: string },
  reader: Reader,
  link: string | null,
): NoticeText {
  return composeMail(reader, link, (words) => words.acknowledged(facts));
}

/** The mail about a later step. BEH-8.2-1, BEH-4.3-2, C-06. */
export function composeStep<S extends StepNotice>(
  step: S,
  facts: StepFacts<S>,
  reader: Reader,
  link: string | null,
): NoticeText {
  return composeMail(reader, link, (_, language) =>
    (stepCatalogues[language][step] as (facts: StepFacts<S>) => Draft)(facts),
  );
}

/** The mail of a clock: a reminder, or word to somebody above. Model 4.4, X-SAFE-1 */
export function composeClock(name: ClockNotice, facts: ClockFacts, reader: Reader, link: string | null): NoticeText {
  return composeMail(reader, link, (_, language) => clockCatalogues[language][name](facts));
}
