import { useCallback, useState } from 'react';
import type { OwnStatement, OwnStatements } from '../../../application/ports/team.ts';
import { type Action, useAction } from '../incident/use-action.ts';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';

export interface AskedOfMe {
  /** What is to be written first, then what need not be, then what is signed; in each the last that was asked for. Null while not known. */
  statements: OwnStatement[] | null;
  error: unknown;
  isLoading: boolean;
  reload: () => void;
  /** Null when there are no earlier ones. */
  more: Action | null;
}

/** The statements asked of the signed-in person, as the service lists them. BEH-8.5-1 */
export function useOwnStatements(): AskedOfMe {
  const { ports } = useTab();
  const first = useRemote(() => ports.team.ownStatements(), 'ownStatements');
  const [later, setLater] = useState<OwnStatements[]>([]);
  const pages = first.value ? [first.value, ...later] : [];
  const next = pages.at(-1)?.next ?? null;
  const more = useAction(async () => {
    const page = await ports.team.ownStatements(next ?? 0);
    setLater((before) => [...before, page]);
  });
  const reload = useCallback(() => {
    setLater([]);
    first.reload();
  }, [first.reload]);
  // Asked for meanwhile, one can stand on two pages.
  const known = new Map(pages.flatMap(({ statements }) => statements).map((each) => [keyOf(each), each]));
  const statements = first.value ? [...known.values()].sort((one, other) => rankOf(one) - rankOf(other)) : null;
  return { statements, error: first.error, isLoading: first.isLoading, reload, more: next === null ? null : more };
}

export function keyOf({ submissionId, statementId }: OwnStatement): string {
  return `${submissionId} ${statementId}`;
}

function rankOf({ signedAt, isWaived }: OwnStatement): number {
  if (signedAt !== null) return 2;
  return isWaived ? 1 : 0;
}
