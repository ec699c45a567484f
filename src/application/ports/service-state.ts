export interface StateValue {
  value: string;
  etag: string;
}

/** Small things the service must remember: cursors, conversation ids, subscriptions. It keeps nothing on its own disk. */
export interface ServiceState {
  read(key: string): Promise<StateValue | null>;
  /**
   * Creates the value (`etag` null) or replaces the one read.
   * Throws `RemoteError('conflict')` or `RemoteError('changedMeanwhile')` when another replica was first.
   */
  write(key: string, value: string, etag: string | null): Promise<StateValue>;
}
