import {
  backgrounds,
  bombMoods,
  bombSpeech,
  voices,
  yesNoUnsure,
} from '../../../domain/incident/account-vocabulary.ts';
import { inBomb, inWelfare } from './draft-spots.ts';
import { type FieldSpec, line, many, moment, one, person, special, text, when } from './field-spec.ts';

/** The four facts that matter first, then who was asked for help. B-SUI-1, COM-3d-7, COM-3d-8 */
export const welfareFields: readonly FieldSpec[] = [
  one('immediateDanger', inWelfare('immediateDanger'), yesNoUnsure, 'yesNoUnsure'),
  one('harmDone', inWelfare('harmDone'), yesNoUnsure, 'yesNoUnsure'),
  line('location', inWelfare('location')),
  line('callbackNumber', inWelfare('callbackNumber'), 'tel'),
  special('contacted'),
  one('healthMatter', inWelfare('healthMatter'), yesNoUnsure, 'yesNoUnsure'),
];

/** COM-3e-4 and B-BOMB-1: what to ask first, what to listen for after. */
export const bombFields: readonly FieldSpec[] = [
  text('exactWords', inBomb('exactWords')),
  line('whereNow', inBomb('whereNow')),
  line('whenDetonates', inBomb('whenDetonates')),
  line('appearance', inBomb('appearance')),
  line('trigger', inBomb('trigger')),
  one('placedByCaller', inBomb('placedByCaller'), yesNoUnsure, 'yesNoUnsure'),
  line('why', inBomb('why')),
  line('callerName', inBomb('callerName')),
  line('callerAddress', inBomb('callerAddress')),
  line('callerNumber', inBomb('callerNumber'), 'tel'),
  line('callerOrganisation', inBomb('callerOrganisation')),
  many('bombSpeech', inBomb('speech'), bombSpeech, 'bombSpeech'),
  many('bombMoods', inBomb('moods'), bombMoods, 'bombMoods'),
  one('bombVoice', inBomb('voice'), voices, 'voices'),
  line('age', inBomb('age')),
  line('nationality', inBomb('nationality')),
  line('bombAccent', inBomb('accent')),
  many('bombBackground', inBomb('background'), backgrounds, 'backgrounds'),
  ...when(
    (draft) => draft.account.bomb?.background.includes('other') ?? false,
    line('bombBackgroundOther', inBomb('backgroundOther')),
  ),
  line('numberCalled', inBomb('numberCalled'), 'tel'),
  moment('toldSecurityAt', inBomb('toldSecurityAt')),
  moment('toldPoliceAt', inBomb('toldPoliceAt')),
  person('bombColleague', inBomb('colleague')),
];
