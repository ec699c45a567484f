import * as v from 'valibot';
import { type Role, roles } from '../domain/incident/vocabulary.ts';
import { retentionStrategies } from '../domain/retention/keep-until.ts';

const bilingual = v.object({ en: v.string(), cy: v.string() });
const address = v.pipe(v.string(), v.email());

/** Where notices to a role go. `language` null: the reader is unknown or several, so both languages (B-CY-3). */
const recipient = v.object({
  address,
  language: v.nullable(v.picklist(['en', 'cy'])),
});

const contact = v.object({
  role: v.picklist([...roles, 'employeeAssistance', 'emergency']),
  name: bilingual,
  phone: v.nullable(v.string()),
  address: v.nullable(address),
});

/** `08:30` on London's clock. */
const clockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const hours = v.object({ opensAt: clockTime, closesAt: clockTime, guardedFrom: clockTime, guardedUntil: clockTime });

const retention = v.object({
  strategy: v.picklist(retentionStrategies),
  caseExtends: v.boolean(),
  months: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))),
});

const optionalBilingual = v.nullable(bilingual);
const plainId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

/** A building. Numbers and address are read out to the emergency services by somebody under stress. COM-3e-1, COM-3e-2 */
const site = v.object({
  id: plainId,
  name: bilingual,
  /** The security office answers here, and a colleague rings it instead of 999. */
  isCathaysPark: v.boolean(),
  address: bilingual,
  phone: v.string(),
  /** Number of the security office inside the building, for example an extension; null when there is none. */
  securityPhone: v.nullable(v.string()),
  /** The site's own instructions for a bomb call; null when it has none. */
  bombInstructions: optionalBilingual,
  /** Where reception is told of a visitor. BEH-4.2-1 */
  receptionAddress: v.nullable(address),
});

/** A business area, found by the department in the directory; it may add recipients, and never take one away. BEH-8.2-3 */
const area = v.object({
  id: plainId,
  name: bilingual,
  departments: v.array(v.string()),
  /** BEH-1.1-2 */
  heightenedExposure: v.boolean(),
  alsoTell: v.array(recipient),
});

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What is left out is as `standardDeadlines` has it. Model 4.4 */
const deadlines = v.object({
  managerDutyMinutes: whole(5, 480),
  answerWorkingHours: v.optional(whole(1, 45)),
  criticalAnswerMinutes: v.optional(whole(5, 480)),
  acknowledgeWorkingDays: v.optional(whole(1, 20)),
  criticalAcknowledgeMinutes: v.optional(whole(5, 1440)),
  reviewWorkingDays: v.optional(whole(1, 60)),
  meetingWorkingDays: v.optional(whole(1, 20)),
  statementWorkingDays: v.optional(whole(1, 60)),
  extraHolidays: v.optional(v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(100))),
});

/** Found in the directory for each report, or named by an area: the Config list has no mailbox for them. */
const foundOtherwise = [
  'reporter',
  'lineManager',
  'managerAlternate',
  'areaContact',
  'witness',
  'teamMember',
  'columnEditor',
] as const satisfies readonly Role[];
export const mailboxRoles = roles.filter(
  (role): role is Exclude<Role, (typeof foundOtherwise)[number]> => !(foundOtherwise as readonly Role[]).includes(role),
);

/** Rows of the Config list by their `Key`, each with its JSON in `Value`. Roles, names and numbers are never in code (C-01, C-27). */
export const organisationSchema = v.object({
  organisationName: bilingual,
  contacts: v.array(contact),
  /** Mailbox of each role that is told by mail. Security and IT Security must have one. */
  recipients: v.intersect([
    v.record(v.picklist(mailboxRoles), v.optional(recipient)),
    v.object({ security: recipient, itSecurity: recipient }),
  ]),
  /** Office hours, and when facilities security is told first; C-12. */
  hours: v.optional(hours),
  /** C-03. */
  retention: v.optional(retention),
  /** C-20. */
  deadlines: v.optional(deadlines),
  sites: v.optional(v.array(site), []),
  areas: v.optional(v.array(area), []),
});

export type Site = v.InferOutput<typeof site>;
export type Area = v.InferOutput<typeof area>;
type Parsed = v.InferOutput<typeof organisationSchema>;
type Recipient = v.InferOutput<typeof recipient>;
export type Organisation = Omit<Parsed, 'recipients'> & {
  recipients: Partial<Record<Role, Recipient>> & Record<'security' | 'itSecurity', Recipient>;
};

/** What each site is called, by id. */
export function siteNames({ sites }: Pick<Organisation, 'sites'>): Record<string, Site['name']> {
  return Object.fromEntries(sites.map(({ id, name }) => [id, name]));
}
