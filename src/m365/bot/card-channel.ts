import * as v from 'valibot';
import type { CardChannel, CardPlace } from '../../application/ports/card-channel.ts';
import type { ServiceState, StateValue } from '../../application/ports/service-state.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import { findCard, findCards } from './chat-search.ts';
import type { Connector } from './connector.ts';

const chatSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ serviceUrl: v.string(), conversationId: v.string(), memberId: v.string() }),
);
type Chat = v.InferOutput<typeof chatSchema>;

/** Teams takes 40 KB (facts 4.1); kept well below, because clients differ. */
const usualCardLimit = 25_000;

interface CardHome {
  connectorUrl: string;
  teamsAppId: string;
  /** Most bytes of a card in this tenant; as `usualCardLimit` unless named. */
  cardBytes?: number | undefined;
}

/** Cards through the Bot Connector. Chats are remembered in the State list: replicas share them, and nothing is kept on disk. */
export class TeamsCardChannel implements CardChannel {
  readonly #connector: Connector;
  readonly #graph: Graph;
  readonly #state: ServiceState;
  readonly #place: CardHome;
  /** Also those being looked for: several cards for one person at once open one chat. */
  readonly #chats = new Map<string, Promise<Chat>>();

  constructor(connector: Connector, graph: Graph, state: ServiceState, place: CardHome) {
    this.#connector = connector;
    this.#graph = graph;
    this.#state = state;
    this.#place = place;
  }

  async memberId(staffId: string): Promise<string | null> {
    try {
      return (await this.#chat(staffId)).memberId;
    } catch (error) {
      if (isRemoteError(error) && (error.code === 'notFound' || error.code === 'forbidden')) return null;
      throw error;
    }
  }

  async post(to: string, key: string, card: object, options: { resume: boolean; since: string }): Promise<CardPlace> {
    const chat = await this.#chat(to);
    const place = { serviceUrl: chat.serviceUrl, conversationId: chat.conversationId };
    if (options.resume) {
      const { teamsAppId } = this.#place;
      const found = await findCard(this.#graph, { teamsAppId, staffId: to, key, since: options.since });
      if (found !== null) {
        // It shows how things stood when it was posted.
        await this.update({ ...place, activityId: found }, card);
        return { ...place, activityId: found };
      }
    }
    try {
      return {
        ...place,
        activityId: await this.#connector.post(
          chat.serviceUrl,
          chat.conversationId,
          message(card, this.#place.cardBytes),
        ),
      };
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'notFound') throw error;
      const fresh = await this.#reopen(to, chat);
      if (!fresh) throw error;
      const { serviceUrl, conversationId } = fresh;
      return {
        serviceUrl,
        conversationId,
        activityId: await this.#connector.post(serviceUrl, conversationId, message(card, this.#place.cardBytes)),
      };
    }
  }

  async update(place: CardPlace, card: object): Promise<void> {
    await this.#connector.update(
      place.serviceUrl,
      place.conversationId,
      place.activityId,
      message(card, this.#place.cardBytes),
    );
  }

  async remove(
    to: string,
    key: string,
    place: CardPlace | null,
    { since, except }: { since: string; except?: string | undefined },
  ): Promise<void> {
    const found = place ? [place] : await this.#findPlaces(to, key, since);
    for (const { serviceUrl, conversationId, activityId } of found) {
      if (activityId !== except) await unlessGone(() => this.#connector.remove(serviceUrl, conversationId, activityId));
    }
  }

  async remember(staffId: string, chat: Chat): Promise<void> {
    this.#chats.set(staffId, Promise.resolve(chat));
    const key = chatKey(staffId);
    const known = await this.#state.read(key);
    const value = JSON.stringify(chat);
    if (known?.value === value) return;
    await this.#write(key, value, known);
  }

  async #findPlaces(to: string, key: string, since: string): Promise<CardPlace[]> {
    const { teamsAppId } = this.#place;
    return (
      (await unlessGone(async () => {
        const { serviceUrl, conversationId } = await this.#chat(to);
        const found = await findCards(this.#graph, { teamsAppId, staffId: to, key, since });
        return found.map((activityId) => ({ serviceUrl, conversationId, activityId }));
      })) ?? []
    );
  }

  #chat(staffId: string): Promise<Chat> {
    const held = this.#chats.get(staffId);
    if (held) return held;
    const found = this.#look(staffId);
    this.#chats.set(staffId, found);
    found.catch(() => this.#chats.delete(staffId));
    return found;
  }

  async #look(staffId: string): Promise<Chat> {
    const stored = await this.#state.read(chatKey(staffId));
    const parsed = stored ? v.safeParse(chatSchema, stored.value) : null;
    return parsed?.success ? parsed.output : this.#open(staffId, stored);
  }

  /** The remembered chat may be a dead one: null when asking again gives the same. Throws when the app is not there. */
  async #reopen(staffId: string, dead: Chat): Promise<Chat | null> {
    this.#chats.delete(staffId);
    const fresh = await this.#open(staffId, await this.#state.read(chatKey(staffId)));
    return fresh.conversationId === dead.conversationId ? null : fresh;
  }

  async #open(staffId: string, stored: StateValue | null): Promise<Chat> {
    const serviceUrl = this.#place.connectorUrl;
    const conversationId = await this.#connector.openConversation(serviceUrl, staffId);
    const memberId = await this.#connector.memberId(serviceUrl, conversationId, staffId);
    const chat = { serviceUrl, conversationId, memberId };
    await this.#write(chatKey(staffId), JSON.stringify(chat), stored);
    return chat;
  }

  async #write(key: string, value: string, known: StateValue | null): Promise<void> {
    try {
      await this.#state.write(key, value, known?.etag ?? null);
    } catch (error) {
      // Another replica stored the same chat first.
      if (isRemoteError(error) && (error.code === 'conflict' || error.code === 'changedMeanwhile')) return;
      throw error;
    }
  }
}

async function unlessGone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isRemoteError(error) || error.code !== 'notFound') throw error;
    return null;
  }
}

function chatKey(staffId: string): string {
  return `chat:${staffId}`;
}

function message(card: object, limit = usualCardLimit): object {
  if (JSON.stringify(card).length > limit) throw new RemoteError('tooLarge', 'the card is too large for Teams');
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
