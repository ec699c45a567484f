import type { ClientSettings } from '../application/client-settings.ts';
import type { Directory } from '../application/ports/directory.ts';
import type { EvidenceUpload } from '../application/ports/evidence-upload.ts';
import type { Intake } from '../application/ports/intake.ts';
import type { Outbox } from '../application/ports/outbox.ts';
import type { PanePorts } from '../application/ports/pane.ts';
import type { SignIn } from '../application/ports/sign-in.ts';
import type { TabPorts } from '../application/ports/tab-ports.ts';
import { createOfficeMailHost } from '../m365/office/office-mail-host.ts';
import { createTeamsTabHost } from '../m365/teams/teams-tab-host.ts';
import { startReporting } from './tab-reporting.ts';
import { waitForHost } from './wait-for-host.ts';

/** How long signing in waits for the host; without one, the browser's own sign-in is what is left. */
const hostWaitMs = 15_000;

/**
 * What the pane needs from outside. Only the Office adapter (small) comes with the page; Graph, mail and sign-in, some
 * 100 KB, load on first use, or when `warmUp` is called after the form is on screen.
 */
export function createPanePorts(settings: ClientSettings, outbox: Outbox): PanePorts & { warmUp(): Promise<unknown> } {
  const host = createOfficeMailHost(settings.officeScriptUrl);
  const adapters = once(async () => {
    const { createPaneAdapters } = await import('./pane-adapters.ts');
    return createPaneAdapters(settings, host, () => waitForHost(host, hostWaitMs));
  });
  return {
    host,
    directory: deferred(async () => (await adapters()).directory),
    intake: deferred(async () => (await adapters()).intake),
    mailbox: deferred(async () => (await adapters()).mailbox),
    originals: deferred(async () => (await adapters()).originals),
    evidence: deferred(async () => (await adapters()).evidence),
    signIn: deferred(async () => (await adapters()).signIn),
    outbox,
    // One asks for the other only when it is used: fetched together, they save a round trip.
    warmUp: () => Promise.all([adapters(), import('../m365/auth/msal.ts')]),
  };
}

/** What the tab needs from outside; adapters load on first use. */
export function createTabPorts(settings: ClientSettings): TabPorts {
  const host = createTeamsTabHost(settings.teamsHostOrigins);
  const adapters = once(async () => {
    const { createTabAdapters } = await import('./tab-adapters.ts');
    // teams-js first: it is what gives msal the bridge to the host (facts 3.1).
    return createTabAdapters(settings, () => host.started());
  });
  const directory: Directory = deferred(async () => (await adapters()).directory);
  const intake: Intake = deferred(async () => (await adapters()).intake);
  const signIn: SignIn = deferred(async () => (await adapters()).signIn);
  const evidence: EvidenceUpload = deferred(async () => (await adapters()).evidence);
  const reporting = startReporting(settings, host, { directory, intake, signIn, evidence });
  return {
    host,
    directory,
    intake,
    reporting,
    board: deferred(async () => (await adapters()).board),
    configuration: deferred(async () => (await adapters()).configuration),
    switchboard: deferred(async () => (await adapters()).switchboard),
    team: deferred(async () => (await adapters()).team),
    colleagues: {
      ask: async (to, text) => (await adapters()).colleagues.ask(to, text),
      compose: (to, text) => host.openChat(to.address, text),
    },
    signIn: {
      personId: () => signIn.personId(),
      interactively: async () => {
        await signIn.interactively();
        await reporting.signedIn();
      },
    },
  };
}

/** Keeps a success; a failed load (lost network) is tried again by the next caller. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    if (loading) return loading;
    const attempt = load();
    loading = attempt;
    attempt.catch(() => {
      if (loading === attempt) loading = null;
    });
    return attempt;
  };
}

type AsyncMethods<T> = { [Name in keyof T]: (...given: never[]) => Promise<unknown> };

/** A port whose adapter is loaded by its first call. Every method of such a port gives a promise. */
function deferred<T extends AsyncMethods<T>>(load: () => Promise<T>): T {
  return new Proxy({} as T, {
    get: (_target, name) => {
      // Otherwise the port itself would look like a promise to whoever awaits it.
      if (name === 'then') return undefined;
      return async (...given: never[]) => {
        const port = await load();
        return port[name as keyof T](...given);
      };
    },
  });
}
