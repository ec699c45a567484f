import type { Contact } from '../../../application/client-settings.ts';
import type { Site } from '../../../application/organisation.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { RingContact } from '../../../domain/procedures/procedure.ts';
import type { helperEn } from '../../../words/helper.en.ts';

export interface Ringable {
  name: string;
  /** Null where the configuration names none. */
  phone: string | null;
}

/**
 * Finds a number in what came with the page. For the security office of the building, the building's own comes first; with no
 * building chosen, or none of its own, that of facilities security, and then of Security. COM-3e-1, COM-3a-3
 */
export function ringableFor(
  contact: RingContact,
  given: { contacts: readonly Contact[]; site: Site | null; language: Language; words: typeof helperEn },
): Ringable {
  const { contacts, site, language, words } = given;
  const found = (role: string) => contacts.find((each) => each.role === role && each.phone !== null);
  if (contact === 'emergency') return { name: found('emergency')?.name[language] ?? words.emergency, phone: '999' };
  if (contact === 'siteSecurity') {
    if (site?.securityPhone) return { name: words.siteSecurity, phone: site.securityPhone };
    const instead = found('facilities') ?? found('security');
    return { name: instead?.name[language] ?? words.siteSecurity, phone: instead?.phone ?? null };
  }
  // The security office stands in where facilities security has no number of its own.
  const role = found(contact) ?? (contact === 'facilities' ? found('security') : undefined);
  const named = role ?? contacts.find((each) => each.role === contact);
  return { name: named?.name[language] ?? contact, phone: role?.phone ?? null };
}
