import type { OwnStatement, StatementPage, Team } from '../../../src/application/ports/team.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import { statementRoles } from '../../../src/domain/incident/manager-work.ts';

const signedAt = '2026-11-11T09:30:00.000Z';

/** Another of theirs, of another report. */
const line = (day: number, over: Partial<OwnStatement>): OwnStatement => ({
  submissionId: `${day}123456789ABCDEFGHJKMNPQRS`,
  statementId: 's2',
  reference: `UB-2026-00010${day}`,
  occurredAt: `2026-10-0${day}T10:00:00.000Z`,
  askedBy: 'Siân Morlais',
  askedAt: `2026-10-0${day}T12:00:00.000Z`,
  role: 'witness',
  signedAt: null,
  isWaived: false,
  ...over,
});

export const otherWords = 'He stood at the counter and shouted.';

/**
 * A service with one statement. `kind`: a role, `outsider`, `waived`, `signed`, `notFound`; `otherDevice` and `lostAnswer` are signed
 * behind the page's back, with other words and with its own; `ended` takes nothing more.
 */
export function fakeStatement(
  call: (name: string) => Promise<void>,
  kind: string,
  /** `several`: more are asked of the same person, on two pages. */
  others: string,
): Pick<Team, 'ownStatements' | 'statement' | 'signStatement' | 'addToStatement'> {
  let page: StatementPage = {
    submissionId: '0123456789ABCDEFGHJKMNPQRS',
    statementId: 's1',
    reference: 'UB-2026-000120',
    occurredAt: '2026-11-10T10:00:00.000Z',
    askedBy: 'Morlais Dee',
    role: statementRoles.find((role) => role === kind) ?? 'witness',
    witness: kind === 'outsider' ? { name: 'Ifan Pryce', isYou: false } : { name: 'Tom Hathersedge', isYou: true },
    signed: null,
    addenda: [],
    isWaived: kind === 'waived',
  };
  const sign = (text: string) => {
    const by = kind === 'outsider' ? 'Morlais Dee' : page.witness.name;
    page = { ...page, signed: { at: signedAt, by, text, sha256: 'ab'.repeat(32) } };
  };
  if (kind === 'signed') sign(otherWords);
  const own = (): OwnStatement => {
    const { witness: _, signed, addenda: __, ...rest } = page;
    return { ...rest, askedAt: '2026-11-10T12:00:00.000Z', signedAt: signed?.at ?? null };
  };
  return {
    ownStatements: async (after = 0) => {
      await call('ownStatements');
      if (kind === 'notFound') return { statements: [], next: null };
      if (others !== 'several') return { statements: [own()], next: null };
      return after === 0
        ? { statements: [line(3, { signedAt }), line(2, { isWaived: true }), own()], next: 20 }
        : { statements: [own(), line(1, {})], next: null };
    },
    statement: async () => {
      await call('statement');
      if (kind === 'notFound') throw new RemoteError('notFound', 'statement');
      return structuredClone(page);
    },
    signStatement: async (_id, _statementId, text) => {
      if (kind === 'otherDevice') sign(otherWords);
      if (kind === 'lostAnswer') sign(text);
      await call('signStatement');
      if (kind === 'ended') return { kind: 'refused', refusal: 'movedOn' };
      if (page.signed) return { kind: 'refused', refusal: 'alreadySigned' };
      sign(text);
      return { kind: 'done', value: structuredClone(page) };
    },
    addToStatement: async (_id, _statementId, text) => {
      await call('addToStatement');
      if (page.addenda.some((each) => each.text === text)) return { kind: 'refused', refusal: 'alreadySigned' };
      page = { ...page, addenda: [...page.addenda, { at: '2026-11-11T10:00:00.000Z', text }] };
      return { kind: 'done', value: structuredClone(page) };
    },
  };
}
