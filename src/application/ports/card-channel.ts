/** Where a card lies; enough to redraw it for everyone who has it. */
export interface CardPlace {
  serviceUrl: string;
  conversationId: string;
  activityId: string;
}

/** Cards in a person's chat with the app. A card holds no words of the message (X-SAFE-1). */
export interface CardChannel {
  /** The person's id in this channel (`29:…`), by which a card may refresh for that person alone; null when not known. */
  memberId(staffId: string): Promise<string | null>;
  /**
   * Posts the card once. The card's own JSON holds `key`. `resume` says that an earlier attempt may have gone through: the chat
   * is searched for the key first, back to `since` (UTC), and a card that is found there is replaced by this one.
   * Throws `RemoteError('notFound')` when the app is not installed for the person or there is no conversation,
   * `forbidden` when the person or an administrator has blocked it.
   */
  post(to: string, key: string, card: object, options: { resume: boolean; since: string }): Promise<CardPlace>;
  /** Replaces the card for everyone who sees it. */
  update(place: CardPlace, card: object): Promise<void>;
  /**
   * Deletes the card from the person's chat. `place` null: attempts to post it may have got through, so the chat is searched for
   * the key, back to `since` (UTC), and every card that carries it goes, but the activity `except`. A card that is not there is no failure.
   */
  remove(
    to: string,
    key: string,
    place: CardPlace | null,
    options: { since: string; except?: string | undefined },
  ): Promise<void>;
  /** Remembers the chat that an event from the channel named, so that it need not be asked for. */
  remember(staffId: string, chat: { serviceUrl: string; conversationId: string; memberId: string }): Promise<void>;
}
