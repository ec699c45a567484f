/** Properties whose addresses an administrator or a person opens in a browser of their own; every other one is opened inside a host. */
const outside = new Set(['websiteUrl', 'privacyUrl', 'termsOfUseUrl']);

/**
 * What the schema does not see: an address that is not https, or whose host the manifest does not name among its valid domains, so that
 * Teams or Outlook would show an empty frame. One line a fault, with the place. Also a mark that was never filled.
 */
export function addressFaults(manifest: { validDomains: readonly string[] }): string[] {
  const faults: string[] = [];
  const look = (value: unknown, place: string, name: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) look(each, `${place}/${key}`, Array.isArray(value) ? name : key);
      return;
    }
    if (typeof value !== 'string' || name === '$schema') return;
    if (value.includes('${{')) faults.push(`${place} was not filled`);
    if (!/^[a-z]+:\/\//i.test(value) || !URL.canParse(value)) return;
    const { protocol, host } = new URL(value);
    // The name of a resource, and no address.
    if (protocol === 'api:') return;
    // The broker of nested app auth has a scheme of its own for the same host.
    if (protocol !== 'https:' && protocol !== 'brk-multihub:') faults.push(`${place} is not https`);
    const isOutside = outside.has(name) && place.startsWith('/developer/');
    if (!isOutside && !manifest.validDomains.includes(host)) faults.push(`${place} is of ${host}, no valid domain`);
  };
  look(manifest, '', '');
  return faults;
}
