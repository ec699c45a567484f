import * as v from 'valibot';
import { defaultRetention, retentionRules } from '../domain/retention/rules.ts';
import { minutes } from './assessment-settings.ts';
import { plainDepartment } from './business-area.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkTexts } from './check-texts.ts';
import type { ConfigurationProblem, ConfigurationProblemCode } from './configuration-problem.ts';
import { type Organisation, organisationSchema } from './organisation.ts';

/** The rows of the Config list, by key, each value read from its JSON; `undefined` where it is none. */
export type ConfigurationRows = Record<string, unknown>;

/** Roles that some rule tells by mail, so that each must have somewhere to be told. C-01, C-28 */
const neededRecipients = [
  'security',
  'itSecurity',
  'facilities',
  'informationSecurity',
  'helpDesk',
  'switchboard',
  'hrPartner',
  'informationRights',
  'healthEnquiries',
  'deputyDirector',
] as const;

/** Whom a person must find in a bad moment. BEH-4.1-1, COM-9.2-1 */
const neededContacts = ['emergency', 'security', 'employeeAssistance'] as const;

/**
 * Everything that is wrong with the configuration, each with the field it stands in; empty when nothing is. The service, the
 * provisioning and the administrator's page ask the same. `isDemo`: a stand-in tenant, where invented addresses are the right
 * ones. X-CONF-1, C-27, C-28.
 */
export function checkOrganisation(rows: ConfigurationRows, options: { isDemo: boolean }): ConfigurationProblem[] {
  const problems = [...checkForms(rows), ...checkTexts(rows, options)];
  const whole = v.safeParse(organisationSchema, rows);
  // What several fields say together can be judged only when each can be read.
  const together = whole.success ? checkTogether(whole.output) : [];
  return withoutRepeats([...problems, ...together]);
}

const entries = organisationSchema.entries as Record<string, v.GenericSchema>;

/** Each row by itself, so that one that cannot be read hides nothing of the others. */
function checkForms(rows: ConfigurationRows): ConfigurationProblem[] {
  const unknown = Object.keys(rows).filter((key) => !Object.hasOwn(entries, key));
  return [
    ...unknown.map((field): ConfigurationProblem => ({ field, code: 'unknownPart' })),
    ...Object.entries(entries).flatMap(([key, schema]) => checkRow(key, schema, rows)),
  ];
}

function checkRow(key: string, schema: v.GenericSchema, rows: ConfigurationRows): ConfigurationProblem[] {
  const given = rows[key];
  if (Object.hasOwn(rows, key) && given === undefined) return [{ field: key, code: 'notJson' }];
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return unknownParts(given, parsed.output, key);
  return parsed.issues.map((issue) => {
    const inside = v.getDotPath(issue);
    const field = inside === null ? key : `${key}.${inside}`;
    return { field, code: codeOf(issue, field) };
  });
}

const codes: Record<string, ConfigurationProblemCode> = {
  email: 'notAnAddress',
  min_value: 'outOfRange',
  max_value: 'outOfRange',
  integer: 'notANumber',
  number: 'notANumber',
  picklist: 'notOffered',
  iso_date: 'notADate',
  max_length: 'outOfRange',
};

function codeOf(issue: v.BaseIssue<unknown>, field: string): ConfigurationProblemCode {
  if (issue.input === undefined) return 'missing';
  if (issue.type === 'regex') return field.startsWith('hours.') ? 'notATime' : 'notAnId';
  if (issue.type === 'picklist' && /^recipients\.\w+$|^contacts\.\d+\.role$/.test(field)) return 'unknownRole';
  return codes[issue.type] ?? 'wrongForm';
}

/** Names that nothing reads are slips of the pen more often than not. */
function unknownParts(given: unknown, read: unknown, field: string): ConfigurationProblem[] {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(given).flatMap(([key, inner]): ConfigurationProblem[] => {
    const place = `${field}.${key}`;
    if (!Object.hasOwn(read, key)) return [{ field: place, code: 'unknownPart' }];
    return unknownParts(inner, (read as Record<string, unknown>)[key], place);
  });
}

function checkTogether(organisation: Organisation): ConfigurationProblem[] {
  return [
    ...checkEmpty(organisation, ''),
    ...checkWhoIsThere(organisation),
    ...checkHours(organisation.hours),
    ...checkDeadlines(organisation),
    ...checkRetention(organisation.retention),
    ...checkSites(organisation.sites),
    ...checkAreas(organisation.areas),
  ];
}

