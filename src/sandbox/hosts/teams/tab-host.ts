/** A request as teams-js posts it to its host. */
interface TabRequest {
  id?: number;
  uuidAsString?: string;
  func: string;
  args?: unknown[];
  /** Of `nestedAppAuth.execute` only. */
  data?: string;
}

/** What the page around the tab can do for it. */
export interface TabHostActions {
  context(): Record<string, unknown>;
  config(): Record<string, unknown>;
  /** False when the link leads nowhere this host knows. */
  openLink(link: string): boolean;
  /** Opens a chat with this person, the words written and not sent. */
  openChat(address: string, message: string): void;
  navigateToApp(params: { appId: string; pageId: string; subPageId?: string }): boolean;
  navigateWithinApp(params: { pageId: string; subPageId?: string }): boolean;
  navigateToDefaultPage(): void;
  navigateBack(): void;
  shareLink(subPageId: string, label: string): void;
  returnFocus(): void;
  answerNestedAppAuth(requestJson: string, origin: string): Promise<string | null>;
  loaded(): void;
  succeeded(): void;
  failed(reason: string): void;
}

interface TabHostOptions {
  frame: () => Window | null;
  origin: string;
  sdkVersion: string;
  runtime: string;
  actions: TabHostActions;
}

type Handler = (request: TabRequest) => unknown[] | null | Promise<unknown[] | null>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const notHere = { errorCode: 404, message: 'There is no such page in this app.' };

/**
 * The host's side of teams-js: answers what the tab asks, each in the shape that the library expects of that call,
 * and tells it of changes it has registered for. Messages of other windows and origins are not listened to.
 */
export function createTabHost(options: TabHostOptions) {
  const { actions, origin } = options;
  const registered = new Set<string>();

  const handlers: Record<string, Handler> = {
    // Another order and nested app auth is lost: the library looks for the runtime in the last place.
    initialize: () => ['content', 'web', options.sdkVersion, options.runtime],
    getContext: () => [actions.context()],
    registerHandler: ({ args }) => {
      registered.add(text(args?.[0]));
      return null;
    },
    'appInitialization.appLoaded': () => {
      actions.loaded();
      return null;
    },
    'appInitialization.success': () => {
      actions.succeeded();
      return null;
    },
    'appInitialization.failure': ({ args }) => {
      actions.failed(text(args?.[1]) || text(args?.[0]));
      return null;
    },
    'appInitialization.expectedFailure': () => {
      actions.succeeded();
      return null;
    },
    executeDeepLink: ({ args }) =>
      actions.openLink(text(args?.[0])) ? [true] : [false, 'This host cannot open the link.'],
    'chat.openChat': ({ args }) => {
      const { members = [], message } = (args?.[0] ?? {}) as { members?: string[]; message?: string };
      const [member] = members;
      if (!member || members.length > 1) return [false, 'This host opens chats with one person.'];
      actions.openChat(member, message ?? '');
      return [true];
    },
    'pages.navigateToApp': ({ args }) =>
      actions.navigateToApp(args?.[0] as Parameters<TabHostActions['navigateToApp']>[0])
        ? [true]
        : [false, 'There is no such app or page here.'],
    'pages.currentApp.navigateTo': ({ args }) =>
      actions.navigateWithinApp(args?.[0] as Parameters<TabHostActions['navigateWithinApp']>[0]) ? [null] : [notHere],
    'pages.currentApp.navigateToDefaultPage': () => {
      actions.navigateToDefaultPage();
      return [null];
    },
    navigateBack: () => {
      actions.navigateBack();
      return [true];
    },
    navigateCrossDomain: () => [false, 'Cross-origin navigation is not allowed here.'],
    'settings.getSettings': () => [actions.config()],
    shareDeepLink: ({ args }) => {
      actions.shareLink(text(args?.[0]), text(args?.[1]));
      return null;
    },
    returnFocus: () => {
      actions.returnFocus();
      return null;
    },
    setFrameContext: () => null,
    readyToUnload: () => null,
    'authentication.getAuthToken': () => [false, 'This host gives tokens by nested app authentication only.'],
    'authentication.authenticate': () => [false, 'FailedToOpenWindow'],
    'nestedAppAuth.execute': async ({ data }) => {
      const answer = await actions.answerNestedAppAuth(text(data), origin);
      return answer === null ? null : [null, answer];
    },
  };

  const post = (message: Record<string, unknown>) => options.frame()?.postMessage(message, origin);

  return {
    /** To be called with every message event of the host's window. */
    async receive(event: MessageEvent): Promise<void> {
      if (event.source !== options.frame() || event.origin !== origin) return;
      const request = event.data as TabRequest | null;
      if (typeof request !== 'object' || typeof request?.func !== 'string') return;
      const args = await handlers[request.func]?.(request);
      if (args) post({ id: request.id, uuidAsString: request.uuidAsString, args });
    },
    /** Tells the tab of a change, if it asked to be told. */
    announce(event: 'themeChange' | 'contextChange', value: unknown): void {
      if (registered.has(event)) post({ func: event, args: [value] });
    },
  };
}

export type TabHost = ReturnType<typeof createTabHost>;
