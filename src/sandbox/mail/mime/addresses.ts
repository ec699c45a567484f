import { addressParser } from 'postal-mime';
import { withoutControls } from './headers.ts';

/** A person in a message, as Graph writes it. */
export interface Recipient {
  emailAddress: { name: string; address: string };
}

/** Every address of a header such as To, groups laid flat; entries without an address are kept by name. */
export function parseAddresses(header: string | undefined): Recipient[] {
  if (!header) return [];
  return addressParser(header, { flatten: true }).map((entry) => {
    const address = withoutControls(entry.address ?? '');
    return { emailAddress: { name: withoutControls(entry.name ?? '') || address, address } };
  });
}

/** True for something that can be delivered to. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+\.[^\s@<>,;:"()[\]]+$/.test(text) && text.length <= 320;
}
