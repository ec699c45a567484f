import {
  type ConfigurationProblem,
  type ConfigurationProblemCode,
  UnusableConfiguration,
} from '../application/configuration-problem.ts';
import { mailboxRoles, organisationSchema } from '../application/organisation.ts';
import { wantedForm } from '../application/wanted-form.ts';
import { configurationEn } from '../words/configuration.en.ts';

/** Why the service does not start, for the administrator who starts it: one line a fault, and never a value. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof UnusableConfiguration) {
    const lines = error.problems.map((problem) => `  ${sentenceOf(problem)}`);
    return `The Config list is not usable (docs/runbook.md says how to mend it):\n${lines.join('\n')}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** What should stand there, where its form alone does not say it. */
const wanted: Partial<Record<ConfigurationProblemCode, string>> = {
  notJson: 'the row as JSON',
  notATime: 'hours and minutes from 00:00 to 23:59',
  notADate: 'year, month and day',
  notAnId: 'a short name such as main-building',
  empty: 'words in English and in Welsh',
  closedDomain: 'the e-mail address that is used today',
  placeholder: 'the organisation’s own',
  inventedAddress: 'the organisation’s own e-mail address',
  hoursOverlap: 'guardedFrom, opensAt, closesAt and guardedUntil, each after the one before',
  duplicate: 'each one once',
  siteWithoutNumber: 'a telephone number',
};

function sentenceOf({ field, code }: ConfigurationProblem): string {
  const place = namesOnly(field);
  const form = wanted[code] ?? (isRoleName(field, code) ? roleNames : wantedForm(organisationSchema, field.split('.')));
  return `${configurationEn.problems[code](place)}${form === null ? '' : ` Expected: ${form}.`}`;
}

const roleNames = `one of ${mailboxRoles.join(', ')}`;
const isRoleName = (field: string, code: ConfigurationProblemCode) =>
  field.startsWith('recipients.') && (code === 'unknownRole' || code === 'notOffered');

/** A name in the path that somebody has written may be anything, an address too: what is no plain name is left out. */
function namesOnly(field: string): string {
  return /^[\w.-]*$/.test(field) ? field : `${field.split('.')[0]}.…`;
}
