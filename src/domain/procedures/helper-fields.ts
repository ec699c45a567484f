import {
  abuseReasons,
  backgrounds,
  bombMoods,
  bombSpeech,
  lines,
  nameSources,
  recognitions,
  rings,
  voices,
} from '../incident/account-vocabulary.ts';
import type { QuickField } from './procedure.ts';

/** Lists of answers, as the account's vocabulary has them. */
type Answers =
  | 'abuseReasons'
  | 'backgrounds'
  | 'bombMoods'
  | 'bombSpeech'
  | 'lines'
  | 'nameSources'
  | 'recognitions'
  | 'rings'
  | 'voices';

/** How a field is filled in while somebody is on the line. */
export type FieldKind =
  | { type: 'line' | 'text' | 'flag' | 'yesNo' | 'moment' | 'site' | 'party' | 'witnesses' | 'contacted' | 'colleague' }
  | { type: 'one' | 'many'; answers: Answers; options: readonly string[] };

const line = { type: 'line' } as const;
const text = { type: 'text' } as const;
const flag = { type: 'flag' } as const;
const yesNo = { type: 'yesNo' } as const;
const moment = { type: 'moment' } as const;

/** Every field that a procedure asks for. */
export const helperFields = {
  site: { type: 'site' },
  verbatim: text,
  violenceThreatened: flag,
  managerImplicated: flag,
  witnesses: { type: 'witnesses' },
  otherParty: { type: 'party' },
  'call.abuseReasons': { type: 'many', answers: 'abuseReasons', options: abuseReasons },
  'call.ring': { type: 'one', answers: 'rings', options: rings },
  'call.numberShown': line,
  'call.number1471': line,
  'call.voice': { type: 'one', answers: 'voices', options: voices },
  'call.accent': line,
  'call.background': { type: 'many', answers: 'backgrounds', options: backgrounds },
  'call.line': { type: 'one', answers: 'lines', options: lines },
  'call.nameUsed': yesNo,
  'call.nameSource': { type: 'one', answers: 'nameSources', options: nameSources },
  'call.recognised': { type: 'one', answers: 'recognitions', options: recognitions },
  'call.recognisedAs': line,
  'call.callRecordsWanted': flag,
  'call.voicemailLeft': flag,
  'bomb.exactWords': text,
  'bomb.whereNow': line,
  'bomb.whenDetonates': line,
  'bomb.appearance': line,
  'bomb.trigger': line,
  'bomb.placedByCaller': yesNo,
  'bomb.why': line,
  'bomb.callerName': line,
  'bomb.callerAddress': line,
  'bomb.callerNumber': line,
  'bomb.callerOrganisation': line,
  'bomb.speech': { type: 'many', answers: 'bombSpeech', options: bombSpeech },
  'bomb.moods': { type: 'many', answers: 'bombMoods', options: bombMoods },
  'bomb.voice': { type: 'one', answers: 'voices', options: voices },
  'bomb.age': line,
  'bomb.nationality': line,
  'bomb.accent': line,
  'bomb.background': { type: 'many', answers: 'backgrounds', options: backgrounds },
  'bomb.backgroundOther': line,
  'bomb.numberCalled': line,
  'bomb.toldSecurityAt': moment,
  'bomb.toldPoliceAt': moment,
  'bomb.colleague': { type: 'colleague' },
  'welfare.immediateDanger': yesNo,
  'welfare.harmDone': yesNo,
  'welfare.location': line,
  'welfare.callbackNumber': line,
  'welfare.healthMatter': yesNo,
  'welfare.contacted': { type: 'contacted' },
} as const satisfies Partial<Record<QuickField, FieldKind>>;

export type HelperField = keyof typeof helperFields;

/** False for a field that only the form has. */
export function isHelperField(field: string): field is HelperField {
  return Object.hasOwn(helperFields, field);
}
