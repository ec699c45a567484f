import type { Staff } from '../../domain/incident/staff.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';

export interface StaffRecord extends Staff {
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  /** Business phone as the directory holds it. */
  phone: string | null;
  /** From the directory's preferred language; null when it says nothing (B-CY-3: then both). */
  language: Language | null;
}

/** People of the organisation, read with the caller's own rights. */
export interface Directory {
  me(): Promise<StaffRecord>;
  /** Null when the directory names none. */
  myManager(): Promise<StaffRecord | null>;
  /** At most 10 people whose name or address starts with the text; fewer than two characters give none. */
  search(text: string): Promise<StaffRecord[]>;
}

/** The same, for the service, which asks about others. */
export interface StaffDirectory {
  /** Null when there is no such account, or it is disabled or a guest. */
  find(id: string): Promise<StaffRecord | null>;
  managerOf(id: string): Promise<StaffRecord | null>;
  /** Everyone who reports to this person directly, without guests and closed accounts; all pages. Empty for whoever is not there. */
  reportsOf(id: string): Promise<StaffRecord[]>;
  /** Every address that reaches this person's mailbox, in lower case; whether or not the account is closed. Empty where there is none. */
  addressesOf(id: string): Promise<string[]>;
}
