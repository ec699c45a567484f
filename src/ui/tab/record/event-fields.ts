import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import {
  abuseTags,
  assaultDegrees,
  demandTags,
  hostilityStrands,
  propertyOwners,
  whereabouts,
  yesNoUnsure,
} from '../../../domain/incident/account-vocabulary.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { behaviours } from '../../../domain/incident/vocabulary.ts';
import {
  assaultDegree,
  inAccount,
  inAssault,
  inCall,
  inDraft,
  inOtherParty,
  inPlace,
  inVisitor,
} from './draft-spots.ts';
import { day, type FieldSpec, line, many, one, people, person, site, special, text, tick, when } from './field-spec.ts';

const isHomeThreat = ({ account }: IncidentDraft) => account.situation === 'homeThreat';
const hasCall = ({ account }: IncidentDraft) => account.call !== null;
const isInOffice = ({ account }: IncidentDraft) =>
  account.place.where === 'office' || account.place.where === 'unknown';
const isInjured = ({ account }: IncidentDraft) => account.assault?.injured === true;
const damagesProperty = (draft: IncidentDraft) => draft.behaviours.includes('propertyDamageOrThreat');

/** ANX-1 to ANX-5, BEH-6.1-1. The building is asked for even of whoever works at home: it decides who is told. */
export const ownFields: readonly FieldSpec[] = [
  special('ownName'),
  ...when(hasCall, line('branch', inCall('branch')), line('division', inCall('division'))),
  one('where', inPlace('where'), whereabouts, 'whereabouts', 'unknown'),
  ...when(isInOffice, site('site', inPlace('siteId'))),
  ...when(hasCall, line('extension', inCall('extension'), 'tel')),
  line('placeDetail', inPlace('detail')),
  tick('loneWorking', inPlace('loneWorking')),
];

/** BEH-3.2-1 to 3, COM-3a-8, POL-3.2-1, B-EVD-5 */
export const behaviourFields: readonly FieldSpec[] = [
  many('behaviours', inDraft('behaviours'), behaviours, 'behaviours'),
  ...when(damagesProperty, one('property', inAccount('property'), propertyOwners, 'propertyOwners')),
  tick('violenceThreatened', inDraft('violenceThreatened')),
  tick('weaponMentioned', inDraft('weaponMentioned')),
  tick('particularlyAbusive', inDraft('particularlyAbusive')),
  ...when((draft) => !isHomeThreat(draft), tick('homeThreat', inDraft('homeThreat'))),
  tick('towardsFamily', inDraft('towardsFamily')),
  many('abuseTags', inAccount('abuseTags'), abuseTags, 'abuseTags'),
  many('hostility', inAccount('hostility'), hostilityStrands, 'hostility'),
];

/** Never the address. BEH-7.1-1 to 3 */
export const homeFields: readonly FieldSpec[] = [
  special('homeAdviceNow'),
  text('homeThreatReason', inAccount('homeThreatReason'), accountLimits.line),
  one('homeAdvice', inAccount('homeAdvice'), ['wanted', 'declined'], 'homeAdvice', 'notAsked'),
];

/** POL-4.3-1, C-04, BEH-13.1-1 */
export const assaultFields: readonly FieldSpec[] = [
  one('assaultDegree', assaultDegree, assaultDegrees, 'assaultDegrees'),
  ...when(
    ({ account }) => account.assault !== null,
    tick('injured', inAssault('injured')),
    ...when(
      isInjured,
      line('injuryNote', inAssault('injuryNote')),
      day('absentFrom', inAssault('absentFrom')),
      day('absentTo', inAssault('absentTo')),
    ),
  ),
];

/** PREV-dont-2 */
export const meetingFields: readonly FieldSpec[] = [
  tick('stoppedForSafety', inAccount('stoppedForSafety')),
  tick('seemedIntoxicated', inAccount('seemedIntoxicated')),
];

/** BEH-4.2-1 */
export const visitorFields: readonly FieldSpec[] = [
  line('visitor', inVisitor('visitor')),
  day('expectedOn', inVisitor('expectedOn')),
  site('visitorSite', inVisitor('siteId')),
  text('visitorConcern', inVisitor('concern'), accountLimits.line),
];

/** COM-7.1-1 */
export const letterFields: readonly FieldSpec[] = [
  special('letterAdvice'),
  line('otherAddress', inOtherParty('address')),
];

/** POL-3.1-1, B-BOMB-3 */
export const onlineFields: readonly FieldSpec[] = [
  special('socialAdvice'),
  line('otherAccount', inOtherParty('account')),
  line('otherLink', inOtherParty('link'), 'url'),
  ...when(
    ({ account }) => account.situation !== 'socialMedia',
    line('otherNumber', inOtherParty('number'), 'tel'),
    line('otherAddress', inOtherParty('address')),
  ),
];

/** COM-1.2-1, POL-3.2-2, POL-1.2-1 */
export const demandFields: readonly FieldSpec[] = [
  tick('repeated', inAccount('repeated')),
  many('demandTags', inAccount('demandTags'), demandTags, 'demandTags'),
  text('demandImpact', inAccount('demandImpact')),
  one('underlyingIssueOpen', inAccount('underlyingIssueOpen'), yesNoUnsure, 'yesNoUnsure'),
];

/** X-SAFE-2, BEH-8.14-1, BEH-8.5-1 */
export const peopleFields: readonly FieldSpec[] = [
  person('onBehalfOf', inAccount('onBehalfOf')),
  people('affected', inAccount('affected')),
  special('witnesses'),
];

/** COM-1.7-1 */
export const requestFields: readonly FieldSpec[] = [
  one('informationRequest', inDraft('informationRequest'), ['yes', 'no', 'unsure'], 'informationRequest', 'notAsked'),
];
