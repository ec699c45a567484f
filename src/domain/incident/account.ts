import type {
  AbuseReason,
  AbuseTag,
  AssaultDegree,
  AttachmentType,
  Background,
  BombMood,
  BombSpeech,
  CallEnder,
  DemandTag,
  Helper,
  HostilityStrand,
  Line,
  NameSource,
  PropertyOwner,
  Recognition,
  Ring,
  Situation,
  Voice,
  Whereabouts,
  WitnessRole,
  YesNoUnsure,
} from './account-vocabulary.ts';
import type { Staff } from './staff.ts';
import type { Severity } from './vocabulary.ts';

/** A step of a procedure that the person ticked. `stepId` is unique within its procedure. COM-3a-1, COM-3d-8. */
export interface StepMark {
  stepId: string;
  /** UTC, ISO 8601. */
  at: string;
}

/** A line written while it happened. COM-3d-6. */
export interface TimedNote {
  /** UTC, ISO 8601. */
  at: string;
  text: string;
}

/** Annex A. Everything but the first five fields may be unknown: empty text or null. ANX-1 to ANX-17. */
export interface CallRecord {
  branch: string;
  division: string;
  extension: string;
  /** What the call was like, besides the facts and the exact words. ANX-8 */
  characteristics: string;
  background: Background[];
  backgroundOther: string;
  line: Line | null;
  voice: Voice | null;
  accent: string;
  otherVoice: string;
  nameUsed: YesNoUnsure | null;
  /** Only when the name was used. ANX-12 */
  nameSource: NameSource | null;
  recognised: Recognition | null;
  /** Only when the voice was recognised: who, and why the person thinks so. ANX-13 */
  recognisedAs: string;
  ring: Ring | null;
  /** Id of the question put to the switchboard; null when none was. COM-4.1-2 */
  switchboardQueryId: string | null;
  numberShown: string;
  /** What 1471 said. */
  number1471: string;
  /** UTC; null when no warning was given. COM-3a-1 */
  warnedAt: string | null;
  endedBy: CallEnder | null;
  voicemailLeft: boolean;
  abuseReasons: AbuseReason[];
  /** Nobody knows which colleague it was, and the records of the extension are asked for. COM-3f-3 */
  callRecordsWanted: boolean;
}

/** The checklist for a bomb call; worth saving empty. COM-3e-4, B-BOMB-1, C-05. */
export interface BombRecord {
  exactWords: string;
  whereNow: string;
  whenDetonates: string;
  appearance: string;
  trigger: string;
  placedByCaller: YesNoUnsure | null;
  why: string;
  callerName: string;
  callerAddress: string;
  callerNumber: string;
  callerOrganisation: string;
  speech: BombSpeech[];
  moods: BombMood[];
  voice: Voice | null;
  age: string;
  nationality: string;
  accent: string;
  background: Background[];
  backgroundOther: string;
  numberCalled: string;
  /** UTC; when a colleague told them, as far as the person saw it. COM-3e-1, COM-3e-2 */
  toldSecurityAt: string | null;
  toldPoliceAt: string | null;
  colleague: Staff | null;
}

/** A call for help. Neutral by design; nothing in it is ever used against anyone. COM-3d, B-SUI-1, C-32. */
export interface WelfareRecord {
  immediateDanger: YesNoUnsure | null;
  harmDone: YesNoUnsure | null;
  location: string;
  callbackNumber: string;
  contacted: { who: Helper; at: string }[];
  /** About health or social services: the record goes to the configured mailbox. COM-3d-7 */
  healthMatter: YesNoUnsure | null;
}

export interface Witness {
  role: WitnessRole;
  /** Null for someone who does not work here. BEH-8.5-1 */
  staff: Staff | null;
  name: string;
}

/** POL-4.3-1, C-04. The absence is health data: manager and HR only (BEH-13.1-1). */
export interface AssaultRecord {
  degree: AssaultDegree;
  injured: boolean;
  injuryNote: string;
  absentFrom: string | null;
  absentTo: string | null;
}

/** An expected visitor about whom someone is worried. BEH-4.2-1 */
export interface VisitorRecord {
  visitor: string;
  /** `YYYY-MM-DD`. */
  expectedOn: string | null;
  siteId: string | null;
  concern: string;
}

/** A file that the reporter's device sends as evidence after the report. POL-3.1-1, COM-3a-6, COM-7.1-1. */
export interface AttachmentClaim {
  /** Unique within the report. */
  id: string;
  type: AttachmentType;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Lower-case hex, taken on the device. B-EVD-1 */
  sha256: string;
  /** UTC. */
  capturedAt: string;
}

/** Who the other person is, as far as known; copied to nobody but those who may read the incident. F19 */
export interface OtherParty {
  name: string;
  number: string;
  address: string;
  account: string;
  link: string;
}

/**
 * What the reporter told in the tab, beyond the facts the rules look at. Null in a report that came out of Outlook.
 * Texts may be empty, lists too: a quick log has next to nothing of it and grows later (BEH-1.1-1).
 */
export interface Account {
  situation: Situation;
  /** "About": the time is the person's guess. ANX-7 */
  isTimeApproximate: boolean;
  /** UTC. */
  endedAt: string | null;
  /** Why it is told so late; BEH-8.4-1. */
  lateReason: string;
  /** What was said or written, in the very words. Covered on every screen, in no notice (X-SAFE-1). */
  verbatim: string;
  place: { siteId: string | null; where: Whereabouts; detail: string; loneWorking: boolean };
  /** Whom it happened to, when someone else reports it. X-SAFE-2 */
  onBehalfOf: Staff | null;
  /** Others it happened to. BEH-8.14-1 */
  affected: Staff[];
  otherParty: OtherParty;
  abuseTags: AbuseTag[];
  demandTags: DemandTag[];
  hostility: HostilityStrand[];
  /** Effect on workload, time and resources. COM-1.2-1 */
  demandImpact: string;
  /** The same person has done it before. COM-8.1-1 */
  repeated: boolean;
  property: PropertyOwner | null;
  /** Why the person thinks the home is known; never the address. BEH-7.1-2 */
  homeThreatReason: string;
  /** Advice on security at home: private to reporter and Security. BEH-7.1-3 */
  homeAdvice: 'notAsked' | 'wanted' | 'declined';
  /** PREV-dont-2 */
  stoppedForSafety: boolean;
  seemedIntoxicated: boolean;
  /** The customer's own matter still waits for an answer. POL-1.2-1 */
  underlyingIssueOpen: YesNoUnsure | null;
  /** Raised by the person, never lowered. Model 1.5 */
  raisedSeverity: Severity | null;
  witnesses: Witness[];
  steps: StepMark[];
  notes: TimedNote[];
  call: CallRecord | null;
  bomb: BombRecord | null;
  welfare: WelfareRecord | null;
  assault: AssaultRecord | null;
  visitor: VisitorRecord | null;
  attachments: AttachmentClaim[];
  /** Findings of the wording check that were on screen when it was sent. BEH-14.2-1 */
  wordingFindings: number;
}
