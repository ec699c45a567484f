/** The address that rings a number, however it is written: digits and a leading plus are what is dialled. */
export function telAddress(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
