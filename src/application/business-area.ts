import type { Area } from './organisation.ts';

/** An area as the rules need it; a client knows that somebody is told besides, and not whom. BEH-1.1-2, BEH-8.2-3 */
export interface AreaRules extends Pick<Area, 'id' | 'name' | 'departments' | 'heightenedExposure'> {
  addsRecipients: boolean;
}

/** What a page may know of an area. */
export function areaRules({ alsoTell, id, name, departments, heightenedExposure }: Area): AreaRules {
  return { id, name, departments, heightenedExposure, addsRecipients: alsoTell.length > 0 };
}

/** Capitals and spaces of the directory and of whoever wrote the configuration differ. */
export function plainDepartment(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The area that names the department of the reporter in the directory; null when none does. Used by client and service. */
export function areaOf<A extends { departments: readonly string[] }>(
  department: string | null,
  areas: readonly A[],
): A | null {
  if (department === null) return null;
  const wanted = plainDepartment(department);
  return areas.find((area) => area.departments.some((each) => plainDepartment(each) === wanted)) ?? null;
}
