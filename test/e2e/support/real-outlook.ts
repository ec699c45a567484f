import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../src/domain/incident/vocabulary.ts';
import { ajaxShim } from '../../office/ajax-shim.ts';
import { type HostedItem, type HostedParts, hostPage, hostUrl, paneTitle } from '../../office/host-page.ts';
import type { OfficeFiles } from '../../office/office-files.ts';
import { carry } from './carry.ts';
import { addressOf, bytesOf, inboxOf } from './mail.ts';
import { locales, PaneInUse } from './outlook.ts';
import type { RunningSystem } from './running-system.ts';
import { carrySignIn } from './sign-in-window.ts';

/** Where the pages stand as far as the browser knows. Office.js and its host speak https alone. */
export const productionOrigin = 'https://urddas.glanrafon.example';

/** Settings that an organisation does not write, so that Microsoft's address of Office.js and its hosts are the product's own words. */
export const productionSettings = {
  origin: productionOrigin,
  officeScriptUrl: undefined,
  frameAncestors: undefined,
  teamsHostOrigins: undefined,
};

/** The sign-in window comes back to the page's own address, which an administrator registers. */
export async function registerProduction({ control, settings }: RunningSystem): Promise<void> {
  const app = await control<{ spaRedirectUris: string[] }>('GET', `/sandbox/apps/${settings.clientId}`);
  const spaRedirectUris = [...app.spaRedirectUris, `${productionOrigin}/sign-in.html`];
  await control('PUT', `/sandbox/apps/${settings.clientId}`, { ...app, spaRedirectUris });
}

/** Where production's pages take it from, whoever sets them up. */
export const officeAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeNetwork = officeAddress.replace(/\/[^/]+$/, '');
const ajaxNetwork = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' };

/** `partly`: Office.js comes, and what it asks for itself at another address does not (office-js#4131). */
type NetworkState = 'well' | 'hanging' | 'missing' | 'partly';

/** Microsoft's network: as it answers now, and what it was asked for. */
export class OfficeNetwork {
  readonly asked: string[] = [];
  #state: NetworkState;
  #waiting: (() => void)[] = [];
  readonly #files: OfficeFiles;

  constructor(files: OfficeFiles, state: NetworkState) {
    this.#files = files;
    this.#state = state;
  }

