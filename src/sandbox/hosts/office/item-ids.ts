/**
 * Outlook on the web and on the desktop gives item ids in the form of Exchange Web Services; Graph takes them only after
 * `convertToRestId`, which changes two characters. The stand-in keeps that trap.
 * https://learn.microsoft.com/javascript/api/outlook/office.mailbox#outlook-office-mailbox-converttorestid-member(1)
 */
export function toEwsId(restId: string): string {
  return restId.replaceAll('-', '/').replaceAll('_', '+');
}

export function toRestId(ewsId: string): string {
  return ewsId.replaceAll('/', '-').replaceAll('+', '_');
}
