import type { Account, BombRecord, CallRecord, OtherParty, WelfareRecord } from './account.ts';
import type { Situation } from './account-vocabulary.ts';

const unknownParty: OtherParty = { name: '', number: '', address: '', account: '', link: '' };

/** An account of which nothing is told yet. */
export function emptyAccount(situation: Situation): Account {
  return {
    situation,
    isTimeApproximate: false,
    endedAt: null,
    lateReason: '',
    verbatim: '',
    place: { siteId: null, where: 'unknown', detail: '', loneWorking: false },
    onBehalfOf: null,
    affected: [],
    otherParty: unknownParty,
    abuseTags: [],
    demandTags: [],
    hostility: [],
    demandImpact: '',
    repeated: false,
    property: null,
    homeThreatReason: '',
    homeAdvice: 'notAsked',
    stoppedForSafety: false,
    seemedIntoxicated: false,
    underlyingIssueOpen: null,
    raisedSeverity: null,
    witnesses: [],
    steps: [],
    notes: [],
    call: null,
    bomb: null,
    welfare: null,
    assault: null,
    visitor: null,
    attachments: [],
    wordingFindings: 0,
  };
}

/** Annex A with nothing filled in. */
export function emptyCall(): CallRecord {
  return {
    branch: '',
    division: '',
    extension: '',
    characteristics: '',
    background: [],
    backgroundOther: '',
    line: null,
    voice: null,
    accent: '',
    otherVoice: '',
    nameUsed: null,
    nameSource: null,
    recognised: null,
    recognisedAs: '',
    ring: null,
    switchboardQueryId: null,
    numberShown: '',
    number1471: '',
    warnedAt: null,
    endedBy: null,
    voicemailLeft: false,
    abuseReasons: [],
    callRecordsWanted: false,
  };
}

/** The bomb checklist with nothing filled in; it may be saved so. COM-3e-4 */
export function emptyBomb(): BombRecord {
  return {
    exactWords: '',
    whereNow: '',
    whenDetonates: '',
    appearance: '',
    trigger: '',
    placedByCaller: null,
    why: '',
    callerName: '',
    callerAddress: '',
    callerNumber: '',
    callerOrganisation: '',
    speech: [],
    moods: [],
    voice: null,
    age: '',
    nationality: '',
    accent: '',
    background: [],
    backgroundOther: '',
    numberCalled: '',
    toldSecurityAt: null,
    toldPoliceAt: null,
    colleague: null,
  };
}

export function emptyWelfare(): WelfareRecord {
  return {
    immediateDanger: null,
    harmDone: null,
    location: '',
    callbackNumber: '',
    contacted: [],
    healthMatter: null,
  };
}
