import type { ClientSettings } from '../application/client-settings.ts';

/**
 * The window of the browser's own sign-in, where a host's broker fails (facts 7.13). msal opens it first from the pane's
 * frame: a press on the button goes on to Microsoft. Microsoft then comes back here with the answer, which is handed over.
 */
async function run(): Promise<void> {
  const answer = new URLSearchParams(window.location.hash.slice(1) || window.location.search.slice(1));
  if (answer.has('state') && (answer.has('code') || answer.has('error'))) {
    const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge');
    await broadcastResponseToMainFrame();
    return;
  }
  const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as Partial<ClientSettings>;
  if (!settings.authority) throw new Error('The page came without its settings.');
  const allowedAuthorityOrigins = [settings.authority];
  const button = document.getElementById('continue');
  const { runPopupRelay } = await import('@azure/msal-browser/popup-relay');
  button?.removeAttribute('hidden');
  // Only a press lets a page open a window.
  button?.addEventListener('click', () => runPopupRelay({ allowedAuthorityOrigins }), { once: true });
}

void run();
