import type { Staff } from '../../domain/incident/report.ts';

/** A discreet message to colleagues, while somebody is on the line. COM-3d-3, COM-3e-1. */
export interface Colleagues {
  /**
   * Sends the words to each in a chat of their own, as the signed-in person. Tells for each whether it was sent; throws
   * `RemoteError` only when nobody could be reached at all.
   */
  ask(to: readonly Staff[], text: string): Promise<{ to: Staff; sent: boolean }[]>;
}
