import { settle } from './async-result.ts';
import { HostFailure, type HostLink, linkToHost } from './host-link.ts';
import { toEwsId, toRestId } from './item-ids.ts';
import { createBridge } from './nested-app-auth-bridge.ts';
import type { OfficeEvent, WireContext } from './office-protocol.ts';
import { officeTheme } from './office-theme.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { takeAway } from './take-away.ts';

/**
 * `/office.js` of the stand-in: a small object of the same shape as Office.js has it for a message in read mode.
 * It knows nothing by itself; all it says comes from the host page, which must be of this script's own origin.
 */
type Handler = (event: { type: string; [detail: string]: unknown }) => void;
type Ready = { host: 'Outlook' | null; platform: string | null };

const eventTypes = { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' } as const;

function isAtMost(asked: string, offered: string): boolean {
  const [major = 0, minor = 0] = asked.split('.').map(Number);
  const [offeredMajor = 0, offeredMinor = 0] = offered.split('.').map(Number);
  return major < offeredMajor || (major === offeredMajor && minor <= offeredMinor);
}

function createMailbox(link: HostLink, context: WireContext) {
  const handlers = new Map<string, Set<Handler>>();
  const known = new Set<string>(Object.values(eventTypes));
  const mailbox = {
    item: (context.item && readItem(link, context, context.item)) as ReadItem | null,
    userProfile: {
      displayName: context.user.displayName,
      emailAddress: context.user.emailAddress,
      timeZone: 'GMT Standard Time',
      accountType: 'office365',
    },
    diagnostics: { hostName: context.hostName, hostVersion: '16.01 (stand-in)', OWAView: 'ThreeColumns' },
    restUrl: context.graphRoot,
    convertToRestId: (itemId: string, _version: string) => {
      if (context.hasRestIds) throw new HostFailure(9021, 'NotSupported', 'This host has no convertToRestId.');
      return toRestId(itemId);
    },
    convertToEwsId: (itemId: string, _version: string) => toEwsId(itemId),
    addHandlerAsync: (type: string, handler: Handler, ...rest: unknown[]) => {
      if (!known.has(type)) {
        const refusal = new HostFailure(5010, 'DataWriteError', `This host does not know the event ${type}.`);
        settle(Promise.reject(refusal), rest);
        return;
      }
      const ofType = handlers.get(type) ?? new Set<Handler>();
      handlers.set(type, ofType.add(handler));
      settle(Promise.resolve(undefined), rest);
    },
    removeHandlerAsync: (type: string, ...rest: unknown[]) => {
      handlers.delete(type);
      settle(Promise.resolve(undefined), rest);
    },
  };
  const raise = (type: string, detail: Record<string, unknown>) => {
    for (const handler of handlers.get(type) ?? []) handler({ type, ...detail });
  };
  return { mailbox, raise };
}

function start(link: HostLink) {
  const context = {
    displayLanguage: 'en-GB',
    contentLanguage: 'en-GB',
    host: null as string | null,
    platform: null as string | null,
    diagnostics: {} as Record<string, string>,
    officeTheme: undefined as ReturnType<typeof officeTheme> | undefined,
    mailbox: undefined as ReturnType<typeof createMailbox>['mailbox'] | undefined,
    requirements: { isSetSupported: (_set: string, _version?: string) => false },
    ui: {
      closeContainer: () => void link.ask('closePane', null),
      openBrowserWindow: (url: string) => void link.ask('openWindow', { url }),
      displayDialogAsync: (_url: string, ...rest: unknown[]) =>
        settle(Promise.reject(new HostFailure(12011, 'DialogBlocked', 'The stand-in opens no dialogs.')), rest),
    },
  };

  async function open(): Promise<Ready> {
    if (window.parent === window) return { host: null, platform: null };
    const wire = await link.ask('start', null);
    const { mailbox, raise } = createMailbox(link, wire);
    Object.assign(context, {
      displayLanguage: wire.displayLanguage,
      contentLanguage: wire.displayLanguage,
      host: 'Outlook',
      platform: wire.platform,
      diagnostics: { host: 'Outlook', platform: wire.platform, version: '16.01' },
      officeTheme: officeTheme(wire.theme),
      mailbox,
    });
    context.requirements.isSetSupported = (set, version = '1.1') => {
      if (set.toLowerCase() === 'mailbox') return isAtMost(version, wire.mailboxSet);
      return set.toLowerCase() === 'nestedappauth' && wire.nestedAppAuth && isAtMost(version, '1.1');
    };
    if (wire.nestedAppAuth) Object.assign(window, { nestedAppAuthBridge: createBridge(link) });
    const lack = () => takeAway(window, wire.lacking);
    lack();
    link.onEvent((event: OfficeEvent) => {
      if (event.event === 'themeChanged') {
        context.officeTheme = officeTheme(event.theme);
        raise(eventTypes.OfficeThemeChanged, { officeTheme: context.officeTheme });
      } else {
        mailbox.item = event.item && readItem(link, wire, event.item);
        lack();
        raise(eventTypes.ItemChanged, { initialData: null });
      }
    });
    return { host: 'Outlook', platform: wire.platform };
  }

  const opened = open();
  return {
    context,
    onReady: (callback?: (info: Ready) => void) => {
      if (callback) void opened.then(callback);
      return opened;
    },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Text: 'text', Html: 'html' },
    EventType: eventTypes,
    HostType: { Outlook: 'Outlook' },
    PlatformType: { OfficeOnline: 'OfficeOnline' },
    MailboxEnums: {
      RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
      ItemType: { Message: 'message', Appointment: 'appointment' },
      AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud' },
      DelegatePermissions: { Read: 1, Write: 2, DeleteOwn: 4, DeleteAll: 8, EditOwn: 16, EditAll: 32 },
    },
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement)
  Object.assign(window, { Office: start(linkToHost(new URL(script.src).origin)) });
