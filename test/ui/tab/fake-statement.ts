import type { StatementPage, Team } from '../../../src/application/ports/team.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import { statementRoles } from '../../../src/domain/incident/manager-work.ts';

const signedAt = '2026-11-11T09:30:00.000Z';
export const otherWords = 'He stood at the counter and shouted.';

/**
 * A service with one statement. `kind`: a role, `outsider`, `waived`, `signed`, `notFound`; `otherDevice` and `lostAnswer` are signed
 * behind the page's back, with other words and with its own; `ended` takes nothing more.
 */
export function fakeStatement(
  call: (name: string) => Promise<void>,
  kind: string,
): Pick<Team, 'statement' | 'signStatement' | 'addToStatement'> {
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
  return {
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
