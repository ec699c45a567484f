import { readJson } from '../shared/host-session.ts';

export interface HostedApp {
  clientId: string;
  name: string;
  teamsAppId: string;
  tabs: { entityId: string; name: string; url: string }[];
  botId: string | null;
  state: 'installed' | 'notInstalled' | 'blocked';
}

export interface CardAction {
  type: string;
  id?: string;
  title?: string;
  verb?: string;
  data?: unknown;
}

export interface ChatMessage {
  id: string;
  version: number;
  isFromBot: boolean;
  isOwn: boolean;
  isImportant: boolean;
  text: string;
  cards: unknown[];
  isPersonal: boolean;
  refresh: { action: CardAction; isAutomatic: boolean } | null;
  createdAt: string;
  isEdited: boolean;
  isDeleted: boolean;
}

export interface Chat {
  id: string;
  title: string;
  messages: ChatMessage[];
  hasEarlier: boolean;
}

export interface Notification {
  id: string;
  clientId: string;
  preview: string;
  webUrl: string | null;
  at: string;
}

export type CardOutcome = { kind: 'card' } | { kind: 'message' | 'error' | 'unreachable'; text: string };

const about = (persona: string) => `persona=${encodeURIComponent(persona)}`;

async function get<Body>(path: string): Promise<Body> {
  return readJson<Body>(await fetch(path));
}

async function post<Body>(path: string, body: unknown): Promise<Body> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return readJson<Body>(answer);
}

export const loadApps = (persona: string) => get<HostedApp[]>(`/sandbox/teams/apps?${about(persona)}`);
export const loadChats = (persona: string, messages: number) =>
  get<Chat[]>(`/sandbox/teams/chats?${about(persona)}&messages=${messages}`);
export const loadNotifications = (persona: string) =>
  get<Notification[]>(`/sandbox/teams/notifications?${about(persona)}`);

export const sendText = (persona: string, chatId: string, text: string) =>
  post<ChatMessage>(`/sandbox/teams/chats/${encodeURIComponent(chatId)}/messages`, { persona, text });

/** Writes to a person, in the one chat with them; gives its id. */
export const sendToPerson = (persona: string, to: string, text: string) =>
  post<{ id: string }>('/sandbox/teams/person-chats', { persona, to, text });

export const sendCardAction = (
  persona: string,
  chatId: string,
  messageId: string,
  action: CardAction,
  trigger: 'manual' | 'automatic',
) =>
  post<CardOutcome>(`/sandbox/teams/chats/${encodeURIComponent(chatId)}/messages/${messageId}/actions`, {
    persona,
    action,
    trigger,
  });

/** Calls back when a chat of this person changes, and after each reconnection; gives the function that stops it. */
export function watchChats(persona: string, changed: () => void): () => void {
  const source = new EventSource(`/sandbox/teams/events?${about(persona)}`);
  source.addEventListener('chatChanged', changed);
  source.addEventListener('open', changed);
  return () => source.close();
}
