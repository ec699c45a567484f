import type { Site } from '../../../application/organisation.ts';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { accountTermsEn } from '../../../words/account-terms.en.ts';
import type { recordEn } from '../../../words/record.en.ts';
import { formatCalendarDate, formatDateTime, formatSize } from '../../shared/format-date.ts';
import { showTime } from '../../shared/moments.ts';
import { type FieldSpec, isAnswered, type NamesOf, type SpecialView } from '../record/field-spec.ts';

/** What is needed to put an answer into words. */
export interface Reading {
  language: Language;
  sites: readonly Site[];
  nameOf: (names: NamesOf, answer: string) => string;
  account: typeof accountTermsEn;
  record: typeof recordEn;
  /** The exact words are printed only when asked for. COM-3b-6 */
  withWords: boolean;
  /** Stands where they are left out. */
  covered: string;
}

export interface PrintedLine {
  label: string;
  value: string;
}

/** The answers that were given, one line each, in the order of the form. */
export function answeredLines(fields: readonly FieldSpec[], draft: IncidentDraft, reading: Reading): PrintedLine[] {
  return fields
    .filter((field) => isAnswered(field, draft))
    .flatMap((field) => {
      const value = answerText(field, draft, reading);
      return value === null ? [] : [{ label: labelOf(field, reading), value }];
    });
}

/** Every question, answered or not: on a checklist an empty line says something too. COM-3e-4 */
export function allLines(fields: readonly FieldSpec[], draft: IncidentDraft, reading: Reading): PrintedLine[] {
  return fields
    .filter((field) => field.when?.(draft) ?? true)
    .map((field) => ({ label: labelOf(field, reading), value: answerText(field, draft, reading) ?? '' }));
}

function labelOf(field: FieldSpec, { record }: Reading): string {
  if (field.type !== 'special') return record.fields[field.id].label;
  const labels: Partial<Record<SpecialView, string>> = {
    verbatim: record.fields.verbatim.label,
    witnesses: record.fields.witnesses.label,
    attachments: record.sections.attachments.title,
    notes: record.sections.notes.title,
    contacted: record.fields.contacted.label,
    manager: record.sections.manager.title,
  };
  return labels[field.id] ?? '';
}

/** An answer as it stands on paper; null for what has no place there. */
export function answerText(field: FieldSpec, draft: IncidentDraft, reading: Reading): string | null {
  const { language, sites, nameOf, record } = reading;
  switch (field.type) {
    case 'line':
    case 'text':
      if (field.id === 'exactWords' && !reading.withWords) return reading.covered;
      return field.at.get(draft).trim();
    case 'one': {
      const value = field.at.get(draft);
      return value === null ? '' : nameOf(field.names, value);
    }
    case 'many':
      return field.at
        .get(draft)
        .map((each) => nameOf(field.names, each))
        .join(', ');
    case 'tick':
      return field.at.get(draft) ? nameOf('yesNoUnsure', 'yes') : '';
    case 'day':
      return formatCalendarDate(field.at.get(draft) ?? '', language);
    case 'moment': {
      const at = field.at.get(draft);
      return at === null ? '' : formatDateTime(at, language);
    }
    case 'site': {
      const id = field.at.get(draft);
      return sites.find((site) => site.id === id)?.name[language] ?? id ?? '';
    }
    case 'person':
      return field.at.get(draft)?.name ?? '';
    case 'people':
      return field.at
        .get(draft)
        .map(({ name }) => name)
        .join(', ');
    case 'special':
      return specialText(field.id, draft, { ...reading, record });
  }
}

function specialText(
  view: SpecialView,
  { account, chosenManager, managerImplicated }: IncidentDraft,
  reading: Reading,
) {
  const { record, account: names, language } = reading;
  switch (view) {
    case 'verbatim':
      return reading.withWords ? account.verbatim : null;
    case 'witnesses':
      return account.witnesses.map(({ name, role }) => `${name} (${names.witnessRoles[role]})`).join(', ');
    case 'attachments':
      return account.attachments
        .map(
          ({ name, size, sha256, type }) =>
            `${name} (${names.attachmentTypes[type]}, ${formatSize(size)}), SHA-256 ${sha256}`,
        )
        .join('\n');
    case 'notes':
      return account.notes.map(({ at, text }) => `${formatDateTime(at, language)}: ${text}`).join('\n');
    case 'contacted':
      return (account.welfare?.contacted ?? [])
        .map(({ who, at }) => `${names.helpers[who]} (${showTime(at)})`)
        .join(', ');
    case 'manager':
      return managerImplicated ? record.fields.managerImplicated.label : (chosenManager?.name ?? null);
    default:
      return null;
  }
}
