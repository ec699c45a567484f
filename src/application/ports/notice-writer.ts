import type { Incident } from '../../domain/incident/incident.ts';
import type { SwitchboardQuestion } from '../../domain/incident/switchboard-question.ts';
import type { Language, Role } from '../../domain/incident/vocabulary.ts';
import type { Notice } from '../notices.ts';

export interface NoticeMail {
  subject: string;
  text: string;
  importance: 'normal' | 'high';
}

/** The incident a notice is about, and its row in the register for links into the tab. */
export interface NoticeSubject {
  incident: Incident;
  itemId: string;
}

/** Puts notices into words. Nothing but the allow-list of facts goes in (X-SAFE-1). */
export interface NoticeWriter {
  /** `language` null: in both (B-CY-3). Null when this role gets no such notice. */
  mail(subject: NoticeSubject, notice: Notice, role: Role, language: Language | null): NoticeMail | null;
  /** The mail that carries a released original to IT Security. */
  releasedOriginal(subject: NoticeSubject, language: Language | null): NoticeMail;
  /** The mail that asks the switchboard: time and extension, and nothing else. COM-4.1-2 */
  switchboardQuestion(question: SwitchboardQuestion, language: Language | null): NoticeMail;
  /** The card as everyone who has it sees it. `memberId` is whom it may refresh for. */
  card(subject: NoticeSubject, memberId: string | null): object;
  /** What the manager alone is shown on refresh. */
  detailsCard(subject: NoticeSubject, memberId: string | null): object;
}
