/** Asks Microsoft 365 to call the service when a list changes. A lost call loses nothing: the lists are polled as well. */
export interface ChangeNotices {
  /**
   * Makes the subscription, or prolongs the given one. `expiresAt` is UTC.
   * Throws `RemoteError('notFound')` when the given one is gone.
   */
  ensure(
    list: string,
    subscription: { url: string; clientState: string; existingId: string | null },
  ): Promise<{ id: string; expiresAt: string }>;
}