  /** What hung is answered too. */
  recover(): void {
    this.#state = 'well';
    for (const go of this.#waiting) go();
    this.#waiting = [];
  }

  async serve(context: BrowserContext): Promise<void> {
    const answer = async (url: string) => {
      this.asked.push(url);
      if (this.#state === 'hanging') await new Promise<void>((go) => this.#waiting.push(go));
      if (this.#state === 'missing' || (this.#state === 'partly' && url === ajaxNetwork)) return { status: 404 };
      const headers = { 'access-control-allow-origin': '*' };
      const contentType = types[extname(new URL(url).pathname)] ?? 'application/octet-stream';
      if (url === ajaxNetwork) return { headers, contentType, body: ajaxShim };
      // The package spells all names small; Microsoft's network takes either.
      const path = normalize(new URL(url).pathname.replace(new URL(officeNetwork).pathname, '.').toLowerCase());
      const body = await readFile(join(this.#files.folder, path)).catch(() => null);
      return body ? { headers, contentType, body } : { status: 404, headers, body: '' };
    };
    await context.route(
      (url) => url.href.startsWith(`${officeNetwork}/`) || url.href === ajaxNetwork,
      async (route) => {
        const given = await answer(route.request().url());
        // The page that asked may be gone.
        await route.fulfill(given).catch(() => undefined);
      },
    );
  }
}

/** Outlook on the web with the unmodified Office.js in its pane, which has production's address and production's headers. */
export class RealOutlook extends PaneInUse {
  readonly network: OfficeNetwork;
  readonly messages: HostedMessage[];

  private constructor(page: Page, language: Language, network: OfficeNetwork, messages: HostedMessage[]) {
    super(page, language, paneTitle);
    this.network = network;
    this.messages = messages;
  }

  static async open(
    page: Page,
    system: RunningSystem,
    given: { files: OfficeFiles; subjects: string[]; state?: NetworkState; host?: string; language?: Language },
  ): Promise<RealOutlook> {
    const { files, subjects, state = 'well', language = 'en', host = hostUrl } = given;
    const context = page.context();
    const messages = await Promise.all(subjects.map((subject) => hostedMessage(system, subject)));
    const network = new OfficeNetwork(files, state);
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
      console.error('Content security policy: ' + event.effectiveDirective + ' ' + event.blockedURI))`);
    await network.serve(context);
    await carrySignIn(context, system);
    await carry(context, productionOrigin, system.appOrigin);
    // A page that is not of this computer may not ask it for anything (Chromium's local network access); Graph is of no such place.
    await carry(context, system.origin, system.origin);
    const body = hostPage(
      messages.map(({ item, parts }) => ({ item, parts })),
      null,
      locales[language],
    );
    await context.route(`${host}*`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(host);
    await page.evaluate(`openPane(${JSON.stringify(`${productionOrigin}/pane.html`)})`);
    return new RealOutlook(page, language, network, messages);
  }

  /** The person moves on to another message beside the pinned pane. */
  async openItem(index: number): Promise<void> {
    await this.page.evaluate(`openItem(${index})`);
  }

  /** Actions and numbers of methods, in the order Office.js asked its host. */
  asked(): Promise<(string | number)[]> {
    return this.page.evaluate('window.asked');
  }
}

export interface HostedMessage {
  item: HostedItem;
  parts: HostedParts;
  /** The original, as it lies in the mailbox. */
  bytes: Uint8Array;
}

interface GraphRecipient {
  emailAddress: { name: string; address: string };
}

const person = 'carys.llwydfenn';

/** A message of the reporter's inbox, as Outlook on the web hands it to Office.js. */
async function hostedMessage(system: RunningSystem, subject: string): Promise<HostedMessage> {
  const address = addressOf(person);
  const found = (await inboxOf(system, address)).find((mail) => mail.subject === subject);
  if (!found) throw new Error(`There is no message "${subject}".`);
  const ask = async <T>(rest: string, prefer: Record<string, string> = {}): Promise<T> => {
    const path = `/users/${address}/messages/${found.id}${rest}`;
    const answer = await system.graph(await system.observerToken(), path, { headers: prefer });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json() as never;
  };
  const message = await ask<{
    conversationId: string;
    createdDateTime: string;
    from: GraphRecipient;
    sender: GraphRecipient;
    toRecipients: GraphRecipient[];
    ccRecipients: GraphRecipient[];
    internetMessageHeaders: { name: string; value: string }[];
  }>('?$select=conversationId,createdDateTime,from,sender,toRecipients,ccRecipients,internetMessageHeaders');
  const { body } = await ask<{ body: { content: string } }>('?$select=body', {
    prefer: 'outlook.body-content-type="text"',
  });
  const nameOf = ({ emailAddress }: GraphRecipient) => ({ ...emailAddress });
  return {
    item: {
      id: found.id.replace(/-/g, '/').replace(/_/g, '+'),
      subject,
      internetMessageId: found.internetMessageId,
      conversationId: message.conversationId,
      dateTimeCreated: message.createdDateTime,
      from: nameOf(message.from),
      sender: nameOf(message.sender),
      to: message.toRecipients.map(nameOf),
      cc: message.ccRecipients.map(nameOf),
      userDisplayName: 'Carys Llwyd-Fenn',
      userEmailAddress: address,
    },
    parts: {
      bodyText: body.content,
      headers: message.internetMessageHeaders.map(({ name, value }) => `${name}: ${value}\r\n`).join(''),
    },
    bytes: await bytesOf(system, address, found.id),
  };
}
