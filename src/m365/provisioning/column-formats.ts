import { type IncidentState, incidentStates, type Severity, severities } from '../../domain/incident/vocabulary.ts';

/** An expression of SharePoint's formatting, as a tree. https://learn.microsoft.com/sharepoint/dev/declarative-customization/formatting-syntax-reference */
type Expression = string | { operator: string; operands: Expression[] };

/** What states and severities are called; the same words as everywhere. */
export interface TermNames {
  states: Record<IncidentState, string>;
  severities: Record<Severity, string>;
}

/** In both languages: SharePoint's own page chooses by the reader's. */
export interface Terms {
  en: TermNames;
  cy: TermNames;
}

interface Look {
  /** Class of SharePoint's theme, so that it is right in a dark site and in high contrast too. */
  class: string;
  /** Name of a Fluent icon: colour never stands alone. */
  icon: string;
}

const good: Look = { class: 'sp-field-severity--good', icon: 'CheckMark' };
const low: Look = { class: 'sp-field-severity--low', icon: 'Forward' };
const warning: Look = { class: 'sp-field-severity--warning', icon: 'Error' };
const severe: Look = { class: 'sp-field-severity--severeWarning', icon: 'Warning' };
const blocked: Look = { class: 'sp-field-severity--blocked', icon: 'ErrorBadge' };

const severityLook: Record<Severity, Look> = { concern: good, standard: low, serious: severe, critical: blocked };
const stateLook: Record<IncidentState, Look> = {
  submitted: warning,
  managerReview: warning,
  infoRequested: warning,
  localOnly: low,
  hrRoute: low,
  withSecurity: severe,
  acknowledged: low,
  underReview: low,
  actionAgreed: low,
  monitoring: low,
  closed: good,
  merged: good,
  withdrawn: good,
};

/** Welsh among SharePoint's languages. https://learn.microsoft.com/openspecs/windows_protocols/ms-lcid */
const welsh = '1106';

/** Picks by the column's value; what is not known stands as it is stored. */
function choose<T extends string>(values: readonly T[], of: (value: T) => string, otherwise: Expression): Expression {
  return values.reduceRight<Expression>(
    (rest, value) => ({
      operator: '?',
      operands: [{ operator: '==', operands: ['@currentField', value] }, of(value), rest],
    }),
    otherwise,
  );
}

function format<T extends string>(
  values: readonly T[],
  looks: Record<T, Look>,
  names: { en: Record<T, string>; cy: Record<T, string> },
): string {
  const text: Expression = {
    operator: '?',
    operands: [
      { operator: '==', operands: [{ operator: 'toString()', operands: ['@UIlcid'] }, welsh] },
      choose(values, (value) => names.cy[value], '@currentField'),
      choose(values, (value) => names.en[value], '@currentField'),
    ],
  };
  return JSON.stringify({
    $schema: 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json',
    elmType: 'div',
    style: { padding: '2px 8px', 'border-radius': '4px', display: 'inline-flex', 'align-items': 'center' },
    attributes: { class: choose(values, (value) => looks[value].class, '') },
    children: [
      {
        elmType: 'span',
        style: { 'padding-right': '6px' },
        attributes: { iconName: choose(values, (value) => looks[value].icon, '') },
      },
      { elmType: 'span', txtContent: text },
    ],
  });
}

/** JSON of the formatting of a list's columns, by internal name. */
export function plannedFormats(list: string, { en, cy }: Terms): Record<string, string> {
  if (list !== 'Incidents' && list !== 'IncidentsHR') return {};
  return {
    State: format(incidentStates, stateLook, { en: en.states, cy: cy.states }),
    Severity: format(severities, severityLook, { en: en.severities, cy: cy.severities }),
  };
}

/** Whether two formattings say the same, however they are laid out. */
export function sameFormat(one: string | null, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one ?? 'null')) === JSON.stringify(JSON.parse(other));
  } catch {
    // What is no JSON is not what was planned.
    return false;
  }
}
