import type { Incident } from '../../domain/incident/incident.ts';
import type { Language, Role } from '../../domain/incident/vocabulary.ts';
import type { Notice } from '../notices.ts';

export interface NoticeMail {
  subject: string;
  text: string;
  importance: 'normal' | 'high';
}

/** Puts notices into words. Nothing but the allow-list of facts goes in (X-SAFE-1). */
export interface NoticeWriter {
  /** `language` null: in both (B-CY-3). Null when this role gets no such notice. */
  mail(incident: Incident, notice: Notice, role: Role, language: Language | null): NoticeMail | null;
  /** The mail that carries a released original to IT Security. */
  releasedOriginal(incident: Incident, language: Language | null): NoticeMail;
  /** The card as everyone who has it sees it. `memberId` is whom it may refresh for. */
  card(incident: Incident, memberId: string | null): object;
  /** What the manager alone is shown on refresh. */
  detailsCard(incident: Incident, memberId: string | null): object;
}
