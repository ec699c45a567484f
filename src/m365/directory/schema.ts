import * as v from 'valibot';
import type { StaffRecord } from '../../application/ports/directory.ts';

const text = v.nullish(v.string(), null);

export const userSchema = v.object({
  id: v.string(),
  displayName: text,
  userPrincipalName: v.string(),
  mail: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
  businessPhones: v.nullish(v.array(v.string()), []),
  preferredLanguage: text,
  accountEnabled: v.nullish(v.boolean(), true),
  userType: text,
});

export type User = v.InferOutput<typeof userSchema>;

export const userFields = Object.keys(userSchema.entries).join(',');

export function toStaffRecord(user: User): StaffRecord {
  return {
    id: user.id,
    name: user.displayName ?? user.userPrincipalName,
    address: user.mail ?? user.userPrincipalName,
    jobTitle: user.jobTitle,
    department: user.department,
    officeLocation: user.officeLocation,
    phone: user.businessPhones.at(0) ?? null,
    language: languageOf(user.preferredLanguage),
  };
}

/** Guests and closed accounts can neither review nor be told. */
export function isActiveStaff(user: User): boolean {
  return user.accountEnabled !== false && user.userType !== 'Guest';
}

function languageOf(tag: string | null): StaffRecord['language'] {
  const primary = tag?.toLowerCase().split('-')[0];
  return primary === 'cy' || primary === 'en' ? primary : null;
}

export const addressesSchema = v.object({
  userPrincipalName: v.string(),
  mail: text,
  proxyAddresses: v.nullish(v.array(v.string()), []),
});

/** Lower case. Proxy addresses of other kinds than SMTP (SIP, X500) reach no mailbox. */
export function addressesIn(user: v.InferOutput<typeof addressesSchema>): string[] {
  const byMail = user.proxyAddresses.flatMap((each) => /^smtp:(.+)$/i.exec(each)?.[1] ?? []);
  const all = [user.mail ?? [], user.userPrincipalName, byMail].flat();
  return [...new Set(all.map((each) => each.toLowerCase()))];
}
