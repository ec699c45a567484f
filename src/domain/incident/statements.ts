import { isExcluded } from './holders.ts';
import type { Incident } from './incident.ts';
import { isEnded } from './manager-answer.ts';
import type { Holder, Stamp, Statement, StatementRole } from './manager-work.ts';

/** Longest statement, and longest line added to one, in characters. */
export const statementLimit = 10_000;
/** Most statements one record takes. */
export const statementsAtMost = 40;
const longestName = 200;

/**
 * `witnessNotUsable`: the reporter, whose report is their statement, or somebody who must find no trace: both are answered alike, so that
 * nobody learns by asking who the report is about. `alreadyAsked`: that person has been asked already.
 */
export type StatementRefusal =
  | 'notYours'
  | 'movedOn'
  | 'witnessMissing'
  | 'witnessNotUsable'
  | 'alreadyAsked'
  | 'tooMany'
  | 'alreadySigned'
  | 'notSigned'
  | 'waived'
  | 'textMissing'
  | 'textTooLong'
  | 'reasonMissing'
  | 'notFound';

export type StatementResult =
  | { ok: true; incident: Incident; statement: Statement }
  | { ok: false; refusal: StatementRefusal };

const refuse = (refusal: StatementRefusal): StatementResult => ({ ok: false, refusal });

function checkText(text: string): StatementRefusal | null {
  if (text.trim() === '') return 'textMissing';
  return text.trim().length > statementLimit ? 'textTooLong' : null;
}

/**
 * The manager asks somebody for a statement: a person of the directory, who is told, or somebody else by name, whose words the manager
 * will write down. A manager the report is about can be a witness by name; they would find a trace, so they are not asked. BEH-8.5-1, C-21
 */
export function askForStatement(
  incident: Incident,
  { witness, role }: { witness: { staff: Holder | null; name: string }; role: StatementRole },
  asked: Stamp,
): StatementResult {
  if (isEnded(incident)) return refuse('movedOn');
  const name = (witness.staff?.name ?? witness.name).trim();
  if (name === '' || name.length > longestName) return refuse('witnessMissing');
  const { staff } = witness;
  if (staff && (staff.id === incident.reporter.id || isExcluded(incident, staff.id))) return refuse('witnessNotUsable');
  const isSame = (each: Statement) =>
    staff ? each.witness.staff?.id === staff.id : each.witness.staff === null && sameName(each.witness.name, name);
  if (incident.statements.some(isSame)) return refuse('alreadyAsked');
  if (incident.statements.length >= statementsAtMost) return refuse('tooMany');
  const statement: Statement = {
    id: `s${incident.statements.length + 1}`,
    witness: { staff, name },
    role,
    asked,
    signed: null,
    addenda: [],
    waived: null,
  };
  return { ok: true, incident: { ...incident, statements: [...incident.statements, statement] }, statement };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether this person writes it: the witness, or, where that is somebody from outside, one of those who answer for the record. */
export function writesStatement({ witness }: Statement, actorId: string, isHolder: boolean): boolean {
  return witness.staff ? witness.staff.id === actorId : isHolder;
}

/** What the hash of a signature is over; lengths first, so that no two statements can be written as the same text. */
export function signedText(
  submissionId: string,
  { id, witness, role }: Pick<Statement, 'id' | 'witness' | 'role'>,
  { by, at, text }: Stamp & { text: string },
): string {
  return [submissionId, id, role, witness.staff?.id ?? '', witness.name, by.id, at, text]
    .map((part) => `${part.length}:${part}`)
    .join('|');
}

/**
 * Signs a statement by who writes it and the time; `sha256` is over `signedText`. After that it is only added to. One that was waived can
 * still come. BEH-8.5-1
 */
export function signStatement(
  incident: Incident,
  statementId: string,
  { by, at, text, sha256 }: Stamp & { text: string; sha256: string },
): StatementResult {
  return changed(incident, statementId, (statement) => {
    if (statement.signed) return 'alreadySigned';
    return checkText(text) ?? { ...statement, signed: { by, at, text: text.trim(), sha256 }, waived: null };
  });
}

/** Adds to one that is signed; what stands there stays. */
export function addToStatement(
  incident: Incident,
  statementId: string,
  { by, at, text }: Stamp & { text: string },
): StatementResult {
  return changed(incident, statementId, (statement) => {
    if (!statement.signed) return 'notSigned';
    const wrong = checkText(text);
    if (wrong) return wrong;
    if (statement.addenda.some((each) => each.text === text.trim() && each.by.id === by.id)) return 'alreadySigned';
    return { ...statement, addenda: [...statement.addenda, { by, at, text: text.trim() }] };
  });
}

/** Says why none will come, so that the record can be closed without it. BEH-8.14-2 */
export function waiveStatement(
  incident: Incident,
  statementId: string,
  { by, at, reason }: Stamp & { reason: string },
): StatementResult {
  return changed(incident, statementId, (statement) => {
    if (statement.signed) return 'alreadySigned';
    if (statement.waived) return 'waived';
    if (reason.trim() === '') return 'reasonMissing';
    return reason.trim().length > statementLimit
      ? 'textTooLong'
      : { ...statement, waived: { by, at, reason: reason.trim() } };
  });
}

function changed(
  incident: Incident,
  statementId: string,
  change: (statement: Statement) => Statement | StatementRefusal,
): StatementResult {
  // A withdrawn or merged record is at its end; to a closed one a witness may still add.
  if (incident.state === 'withdrawn' || incident.state === 'merged') return refuse('movedOn');
  const present = incident.statements.find(({ id }) => id === statementId);
  if (!present) return refuse('notFound');
  const statement = change(present);
  if (typeof statement === 'string') return refuse(statement);
  const statements = incident.statements.map((each) => (each === present ? statement : each));
  return { ok: true, incident: { ...incident, statements }, statement };
}

/** Whom the report's own account names and nobody has asked yet. BEH-8.5-1 */
export function namedWitnesses(incident: Incident): { staffId: string | null; name: string; role: StatementRole }[] {
  const { report, statements, reporter } = incident;
  return (report.account?.witnesses ?? []).flatMap(({ staff, name, role }) => {
    const shown = staff?.name ?? name;
    const isAsked = statements.some(({ witness }) =>
      staff ? witness.staff?.id === staff.id : sameName(witness.name, shown),
    );
    const isUsable = !staff || (staff.id !== reporter.id && !isExcluded(incident, staff.id));
    return isAsked || !isUsable || shown.trim() === '' ? [] : [{ staffId: staff?.id ?? null, name: shown, role }];
  });
}
