import type { ClientSettings } from '../application/client-settings.ts';
import { signInWindowMilliseconds } from '../m365/auth/sign-in-window.ts';

const answerArrivesWithinMs = 1_000;

/**
 * The window of the browser's own sign-in, where a host's broker fails (facts 7.13). msal opens it first from the pane's
 * frame: a press on the button goes on to Microsoft. Microsoft then comes back here with the answer, which is handed over.
 */
async function run(): Promise<void> {
  closeLater();
  const answer = new URLSearchParams(window.location.hash.slice(1) || window.location.search.slice(1));
  if (answer.has('state') && (answer.has('code') || answer.has('error'))) {
    const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge');
    await broadcastResponseToMainFrame();
    return;
  }
  // An administrator who has allowed the app is sent here too, and so is nobody who has a frame of ours waiting.
  if (!answer.has('req')) return say(answer.has('error') ? 'refused' : 'done');
  const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as Partial<ClientSettings>;
  if (!settings.authority) throw new Error('The page came without its settings.');
  const allowedAuthorityOrigins = [settings.authority];
  const { runPopupRelay } = await import('@azure/msal-browser/popup-relay');
  say('ask');
  // Only a press lets a page open a window.
  const press = () => {
    say('asked');
    runPopupRelay({ allowedAuthorityOrigins, timeoutMs: signInWindowMilliseconds });
  };
  document.querySelector('button')?.addEventListener('click', press, { once: true });
}

/**
 * msal hands the answer on and closes the window in the same turn. Whoever waits for it looks every half second whether the window is still
 * there, and on a busy computer sees that it is gone before the answer is in: a sign-in that worked would count as given up.
 */
function closeLater(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, answerArrivesWithinMs);
}

/** Shows one of the page's texts instead of the one before. */
function say(id: 'ask' | 'asked' | 'done' | 'refused'): void {
  const text = document.getElementById(id) as HTMLTemplateElement;
  document.getElementById('said')?.replaceChildren(text.content.cloneNode(true));
}

void run();
