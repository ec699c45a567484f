import type { accountTermsEn } from '../../../words/account-terms.en.ts';
import type { incidentAccountEn } from '../../../words/incident-account.en.ts';

export type FieldPath = keyof typeof incidentAccountEn.fields;
export type GroupId = keyof typeof incidentAccountEn.groups;

/** How the value at a place of the report is said. A name is a list of words in the catalogues. */
export type Form =
  | 'text'
  | 'moment'
  | 'day'
  | 'yes'
  | 'staff'
  | 'site'
  | 'severity'
  | 'kind'
  | 'behaviour'
  | 'channel'
  | 'informationRequest'
  | 'party'
  | 'contacted'
  | 'step'
  | 'note'
  | 'attachment'
  | keyof typeof accountTermsEn;

interface Field {
  path: FieldPath;
  form: Form;
  /** Words of the other person, or the reporter's own telling: covered until asked for. COM-3b-6, X-SAFE-2 */
  isCovered?: true;
  /** Data on somebody's health: for HR and the manager, and not for Security. BEH-13.1-1 */
  isHealth?: true;
}

const field = (path: FieldPath, form: Form = 'text', more: Omit<Field, 'path' | 'form'> = {}): Field => ({
  path,
  form,
  ...more,
});
const covered = { isCovered: true } as const;
const health = { isHealth: true } as const;

/** An account as whoever keeps the register reads it, in this order. ANX, COM-3e-4, B-BOMB-1, COM-3d-7, BEH-4.2-1, POL-4.3-1. */
export const accountGroups: readonly { id: GroupId; fields: readonly Field[] }[] = [
  {
    id: 'welfare',
    fields: [
      field('account.welfare.immediateDanger', 'yesNoUnsure'),
      field('account.welfare.harmDone', 'yesNoUnsure'),
      field('account.welfare.location'),
      field('account.welfare.callbackNumber'),
      field('account.welfare.contacted', 'contacted'),
      field('account.welfare.healthMatter', 'yesNoUnsure'),
    ],
  },
  {
    id: 'bomb',
    fields: [
      field('account.bomb.exactWords', 'text', covered),
      field('account.bomb.whereNow'),
      field('account.bomb.whenDetonates'),
      field('account.bomb.appearance'),
      field('account.bomb.trigger'),
      field('account.bomb.placedByCaller', 'yesNoUnsure'),
      field('account.bomb.why'),
      field('account.bomb.callerName'),
      field('account.bomb.callerAddress'),
      field('account.bomb.callerNumber'),
      field('account.bomb.callerOrganisation'),
      field('account.bomb.speech', 'bombSpeech'),
      field('account.bomb.moods', 'bombMoods'),
      field('account.bomb.voice', 'voices'),
      field('account.bomb.age'),
      field('account.bomb.nationality'),
      field('account.bomb.accent'),
      field('account.bomb.background', 'backgrounds'),
      field('account.bomb.backgroundOther'),
      field('account.bomb.numberCalled'),
      field('account.bomb.toldSecurityAt', 'moment'),
      field('account.bomb.toldPoliceAt', 'moment'),
      field('account.bomb.colleague', 'staff'),
    ],
  },
  {
    id: 'call',
    fields: [
      field('account.call.branch'),
      field('account.call.division'),
      field('account.call.extension'),
      field('account.call.characteristics', 'text', covered),
      field('account.call.abuseReasons', 'abuseReasons'),
      field('account.call.background', 'backgrounds'),
      field('account.call.backgroundOther'),
      field('account.call.line', 'lines'),
      field('account.call.voice', 'voices'),
      field('account.call.accent'),
      field('account.call.otherVoice'),
      field('account.call.nameUsed', 'yesNoUnsure'),
      field('account.call.nameSource', 'nameSources'),
      field('account.call.recognised', 'recognitions'),
      field('account.call.recognisedAs'),
      field('account.call.ring', 'rings'),
      field('account.call.numberShown'),
      field('account.call.number1471'),
      field('account.call.warnedAt', 'moment'),
      field('account.call.endedBy', 'callEnders'),
      field('account.call.voicemailLeft', 'yes'),
      field('account.call.callRecordsWanted', 'yes'),
    ],
  },
  {
    id: 'assault',
    fields: [
      field('account.assault.degree', 'assaultDegrees'),
      field('account.assault.injured', 'yes'),
      field('account.assault.injuryNote', 'text', health),
      field('account.assault.absentFrom', 'day', health),
      field('account.assault.absentTo', 'day', health),
    ],
  },
  {
    id: 'visitor',
    fields: [
      field('account.visitor.visitor'),
      field('account.visitor.expectedOn', 'day'),
      field('account.visitor.siteId', 'site'),
      field('account.visitor.concern'),
    ],
  },
  {
    id: 'otherParty',
    fields: [
      field('account.otherParty.name'),
      field('account.otherParty.number'),
      field('account.otherParty.address'),
      field('account.otherParty.account'),
      field('account.otherParty.link'),
      field('account.repeated', 'yes'),
    ],
  },
  {
    id: 'place',
    fields: [
      field('account.situation', 'situations'),
      field('account.place.where', 'whereabouts'),
      field('account.place.siteId', 'site'),
      field('account.place.detail'),
      field('account.place.loneWorking', 'yes'),
      field('account.isTimeApproximate', 'yes'),
      field('account.endedAt', 'moment'),
      field('account.lateReason'),
    ],
  },
  {
    id: 'people',
    fields: [
      field('account.onBehalfOf', 'staff'),
      field('account.affected', 'staff'),
      field('account.witnesses', 'party'),
    ],
  },
  {
    id: 'conduct',
    fields: [
      field('account.abuseTags', 'abuseTags'),
      field('account.demandTags', 'demandTags'),
      field('account.demandImpact'),
      field('account.hostility', 'hostility'),
      field('account.property', 'propertyOwners'),
      field('account.homeThreatReason'),
      field('account.homeAdvice', 'homeAdvice'),
      field('account.stoppedForSafety', 'yes'),
      field('account.seemedIntoxicated', 'yes'),
      field('account.underlyingIssueOpen', 'yesNoUnsure'),
      field('account.raisedSeverity', 'severity'),
    ],
  },
];

/** What an amendment may change besides the fields shown above. */
const others: readonly Field[] = [
  field('channel', 'channel'),
  field('kind', 'kind'),
  field('behaviours', 'behaviour'),
  field('towardsFamily', 'yes'),
  field('homeThreat', 'yes'),
  field('violenceThreatened', 'yes'),
  field('weaponMentioned', 'yes'),
  field('immediateDanger', 'yes'),
  field('particularlyAbusive', 'yes'),
  field('facts', 'text', covered),
  field('occurredAt', 'moment'),
  field('manager.implicated', 'yes'),
  field('informationRequest', 'informationRequest'),
  field('account.verbatim', 'text', covered),
  field('account.steps', 'step'),
  field('account.notes', 'note', covered),
  field('account.attachments', 'attachment'),
  field('account.call.switchboardQueryId'),
  field('account.wordingFindings'),
];

const byPath = new Map([...accountGroups.flatMap((group) => group.fields), ...others].map((each) => [each.path, each]));

/** Null for a field of another version of the report. */
export function fieldAt(path: string): Field | null {
  return byPath.get(path as FieldPath) ?? null;
}

/** The value at a dotted place of the report; undefined where a part on the way is not there. */
export function valueAt(report: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => {
    return typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined;
  }, report);
}
