import { isClockNotice } from '../../application/apply-clocks.ts';
import type { Notice, PutBackNotice } from '../../application/notices.ts';
import type { AbsenceRecord } from '../../application/ports/absences.ts';
import type { CardViewer, NoticeMail, NoticeSubject, NoticeWriter } from '../../application/ports/notice-writer.ts';
import { managerGoneCard, privateManagerCard, sharedManagerCard } from '../../cards/manager-card.ts';
import type { ManagerCardInput } from '../../cards/parts.ts';
import { answerDueAt } from '../../domain/deadlines/answer-clock.ts';
import type { ClockSettings } from '../../domain/deadlines/deadline-settings.ts';
import { type AnswerNotice, answerNotices, lastMeetingDay } from '../../domain/incident/answer-as-manager.ts';
import { originalOf } from '../../domain/incident/evidence-names.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { noticeRoleOf } from '../../domain/incident/notice-allow-list.ts';
import { noticeFacts, type SiteNames } from '../../domain/incident/notice-facts.ts';
import type { SwitchboardQuestion } from '../../domain/incident/switchboard-question.ts';
import type { Language, Role } from '../../domain/incident/vocabulary.ts';
import { opensRecord } from '../../domain/permissions/opens-record.ts';
import {
  composeAcknowledgement,
  composeClock,
  composeNotice,
  composeStep,
  type NoticeText,
} from '../../words/compose-notice.ts';
import {
  composeStandInChosen,
  composeStandInEnded,
  composeStatementAsked,
  composeTeamAlert,
} from '../../words/compose-team.ts';
import type { DeepLinks } from './deep-links.ts';

const managerRoles: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate']);
/** Whoever must act at once, however the incident is judged. */
const pressingRoles: ReadonlySet<Role> = new Set(['facilities', 'healthEnquiries', 'switchboard']);
/** Somebody waits for protection, or has waited for an answer too long. */
const pressingClocks: ReadonlySet<Notice> = new Set([
  'taskReminder',
  'acknowledgeOverdue',
  'answerEscalated',
  'answerUnheard',
]);
const urgentSeverities: ReadonlySet<Incident['severity']> = new Set(['serious', 'critical']);

/** Mails and cards out of the catalogues. Facts come from the allow-list of each role and from nowhere else (X-SAFE-1). */
export class CatalogueNoticeWriter implements NoticeWriter {
  readonly #links: DeepLinks;
  readonly #sites: () => SiteNames;
  readonly #now: () => { at: string; clocks: ClockSettings };

  /** `sites` gives the names of places as the configuration has them now; `now` the time (UTC) and how long people have. */
  constructor(links: DeepLinks, sites: () => SiteNames, now: () => { at: string; clocks: ClockSettings }) {
    this.#links = links;
    this.#sites = sites;
    this.#now = now;
  }

  mail(subject: NoticeSubject, notice: Notice, role: Role, language: Language | null): NoticeMail | null {
    const text = this.#text(subject, notice, role, language);
    return text && { ...text, importance: importanceOf(subject.incident, notice, role) };
  }

  putBack(
    { incident, itemId }: NoticeSubject,
    { notice, columns }: { notice: PutBackNotice; columns: readonly string[] },
    language: Language | null,
  ): NoticeMail {
    const { reference, boundary } = incident;
    // Whoever owns the site keeps no register: they are led nowhere.
    const link = notice === 'putBackOther' ? null : this.#links.incident(boundary, itemId);
    const text = composeStep(notice, { reference, columns }, language, link);
    return { ...text, importance: notice === 'rowChangedByOther' ? 'high' : 'normal' };
  }

  rowByHand(notice: 'rowAdded' | 'rowDeleted', row: string, language: Language | null): NoticeMail {
    return { ...composeStep(notice, { row }, language, null), importance: 'high' };
  }

  siteChanged(what: Parameters<NoticeWriter['siteChanged']>[0]): NoticeMail {
    return { ...composeStep('siteChanged', what, null, null), importance: 'high' };
  }

  releasedOriginal({ incident }: NoticeSubject, language: Language | null): NoticeMail {
    const sha256 = originalOf(incident)?.sha256 ?? '';
    const text = composeStep('releasedOriginal', { reference: incident.reference, sha256 }, language, null);
    return { ...text, importance: 'high' };
  }

