import type { Account } from '../domain/incident/account.ts';
import type { Situation } from '../domain/incident/account-vocabulary.ts';
import { emptyAccount, emptyBomb, emptyCall, emptyWelfare } from '../domain/incident/empty-account.ts';
import type { Report } from '../domain/incident/report.ts';
import { accountLimits } from '../domain/incident/report-limits.ts';
import type { Staff } from '../domain/incident/staff.ts';
import type { Behaviour, Channel, InformationRequestAnswer, Kind, Language } from '../domain/incident/vocabulary.ts';
import { findPostcodes } from '../domain/wording/postcode.ts';

/** Longest text of the facts field, in UTF-16 units. */
export const incidentFactsLimit = accountLimits.text;

/** A late report asks for its reason after this many days; it is taken without one. BEH-8.4-1 */
const lateAfterDays = 7;

/** What the person has told so far in the tab, kept on the device from the first tap. Its id is the later submission id. */
export interface IncidentDraft {
  /** 26 characters, Crockford base 32, made on the device. */
  id: string;
  /** UTC, ISO 8601, of the first tap. */
  startedAt: string;
  /** `live`: it is happening now, steps first. `form`: it is over. COM-3.3-1 */
  phase: 'live' | 'form';
  kind: Kind;
  behaviours: Behaviour[];
  towardsFamily: boolean;
  homeThreat: boolean;
  violenceThreatened: boolean;
  weaponMentioned: boolean;
  particularlyAbusive: boolean;
  facts: string;
  /** UTC, ISO 8601. */
  occurredAt: string;
  /** Someone chosen instead of the directory's manager; null keeps the directory's. */
  chosenManager: Staff | null;
  managerImplicated: boolean;
  informationRequest: InformationRequestAnswer;
  account: Account;
  language: Language;
  /** Something is added to a report that was sent: then the id is that report's. Null in a report that nobody has yet. BEH-14.1-1 */
  amending: { note: string /** Files that were sent with it. */; filedIds: string[] } | null;
}

/** A draft as the first tap makes it. `now` is when it happened until the person says otherwise. */
export function newIncidentDraft(given: {
  id: string;
  situation: Situation;
  kind: Kind;
  phase: IncidentDraft['phase'];
  language: Language;
  now: string;
}): IncidentDraft {
  const { id, situation, kind, phase, language, now } = given;
  const account = emptyAccount(situation);
  const isCall = situation === 'call' || situation === 'voicemail';
  return {
    id,
    startedAt: now,
    phase,
    kind,
    behaviours: [],
    towardsFamily: false,
    homeThreat: situation === 'homeThreat',
    violenceThreatened: false,
    weaponMentioned: false,
    particularlyAbusive: false,
    facts: '',
    occurredAt: now,
    chosenManager: null,
    managerImplicated: false,
    informationRequest: 'notAsked',
    account: {
      ...account,
      call: isCall ? emptyCall() : null,
      bomb: kind === 'bombThreat' ? emptyBomb() : null,
      welfare: kind === 'suicideThreat' ? emptyWelfare() : null,
    },
    language,
    amending: null,
  };
}

const channelOf: Record<Situation, Channel> = {
  call: 'phone',
  voicemail: 'voicemail',
  emailElsewhere: 'email',
  letter: 'letter',
  inPerson: 'inPerson',
  socialMedia: 'socialMedia',
  otherElectronic: 'otherElectronic',
  visitorConcern: 'inPerson',
  safetyConcern: 'inPerson',
  homeThreat: 'inPerson',
};

export type IncidentProblem =
  | { field: 'occurredAt'; code: 'inFuture' | 'notATime' }
  | { field: 'facts'; code: 'tooLong' }
  | { field: 'visitor'; code: 'visitorMissing' }
  | { field: 'homeThreatReason'; code: 'holdsPostcode' };

/** What keeps the draft from being reported, in the order of the form; nearly nothing does (BEH-1.1-1, COM-3d-8, COM-3e-4). */
export function findIncidentProblems(draft: IncidentDraft, now: Date): IncidentProblem[] {
  const problems: IncidentProblem[] = [];
  const at = Date.parse(draft.occurredAt);
  if (Number.isNaN(at)) problems.push({ field: 'occurredAt', code: 'notATime' });
  else if (at > now.getTime() + 60_000) problems.push({ field: 'occurredAt', code: 'inFuture' });
  if (draft.facts.length > incidentFactsLimit) problems.push({ field: 'facts', code: 'tooLong' });
  const { visitor, situation, homeThreatReason } = draft.account;
  if (situation === 'visitorConcern' && !visitor?.visitor.trim()) {
    problems.push({ field: 'visitor', code: 'visitorMissing' });
  }
  if (findPostcodes(homeThreatReason).length > 0) problems.push({ field: 'homeThreatReason', code: 'holdsPostcode' });
  return problems;
}

/** True when the form should ask why it is told so late. BEH-8.4-1 */
export function isLate(draft: Pick<IncidentDraft, 'occurredAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(draft.occurredAt) > lateAfterDays * 86_400_000;
}

/**
 * The report as it goes into Intake. Answers to questions that were not asked are left out: the welfare path carries no
 * behaviour and no aggravating mark (COM-3d-1, C-32).
 */
export function composeIncidentReport(
  draft: IncidentDraft,
  given: { directoryManagerId: string | null; submittedAt: string },
): Report {
  const isWelfare = draft.kind === 'suicideThreat';
  const { account } = draft;
  const { welfare } = account;
  return {
    schema: 1,
    submissionId: draft.id,
    channel: channelOf[account.situation],
    kind: draft.kind,
    behaviours: isWelfare ? [] : draft.behaviours,
    towardsFamily: !isWelfare && draft.towardsFamily,
    homeThreat: !isWelfare && draft.homeThreat,
    violenceThreatened: !isWelfare && draft.violenceThreatened,
    weaponMentioned: !isWelfare && draft.weaponMentioned,
    immediateDanger: isWelfare && (welfare?.immediateDanger === 'yes' || welfare?.harmDone === 'yes'),
    particularlyAbusive: !isWelfare && draft.particularlyAbusive,
    facts: draft.facts.trim(),
    occurredAt: draft.occurredAt,
    manager: {
      chosenId: draft.chosenManager?.id ?? given.directoryManagerId,
      implicated: draft.managerImplicated,
    },
    informationRequest: draft.informationRequest,
    email: null,
    account: isWelfare
      ? { ...account, abuseTags: [], demandTags: [], hostility: [], raisedSeverity: null, assault: null }
      : account,
    language: draft.language,
    submittedAt: given.submittedAt,
  };
}