/** A text in one language only would leave half of the readers with nothing. B-CY-1 */
function checkEmpty(value: unknown, field: string): ConfigurationProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = field === '' ? key : `${field}.${key}`;
    const isText = (key === 'en' || key === 'cy') && typeof inner === 'string';
    return isText && inner.trim() === '' ? [{ field: place, code: 'empty' as const }] : checkEmpty(inner, place);
  });
}

function checkWhoIsThere({ contacts, recipients }: Organisation): ConfigurationProblem[] {
  const named = new Set(contacts.map(({ role }) => role as string));
  return [
    ...neededRecipients
      .filter((role) => recipients[role] === undefined)
      .map((role): ConfigurationProblem => ({ field: `recipients.${role}`, code: 'missingRecipient' })),
    ...neededContacts
      .filter((role) => !named.has(role))
      .map((role): ConfigurationProblem => ({ field: `contacts.${role}`, code: 'missingContact' })),
    ...contacts.flatMap(({ phone, address }, index): ConfigurationProblem[] =>
      phone?.trim() || address ? [] : [{ field: `contacts.${index}.phone`, code: 'contactUnreachable' }],
    ),
    ...repeatsOf(contacts.map(({ role }) => role)).map(
      (index): ConfigurationProblem => ({ field: `contacts.${index}.role`, code: 'duplicate' }),
    ),
  ];
}

/** Guarded from, open, closed, guarded until: each after the one before. C-12 */
function checkHours(hours: Organisation['hours']): ConfigurationProblem[] {
  if (!hours) return [];
  const order = ['guardedFrom', 'opensAt', 'closesAt', 'guardedUntil'] as const;
  return order.slice(1).flatMap((name, index): ConfigurationProblem[] => {
    const before = order[index] ?? name;
    // A window may be of no length, the office hours may not.
    const least = name === 'closesAt' ? 1 : 0;
    const isInOrder = minutes(hours[name]) - minutes(hours[before]) >= least;
    return isInOrder ? [] : [{ field: `hours.${name}`, code: 'hoursOverlap' }];
  });
}

const ruleIds: ReadonlySet<string> = new Set([defaultRetention, ...retentionRules].map(({ id }) => id));

function checkRetention(retention: Organisation['retention']): ConfigurationProblem[] {
  return Object.keys(retention?.months ?? {})
    .filter((id) => !ruleIds.has(id))
    .map((id) => ({ field: `retention.months.${id}`, code: 'unknownRetentionRule' }));
}

function checkSites(sites: Organisation['sites']): ConfigurationProblem[] {
  return [
    ...repeatsOf(sites.map(({ id }) => id)).map(
      (index): ConfigurationProblem => ({ field: `sites.${index}.id`, code: 'duplicate' }),
    ),
    ...sites.flatMap(({ phone, securityPhone, isCathaysPark }, index): ConfigurationProblem[] => [
      ...(/\d/.test(phone) ? [] : [{ field: `sites.${index}.phone`, code: 'siteWithoutNumber' } as const]),
      // A colleague is told to ring the office there instead of 999 (COM-3e-1).
      ...(!isCathaysPark || /\d/.test(securityPhone ?? '')
        ? []
        : [{ field: `sites.${index}.securityPhone`, code: 'siteWithoutNumber' } as const]),
    ]),
  ];
}

function checkAreas(areas: Organisation['areas']): ConfigurationProblem[] {
  const departments = areas.flatMap((area, index) =>
    area.departments.map((name, place) => ({ field: `areas.${index}.departments.${place}`, name })),
  );
  return [
    ...repeatsOf(areas.map(({ id }) => id)).map(
      (index): ConfigurationProblem => ({ field: `areas.${index}.id`, code: 'duplicate' }),
    ),
    ...repeatsOf(departments.map(({ name }) => plainDepartment(name))).map(
      (index): ConfigurationProblem => ({ field: departments[index]?.field ?? '', code: 'duplicate' }),
    ),
  ];
}

/** Places of what stood earlier already. */
function repeatsOf(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

function withoutRepeats(problems: readonly ConfigurationProblem[]): ConfigurationProblem[] {
  const byText = new Map(problems.map((problem) => [`${problem.field} ${problem.code}`, problem]));
  return [...byText.values()];
}
