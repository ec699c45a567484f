import { RemoteError } from '../../application/remote-error.ts';

/**
 * Loads Office.js, which Microsoft serves from its own network only, and waits for the host. May stay pending for as long
 * as that network hangs: nothing that the person needs may wait for it.
 */
export async function startOffice(scriptUrl: string): Promise<void> {
  if (typeof globalThis.Office === 'undefined') await addScript(scriptUrl);
  await Office.onReady();
}

/** The page itself may have begun to load it, before our own script came: then that one is waited for. */
function addScript(scriptUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const begun = [...document.scripts].find(({ src }) => src === scriptUrl);
    const script = begun ?? document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      // So that another try asks again.
      script.remove();
      reject(new RemoteError('offline', 'Office.js could not be loaded'));
    });
    if (begun) return;
    script.src = scriptUrl;
    script.async = true;
    document.head.append(script);
  });
}
