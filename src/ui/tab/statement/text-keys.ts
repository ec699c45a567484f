import type { StatementPage } from '../../../application/ports/team.ts';

type Named = Pick<StatementPage, 'submissionId' | 'statementId'>;

/** Where the device keeps a statement that is not signed yet. */
export function statementKey({ submissionId, statementId }: Named): string {
  return `statement ${submissionId} ${statementId}`;
}

/** Where it keeps what somebody means to add to one that is. */
export function additionKey({ submissionId, statementId }: Named): string {
  return `addition ${submissionId} ${statementId}`;
}
