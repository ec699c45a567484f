import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import {
  abuseReasons,
  backgrounds,
  callEnders,
  lines,
  nameSources,
  recognitions,
  rings,
  voices,
  yesNoUnsure,
} from '../../../domain/incident/account-vocabulary.ts';
import { inAccount, inCall } from './draft-spots.ts';
import { type FieldSpec, line, many, moment, one, special, text, tick, when } from './field-spec.ts';

const isVoicemail = ({ account }: IncidentDraft) => account.situation === 'voicemail';
const isAnswered = (draft: IncidentDraft) => !isVoicemail(draft);
const isAbusive = ({ kind }: IncidentDraft) =>
  kind === 'abusive' || kind === 'sexualMalicious' || kind === 'persistent';

/** Annex A in its own order; what hangs on an answer stands right below it. ANX-8 to ANX-14, COM-4.1-1 */
export const callFields: readonly FieldSpec[] = [
  text('characteristics', inCall('characteristics')),
  ...when(isAbusive, many('abuseReasons', inCall('abuseReasons'), abuseReasons, 'abuseReasons')),
  many('background', inCall('background'), backgrounds, 'backgrounds'),
  ...when(
    (draft) => draft.account.call?.background.includes('other') ?? false,
    line('backgroundOther', inCall('backgroundOther')),
  ),
  one('line', inCall('line'), lines, 'lines'),
  one('voice', inCall('voice'), voices, 'voices'),
  line('accent', inCall('accent')),
  line('otherVoice', inCall('otherVoice')),
  one('nameUsed', inCall('nameUsed'), yesNoUnsure, 'yesNoUnsure'),
  ...when(
    (draft) => draft.account.call?.nameUsed === 'yes',
    one('nameSource', inCall('nameSource'), nameSources, 'nameSources'),
  ),
  one('recognised', inCall('recognised'), recognitions, 'recognitions'),
  ...when(
    (draft) => draft.account.call?.recognised === 'yes' || draft.account.call?.recognised === 'maybe',
    line('recognisedAs', inCall('recognisedAs')),
  ),
  one('ring', inCall('ring'), rings, 'rings'),
  ...when((draft) => draft.account.call?.ring === 'external', special('switchboard')),
  special('tracing'),
];

/** ANX-17, COM-3a-1, COM-3a-6 */
export const endingFields: readonly FieldSpec[] = [
  line('numberShown', inCall('numberShown'), 'tel'),
  line('number1471', inCall('number1471'), 'tel'),
  ...when(
    isAnswered,
    moment('warnedAt', inCall('warnedAt')),
    one('endedBy', inCall('endedBy'), callEnders, 'callEnders'),
    moment('endedAt', inAccount('endedAt')),
    tick('voicemailLeft', inCall('voicemailLeft')),
  ),
  ...when((draft) => isVoicemail(draft) || draft.account.call?.voicemailLeft === true, special('voicemailKept')),
  ...when(({ kind }) => kind === 'internal', tick('callRecordsWanted', inCall('callRecordsWanted'))),
];
