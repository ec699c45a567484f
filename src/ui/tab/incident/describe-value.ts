import type { ClientSettings } from '../../../application/client-settings.ts';
import type { AttachmentClaim, StepMark, TimedNote, Witness } from '../../../domain/incident/account.ts';
import type { Helper } from '../../../domain/incident/account-vocabulary.ts';
import type { Staff } from '../../../domain/incident/staff.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import { procedures } from '../../../domain/procedures/all-procedures.ts';
import type { ProcedureId } from '../../../domain/procedures/procedure.ts';
import { accountTermsCy } from '../../../words/account-terms.cy.ts';
import { accountTermsEn } from '../../../words/account-terms.en.ts';
import { incidentAccountCy } from '../../../words/incident-account.cy.ts';
import { incidentAccountEn } from '../../../words/incident-account.en.ts';
import { wordsOfStep } from '../../../words/procedure-words.ts';
import { proceduresCy } from '../../../words/procedures.cy.ts';
import { proceduresEn } from '../../../words/procedures.en.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import { formatCalendarDate, formatDateTime, formatSize } from '../../shared/format-date.ts';
import type { Form } from './account-fields.ts';

/** Words and names that values are told by. */
export interface Telling {
  words: typeof incidentAccountEn;
  terms: typeof termsEn;
  language: Language;
  sites: ClientSettings['sites'];
  /** The procedure that was shown while it happened. */
  procedureId: ProcedureId | null;
}

export function incidentWords(language: Language): typeof incidentAccountEn {
  return language === 'cy' ? incidentAccountCy : incidentAccountEn;
}

/** Names of answers in the third person: the form speaks to the reporter, this page about the reporter. */
function answersOf({ words, language }: Telling): typeof accountTermsEn {
  const { callEnders, nameSources, propertyOwners, homeAdvice } = words;
  return {
    ...(language === 'cy' ? accountTermsCy : accountTermsEn),
    callEnders,
    nameSources,
    propertyOwners,
    homeAdvice,
  };
}

/** Answers that stand for none. */
const untold: Partial<Record<Form, string>> = { homeAdvice: 'notAsked', whereabouts: 'unknown' };

/** One or several values as a line to read; empty when nothing was told. What this version does not know is shown as it is. */
export function describeValue(form: Form, value: unknown, telling: Telling): string {
  if (value === null || value === undefined || value === '' || value === false || value === untold[form]) return '';
  const all = Array.isArray(value) ? value : [value];
  return all.map((each) => describeOne(form, each, telling)).join(form === 'note' || form === 'step' ? '\n' : '; ');
}

function describeOne(form: Form, value: unknown, telling: Telling): string {
  const { terms, words, language } = telling;
  switch (form) {
    case 'text':
      return String(value);
    case 'moment':
      return formatDateTime(String(value), language);
    case 'day':
      return formatCalendarDate(String(value), language);
    case 'yes':
      return words.yes;
    case 'staff':
      return (value as Staff).name || (value as Staff).address;
    case 'site':
      return telling.sites.find(({ id }) => id === value)?.name[language] ?? String(value);
    case 'party':
      return describeWitness(value as Witness, telling);
    case 'contacted': {
      const { who, at } = value as { who: Helper; at: string };
      return `${named(answersOf(telling).helpers, who)}, ${formatDateTime(at, language)}`;
    }
    case 'step': {
      const { at, stepId } = value as StepMark;
      return `${formatDateTime(at, language)}: ${describeStep(stepId, telling)}`;
    }
    case 'note': {
      const { at, text } = value as TimedNote;
      return `${formatDateTime(at, language)}: ${text}`;
    }
    case 'attachment': {
      const { name, size } = value as AttachmentClaim;
      return `${name} (${formatSize(size)})`;
    }
    case 'severity':
      return named(terms.severities, value);
    case 'kind':
      return named(terms.kinds, value);
    case 'behaviour':
      return named(terms.behaviours, value);
    case 'channel':
      return named(terms.channels, value);
    case 'informationRequest':
      return named(terms.informationRequest, value);
    default:
      return named(answersOf(telling)[form], value);
  }
}

function describeWitness({ role, staff, name }: Witness, telling: Telling): string {
  return `${staff?.name || name} (${named(answersOf(telling).witnessRoles, role)})`;
}

/** A step by its words. Its id is unique within its procedure alone, so the one that was shown comes first. */
export function describeStep(stepId: string, { procedureId: first, language }: Telling): string {
  const words = language === 'cy' ? proceduresCy : proceduresEn;
  const ids = [...(first ? [first] : []), ...(Object.keys(procedures) as ProcedureId[])];
  for (const id of ids) {
    const found = wordsOfStep(words, id, stepId);
    if (found) return found.title;
  }
  return stepId;
}

function named(names: object, value: unknown): string {
  const found = Object.hasOwn(names, String(value)) ? (names as Record<string, unknown>)[String(value)] : null;
  return typeof found === 'string' ? found : String(value);
}
