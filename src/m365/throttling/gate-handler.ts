import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { RequestGate } from './request-gate.ts';

/** Lets each request to Graph through the gate of the resource behind it, before its own time limit begins to run. */
export class GateHandler implements Middleware {
  readonly #gate: RequestGate;
  #next: Middleware | undefined;

  constructor(gate: RequestGate) {
    this.#gate = gate;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    context.response = await this.#gate.through(resourceOf(url.pathname), async () => {
      context.response = undefined;
      await this.#next?.execute(context);
      if (!context.response) throw new Error('GateHandler must not be the last handler');
      return context.response;
    });
  }
}

/**
 * Which of Microsoft 365's limits a path counts against: SharePoint's for the whole app, Outlook's for each mailbox, Teams', the
 * directory's (facts 1.8).
 */
export function resourceOf(pathname: string): string {
  const [first = '', second = '', third = ''] = pathname.replace(/^.*\/(v1\.0|beta)\//, '').split('/');
  if (first === 'sites' || first === 'drives') return 'sharepoint';
  if (first === 'chats' || first === 'teams' || first === 'appCatalogs' || third === 'teamwork') return 'teams';
  if (first === 'users' && /^(messages|mailFolders|sendMail)$/.test(third)) return `mailbox ${second}`;
  if (first === 'users' || first === 'groups' || first === 'me') return 'directory';
  return first;
}
