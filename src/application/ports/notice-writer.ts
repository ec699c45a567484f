import type { Incident } from '../../domain/incident/incident.ts';
import type { SwitchboardQuestion } from '../../domain/incident/switchboard-question.ts';
import type { Language, Role } from '../../domain/incident/vocabulary.ts';
import type { Notice, PutBackNotice } from '../notices.ts';
import type { AbsenceRecord } from './absences.ts';
import type { GraveSiteFault } from './site-inspection.ts';

export interface NoticeMail {
  subject: string;
  text: string;
  importance: 'normal' | 'high';
}

/** Who sees a card. `memberId` is the person's id in the channel, for whom alone it may refresh; null while unknown. */
export interface CardViewer {
  memberId: string | null;
  /** Null: in both languages. */
  language: Language | null;
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
  /** To whoever changed a row by hand, or of it: what was put back, and what to do instead. `language` null: in both. */
  putBack(
    subject: NoticeSubject,
    what: { notice: PutBackNotice; columns: readonly string[] },
    language: Language | null,
  ): NoticeMail;
  /** Of a row (its number in the list) that somebody has added to a register, or deleted from it, by hand. */
  rowByHand(notice: 'rowAdded' | 'rowDeleted', row: string, language: Language | null): NoticeMail;
  /** That the site is no longer as it was made ready. In both languages: it goes to several offices. */
  siteChanged(what: { faults: readonly GraveSiteFault[]; lists: readonly string[] }): NoticeMail;
  /** The mail that carries a released original to IT Security. */
  releasedOriginal(subject: NoticeSubject, language: Language | null): NoticeMail;
  /** The mail that asks the switchboard: time and extension, and nothing else. COM-4.1-2 */
  switchboardQuestion(question: SwitchboardQuestion, language: Language | null): NoticeMail;
  /** To the substitute of an absence: that they were chosen, or that it has ended early. */
  standIn(absence: AbsenceRecord, what: 'chosen' | 'ended'): NoticeMail;
  /** To somebody who was there. Null when the record has no such statement. BEH-8.5-1 */
  statementRequest(subject: NoticeSubject, statementId: string, isReminder: boolean): NoticeMail | null;
  /** To one member of the team. Null when the record has no alert. BEH-8.6-1 */
  teamAlert(subject: NoticeSubject, language: Language | null): NoticeMail | null;
  /** The card as it stands in a holder's chat. */
  card(subject: NoticeSubject, viewer: CardViewer): object;
  /** What that holder alone is shown on refresh. */
  detailsCard(subject: NoticeSubject, viewer: CardViewer): object;
  /** In place of a card whose record is no longer there. */
  goneCard(language: Language | null): object;
}
