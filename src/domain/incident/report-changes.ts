import type { Account } from './account.ts';
import type { FieldChange } from './later-changes.ts';
import type { Report } from './report.ts';

/**
 * The report as its author means it now. What an amendment cannot touch stays as it was: the id, the captured message, the time
 * and language of the report, who was chosen to review it. A manager who was named as involved stays so, and a file that was
 * claimed stays claimed. BEH-14.1-1, C-21, B-EVD-1.
 */
export function withAmendment(present: Report, wanted: Report): Report {
  return {
    ...wanted,
    submissionId: present.submissionId,
    channel: present.email === null ? wanted.channel : present.channel,
    email: present.email,
    language: present.language,
    submittedAt: present.submittedAt,
    manager: {
      chosenId: present.manager.chosenId,
      implicated: present.manager.implicated || wanted.manager.implicated,
    },
    account: withAccount(present.account, wanted.account),
  };
}

function withAccount(present: Account | null, wanted: Account | null): Account | null {
  if (present === null || wanted === null) return wanted ?? present;
  const claimed = new Set(present.attachments.map(({ id }) => id));
  const added = wanted.attachments.filter(({ id }) => !claimed.has(id));
  return { ...wanted, attachments: [...present.attachments, ...added] };
}

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing was told: an empty box and a part that is not there say the same. */
function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0) ||
    (isPlain(value) && Object.values(value).every(isEmpty))
  );
}

/** Key order says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => isSame(each, other[index]));
  }
  if (isPlain(one) && isPlain(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSame(one[key], other[key]));
  }
  return one === other;
}

/**
 * Every field that differs, with both values, in the order of the report. A list counts as one field; of a list of notes, steps or
 * people it is the entries that differ. BEH-14.1-1
 */
export function changesBetween(before: object, after: object): FieldChange[] {
  return compare('', before as Plain, after as Plain);
}

function isRecordList(value: unknown): value is Plain[] {
  return Array.isArray(value) && value.every(isPlain);
}

/** Of a list of notes, steps or people: what is gone and what is new, since the rest of it stands unchanged in the report. */
function entriesThatDiffer(field: string, before: readonly Plain[], after: readonly Plain[]): FieldChange {
  const without = (list: readonly Plain[], others: readonly Plain[]) =>
    list.filter((each) => !others.some((other) => isSame(each, other)));
  return { field, before: without(before, after), after: without(after, before) };
}

function compare(path: string, before: Plain, after: Plain): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): FieldChange[] => {
    const field = path === '' ? key : `${path}.${key}`;
    const [old, now] = [before[key], after[key]];
    if (isSame(old, now) || (isEmpty(old) && isEmpty(now))) return [];
    // A part that was not there before is told field by field.
    if ((isPlain(old) || isPlain(now)) && (isPlain(old) || isEmpty(old)) && (isPlain(now) || isEmpty(now))) {
      return compare(field, isPlain(old) ? old : {}, isPlain(now) ? now : {});
    }
    return [
      isRecordList(old) && isRecordList(now)
        ? entriesThatDiffer(field, old, now)
        : { field, before: old ?? null, after: now ?? null },
    ];
  });
}
