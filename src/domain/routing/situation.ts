import type { OfficeHours } from '../incident/incident.ts';
import type { Report } from '../incident/report.ts';
import { isSerious, severityRank } from '../incident/severity.ts';
import type { Severity } from '../incident/vocabulary.ts';

/** What the rules look at in a report. */
export type RoutedReport = Pick<
  Report,
  | 'channel'
  | 'kind'
  | 'behaviours'
  | 'towardsFamily'
  | 'homeThreat'
  | 'violenceThreatened'
  | 'weaponMentioned'
  | 'immediateDanger'
  | 'particularlyAbusive'
  | 'informationRequest'
  | 'account'
>;

/** What is known beyond the report itself; channels other than e-mail ask for it. */
export interface Circumstances {
  place: 'cathaysPark' | 'otherSite' | 'offPremises' | 'unknown';
  voicemailLeft: boolean;
  externalRing: boolean;
  /** The same person, again. */
  repeated: boolean;
  /** A suicide threat about health or social services. COM-3d-7 */
  healthMatter: boolean;
  /** An expected visitor about whom someone is worried. BEH-4.2-1 */
  visitorConcern: boolean;
  /** Calls are to come by the switchboard from now on. COM-5.1-4 */
  switchboardArrangement: boolean;
  /** Deputy director has granted leave to refuse responses. COM-5.2-1 */
  refusalGranted: boolean;
  /** Call records of an extension have been authorised. COM-3f-3 */
  callRecordsAuthorised: boolean;
  /** Someone is in danger now. */
  danger: boolean;
  /** The reporter's business area wants people of its own told. BEH-8.2-3 */
  areaArrangement: boolean;
}

export const noCircumstances: Circumstances = {
  place: 'unknown',
  voicemailLeft: false,
  externalRing: false,
  repeated: false,
  healthMatter: false,
  visitorConcern: false,
  switchboardArrangement: false,
  refusalGranted: false,
  callRecordsAuthorised: false,
  danger: false,
  areaArrangement: false,
};

export interface Situation {
  report: RoutedReport;
  circumstances: Circumstances;
  severity: Severity;
  officeHours: OfficeHours;
}

export type Condition = (situation: Situation) => boolean;

/** Neither kind nor behaviour nor any mark: a worry only. BEH-4.1-2. */
export const isConcernOnly: Condition = ({ report }) =>
  report.kind === 'none' &&
  report.behaviours.length === 0 &&
  !report.towardsFamily &&
  !report.homeThreat &&
  !report.violenceThreatened &&
  !report.weaponMentioned &&
  !report.immediateDanger &&
  !report.particularlyAbusive;

export const isOutOfHours: Condition = ({ officeHours }) => officeHours !== 'inHours';
export const isSeriousOrWorse: Condition = ({ severity }) => severityRank(severity) >= severityRank('serious');
export const isSeriousIncident: Condition = ({ report, severity }) => isSerious(report, severity);
export const isViolent: Condition = ({ report }) =>
  report.violenceThreatened ||
  report.weaponMentioned ||
  report.behaviours.some((each) => each === 'physicalAssault' || each === 'attemptedAssault');
export const isCall: Condition = ({ report }) => report.channel === 'phone' || report.channel === 'voicemail';
/** A message was left that must be kept. COM-3a-6. */
export const isVoicemail: Condition = ({ report, circumstances }) =>
  report.channel === 'voicemail' || circumstances.voicemailLeft;
