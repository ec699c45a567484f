import type { Staff } from '../../domain/incident/staff.ts';

/** A discreet message to colleagues, while somebody is on the line. COM-3d-3, COM-3e-1. */
export interface Colleagues {
  /**
   * Sends the words to each in a chat of their own, as the signed-in person, and never opens a window. Tells for each whether
   * it was sent; throws `RemoteError` only when nobody could be reached at all: `signInRequired` and `consentRequired` say
   * that only a person or an administrator can mend it. Then the screen shows the words, to be held up to a colleague.
   */
  ask(to: readonly Staff[], text: string): Promise<{ to: Staff; sent: boolean }[]>;
  /**
   * Opens Teams' own chat with the words written and not yet sent: the way on where `ask` could not send. It leaves the page,
   * so only from a press. False where the host has no chats.
   */
  compose(to: Staff, text: string): Promise<boolean>;
}