  switchboardQuestion({ callAt, extension }: SwitchboardQuestion, language: Language | null): NoticeMail {
    const text = composeNotice('switchboard', { callAt, extension }, language, this.#links.switchboard());
    return { ...text, importance: 'normal' };
  }

  standIn({ manager, deputy, from, until, mode }: AbsenceRecord, what: 'chosen' | 'ended'): NoticeMail {
    const facts = { manager: manager.name, from, until, isAlone: mode === 'alone' };
    const text =
      what === 'chosen'
        ? composeStandInChosen(facts, deputy.language, this.#links.team())
        : composeStandInEnded(facts, deputy.language);
    return { ...text, importance: 'normal' };
  }

  statementRequest({ incident }: NoticeSubject, statementId: string, isReminder: boolean): NoticeMail | null {
    const { reference, report, statements, severity, reportedAt } = incident;
    const statement = statements.find(({ id }) => id === statementId);
    if (!statement?.witness.staff) return null;
    const { asked, role } = statement;
    const { language } = statement.witness.staff;
    const link = this.#links.statement(report.submissionId, statementId);
    if (isReminder) {
      const text = composeClock('statementReminder', { reference, severity, reportedAt }, language, link);
      return { ...text, importance: 'normal' };
    }
    const facts = { reference, when: report.occurredAt, askedBy: asked.by.name, role };
    return { ...composeStatementAsked(facts, language, link), importance: 'normal' };
  }

  teamAlert({ incident: { teamAlert } }: NoticeSubject, language: Language | null): NoticeMail | null {
    if (!teamAlert) return null;
    const facts = { sender: teamAlert.by.name, measures: teamAlert.measures };
    return { ...composeTeamAlert(facts, language), importance: 'high' };
  }

  card(subject: NoticeSubject, viewer: CardViewer): object {
    return sharedManagerCard(this.#cardInput(subject, viewer));
  }

  detailsCard(subject: NoticeSubject, viewer: CardViewer): object {
    return privateManagerCard(this.#cardInput(subject, viewer));
  }

  goneCard(language: Language | null): object {
    return managerGoneCard(language);
  }

  #text(subject: NoticeSubject, notice: Notice, role: Role, language: Language | null): NoticeText | null {
    const { incident } = subject;
    const { reference, state, severity, reportedAt } = incident;
    const link = this.#linkFor(subject, role);
    if (notice === 'managerUnreached' || notice === 'recipientUnreached') {
      return composeStep(notice, { reference }, language, link);
    }
    if (isClockNotice(notice)) return composeClock(notice, { reference, severity, reportedAt }, language, link);
    if (isBeside(notice)) return composeStep(notice, { reference }, language, link);
    if (notice === 'askReporter' && role === 'reporter') return composeStep('asked', { reference }, language, link);
    if (notice === 'answerManager') return composeStep('answered', { reference }, language, link);
    if (notice === 'forwardOverdue' && role === 'security') {
      return composeStep('commentAwaited', { reference }, language, link);
    }
    if (notice === 'forwardToSecurity' && role === 'security') {
      return composeStep('managerCommented', { reference }, language, link);
    }
    if (notice === 'acknowledge' && incident.acknowledgement) {
      return composeAcknowledgement({ reference, at: incident.acknowledgement.at }, language, link);
    }
    if (notice !== 'reported' && managerRoles.has(role)) {
      return composeStep('managerMoved', { reference, state }, language, link);
    }
    if (notice === 'withdraw' && role !== 'reporter') return composeStep('withdrawn', { reference }, language, link);
    const noticeRole = noticeRoleOf(role);
    return noticeRole && composeNotice(noticeRole, noticeFacts(incident, noticeRole, this.#sites()), language, link);
  }

  /** Null for a role that may not open the record. */
  #linkFor({ incident, itemId }: NoticeSubject, role: Role): string | null {
    if (role === 'reporter') return this.#links.report(incident.report.submissionId);
    if (managerRoles.has(role)) return this.#links.answer(incident.report.submissionId);
    return opensRecord(role, incident.boundary) ? this.#links.incident(incident.boundary, itemId) : null;
  }

  #cardInput({ incident }: NoticeSubject, { memberId, language }: CardViewer): ManagerCardInput {
    const link = this.#links.answer(incident.report.submissionId);
    const { at, clocks } = this.#now();
    return {
      incident,
      reader: language,
      link,
      managerMri: memberId ?? '',
      at,
      answerBy: answerDueAt(incident, clocks),
      meetingBy: lastMeetingDay(incident, clocks.deadlines),
    };
  }
}

function isBeside(notice: Notice): notice is AnswerNotice {
  return (answerNotices as readonly string[]).includes(notice);
}

function importanceOf(incident: Incident, notice: Notice, role: Role): NoticeMail['importance'] {
  if (notice === 'policeAsked' || notice === 'guardsAsked') return 'high';
  if (notice === 'managerUnreached' || notice === 'recipientUnreached') return 'high';
  const isGrave = urgentSeverities.has(incident.severity);
  if (isClockNotice(notice)) return isGrave || pressingClocks.has(notice) ? 'high' : 'normal';
  if (notice === 'forwardOverdue' && role === 'security') return isGrave ? 'high' : 'normal';
  const isPressing = isGrave || pressingRoles.has(role);
  return notice === 'reported' && isPressing ? 'high' : 'normal';
}
