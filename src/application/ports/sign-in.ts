/** Signing in with the person watching. Everything else asks for tokens silently. */
export interface SignIn {
  /**
   * Lets the person sign in or consent in a window of the host. Call it from a button press only: a window opened
   * at any other time is blocked. Rejects with `RemoteError('signInRequired')` when the person closes it.
   */
  interactively(): Promise<void>;
  /** Directory id of the signed-in person, from the account and without a request to Graph. Never asks the person. */
  personId(): Promise<string>;
}
