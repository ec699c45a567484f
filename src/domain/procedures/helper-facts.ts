import type { Account, StepMark } from '../incident/account.ts';
import type { AbuseReason, Ring, YesNoUnsure } from '../incident/account-vocabulary.ts';
import type { OfficeHours } from '../incident/incident.ts';

/** What the steps of a procedure depend on. Whatever is not known yet is null, false or `unknown`, and hides no help. */
export interface HelperFacts {
  /** The call or meeting is over: from now on the steps for afterwards. */
  hasEnded: boolean;
  violenceThreatened: boolean;
  particularlyAbusive: boolean;
  /** COM-3a-0 */
  abuseReasons: readonly AbuseReason[];
  /** `unknown` also when the person is at home or travelling: the call may be about any building. COM-3e-3 */
  place: 'cathaysPark' | 'otherSite' | 'unknown';
  /** The chosen site has its own instructions for a bomb call. COM-3e-2 */
  hasSiteInstructions: boolean;
  /** At the start of the call, not now. COM-3a-3 */
  officeHours: OfficeHours;
  /** The person's own setting; null when they have never said. COM-3a-5 */
  hasVoicemail: boolean | null;
  voicemailLeft: boolean;
  ring: Ring | null;
  /** Someone on the other end who can be named; null when not known. COM-3f-3 */
  callerKnown: boolean | null;
  managerInvolved: boolean;
  immediateDanger: YesNoUnsure | null;
  harmDone: YesNoUnsure | null;
  locationKnown: boolean;
  /** Somebody was asked to fetch help while the call went on. */
  helpAsked: boolean;
  /** The organisation knows the caller, and the person may know that. COM-3d-2 */
  knownContact: boolean;
}

/** Before anything has been said. */
export const noHelperFacts: HelperFacts = {
  hasEnded: false,
  violenceThreatened: false,
  particularlyAbusive: false,
  abuseReasons: [],
  place: 'unknown',
  hasSiteInstructions: false,
  officeHours: 'inHours',
  hasVoicemail: null,
  voicemailLeft: false,
  ring: null,
  callerKnown: null,
  managerInvolved: false,
  immediateDanger: null,
  harmDone: null,
  locationKnown: false,
  helpAsked: false,
  knownContact: false,
};

/** Steps during the call by which help is fetched. Ringing afterwards is none of them: a step that was ticked stays in sight. */
const helpSteps = new Set(['askColleague', 'ambulance', 'askAtCathaysPark', 'askAtOtherSite', 'siteInstructions']);

const asksForHelp = ({ stepId }: StepMark) => helpSteps.has(stepId);

/** What a record so far says of the facts. `site` is the chosen building, null while none is chosen. */
export function helperFactsOf(
  record: {
    violenceThreatened: boolean;
    particularlyAbusive: boolean;
    managerImplicated: boolean;
    account: Account;
  },
  given: {
    site: { isCathaysPark: boolean; bombInstructions: unknown } | null;
    officeHours: OfficeHours;
    hasVoicemail: boolean | null;
    knownContact: boolean;
  },
): HelperFacts {
  const { account } = record;
  const { call, bomb, welfare } = account;
  const { site } = given;
  return {
    hasEnded: account.endedAt !== null,
    violenceThreatened: record.violenceThreatened,
    particularlyAbusive: record.particularlyAbusive,
    abuseReasons: call?.abuseReasons ?? [],
    place: site === null ? 'unknown' : site.isCathaysPark ? 'cathaysPark' : 'otherSite',
    hasSiteInstructions: site !== null && site.bombInstructions !== null,
    officeHours: given.officeHours,
    hasVoicemail: given.hasVoicemail,
    voicemailLeft: account.situation === 'voicemail' || call?.voicemailLeft === true,
    ring: call?.ring ?? null,
    callerKnown: callerKnown(account),
    managerInvolved: record.managerImplicated,
    immediateDanger: welfare?.immediateDanger ?? null,
    harmDone: welfare?.harmDone ?? null,
    locationKnown: (welfare?.location.trim() ?? '') !== '',
    helpAsked:
      account.steps.some(asksForHelp) ||
      (welfare?.contacted.length ?? 0) > 0 ||
      (bomb !== null && (bomb.toldPoliceAt !== null || bomb.toldSecurityAt !== null)),
    knownContact: given.knownContact,
  };
}

function callerKnown({ call, otherParty }: Account): boolean | null {
  if (call?.recognised === 'yes' || otherParty.name.trim() !== '') return true;
  return call?.recognised === 'no' ? false : null;
}
