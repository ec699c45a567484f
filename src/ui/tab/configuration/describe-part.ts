import type { configurationEn } from '../../../words/configuration.en.ts';
import type { ConfigurationFact, ConfigurationGroup, ConfigurationWords } from './configuration-fact.ts';
import { describeDeadlines } from './describe-deadlines.ts';

type Node = Record<string, unknown>;

/** What is written there may be anything: whatever cannot be read is shown as nothing, and the problems say what it should be. */
const nodeOf = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const named = (names: object, key: string): string => (names as Record<string, string>)[key] ?? key;

function bilingual(field: string, term: string, value: unknown, words: typeof configurationEn): ConfigurationFact[] {
  const { en, cy } = nodeOf(value);
  return [
    { field: `${field}.cy`, term: words.inWelsh(term), value: textOf(cy) },
    { field: `${field}.en`, term: words.inEnglish(term), value: textOf(en) },
  ];
}

function mailTo(value: unknown, words: typeof configurationEn): string {
  const { address, language } = nodeOf(value);
  return [textOf(address), language === 'en' || language === 'cy' ? words.mailIn[language] : words.mailIn.both]
    .filter(Boolean)
    .join(', ');
}

type Describe = (value: unknown, given: ConfigurationWords) => ConfigurationGroup[];

const single = (facts: ConfigurationFact[]): ConfigurationGroup[] => [{ id: 'all', heading: null, facts }];

const describers: Record<keyof typeof configurationEn.parts, Describe> = {
  organisationName: (value, { words }) => single(bilingual('organisationName', words.name, value, words)),
  contacts: (value, { words, terms }) =>
    listOf(value).map((each, index) => {
      const { role, name, phone, address } = nodeOf(each);
      const field = `contacts.${index}`;
      return {
        id: field,
        heading: named({ ...terms.roles, ...words.extraRoles }, textOf(role)),
        facts: [
          ...bilingual(`${field}.name`, words.name, name, words),
          { field: `${field}.phone`, term: words.phone, value: textOf(phone) },
          { field: `${field}.address`, term: words.mail, value: textOf(address) },
        ],
      };
    }),
  recipients: (value, { words, terms }) =>
    single(
      Object.entries(nodeOf(value)).map(([role, recipient]) => ({
        field: `recipients.${role}.address`,
        term: named(terms.roles, role),
        value: mailTo(recipient, words),
      })),
    ),
  hours: (value, { words }) =>
    single(
      (['guardedFrom', 'opensAt', 'closesAt', 'guardedUntil'] as const).map((name) => ({
        field: `hours.${name}`,
        term: words[name],
        value: textOf(nodeOf(value)[name]),
      })),
    ),
  retention: (value, { words, terms }) => {
    const { strategy, caseExtends, months } = nodeOf(value);
    return single([
      { field: 'retention.strategy', term: words.strategy, value: named(words.strategies, textOf(strategy)) },
      { field: 'retention.caseExtends', term: words.caseExtends, value: caseExtends ? words.yes : words.no },
      ...Object.entries(nodeOf(months)).map(([rule, count]) => ({
        field: `retention.months.${rule}`,
        term: `${rule}: ${named(terms.retentionRules, rule)}`,
        value: typeof count === 'number' ? terms.months(count) : textOf(count),
      })),
    ]);
  },
  deadlines: (value, given) => single(describeDeadlines(nodeOf(value), given)),
  sites: (value, { words }) =>
    listOf(value).map((each, index) => {
      const site = nodeOf(each);
      const field = `sites.${index}`;
      return {
        id: field,
        heading: textOf(site.id),
        facts: [
          ...bilingual(`${field}.name`, words.name, site.name, words),
          ...bilingual(`${field}.address`, words.siteAddress, site.address, words),
          { field: `${field}.phone`, term: words.phone, value: textOf(site.phone) },
          { field: `${field}.securityPhone`, term: words.securityPhone, value: textOf(site.securityPhone) },
          {
            field: `${field}.isCathaysPark`,
            term: words.cathaysPark,
            value: site.isCathaysPark ? words.yes : words.no,
          },
          ...(site.bombInstructions === null
            ? [{ field: `${field}.bombInstructions`, term: words.bombInstructions, value: '' }]
            : bilingual(`${field}.bombInstructions`, words.bombInstructions, site.bombInstructions, words)),
          { field: `${field}.receptionAddress`, term: words.reception, value: textOf(site.receptionAddress) },
        ],
      };
    }),
  areas: (value, { words }) =>
    listOf(value).map((each, index) => {
      const area = nodeOf(each);
      const field = `areas.${index}`;
      return {
        id: field,
        heading: textOf(area.id),
        facts: [
          ...bilingual(`${field}.name`, words.name, area.name, words),
          ...listOf(area.departments).map((department, place) => ({
            field: `${field}.departments.${place}`,
            term: words.departments,
            value: textOf(department),
          })),
          {
            field: `${field}.heightenedExposure`,
            term: words.heightened,
            value: area.heightenedExposure ? words.yes : words.no,
          },
          ...listOf(area.alsoTell).map((recipient, place) => ({
            field: `${field}.alsoTell.${place}.address`,
            term: words.alsoTell,
            value: mailTo(recipient, words),
          })),
        ],
      };
    }),
};

export const configurationParts = Object.keys(describers) as (keyof typeof describers)[];

/** A part of the configuration as people read it; `value` is what its JSON says, whatever that is. */
export function describePart(
  part: (typeof configurationParts)[number],
  value: unknown,
  given: ConfigurationWords,
): ConfigurationGroup[] {
  return describers[part](value, given);
}
