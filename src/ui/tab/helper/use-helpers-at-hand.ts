import { useEffect, useState } from 'react';
import type { StaffRecord } from '../../../application/ports/directory.ts';
import type { Staff } from '../../../domain/incident/staff.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';

/** Someone to ask; `language` decides in which language the message goes, null: both (B-CY-3). */
export interface Asked extends Staff {
  language: Language | null;
}

const recentKey = 'urddas.colleagues';
const managerKey = 'urddas.manager';
const mostRecent = 4;

const reduced = ({ id, name, address, language }: StaffRecord | Asked): Asked => ({ id, name, address, language });

/**
 * Who can be asked without looking for anyone: those asked before, and the line manager, as remembered on this device and then
 * as the directory says. COM-3d-3
 */
export function useHelpersAtHand(): { suggested: Asked[]; remember(people: readonly Asked[]): void } {
  const { ports, signIns } = useTab();
  const [recent, setRecent] = useState<Asked[]>(() => read(recentKey) ?? []);
  const [manager, setManager] = useState<Asked | null>(() => read(managerKey));

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and after signing in
  useEffect(() => {
    let isCurrent = true;
    // Not being able to tell is no failure, and nothing to sign in for: somebody can be looked for, or be shown the words.
    ports.directory.myManager().then(
      (found) => {
        if (!isCurrent) return;
        setManager(found && reduced(found));
        write(managerKey, found && reduced(found));
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, signIns]);

  const remember = (people: readonly Asked[]) => {
    const all = [...people.map(reduced), ...recent.filter(({ id }) => people.every((each) => each.id !== id))];
    const next = all.slice(0, mostRecent);
    setRecent(next);
    write(recentKey, next);
  };
  const isManagerRecent = recent.some(({ id }) => id === manager?.id);
  return { suggested: manager && !isManagerRecent ? [...recent, manager] : recent, remember };
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Forbidden storage: they are looked for each time.
  }
}
