import { RemoteError } from '../../application/remote-error.ts';

/**
 * Loads Office.js, which Microsoft serves from its own network only, and waits for the host. May stay pending for as long
 * as that network hangs: nothing that the person needs may wait for it.
 */
export async function startOffice(scriptUrl: string): Promise<void> {
  if (typeof globalThis.Office === 'undefined') await addScript(scriptUrl);
  await Office.onReady();
}

function addScript(scriptUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = scriptUrl;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      // So that another try asks again.
      script.remove();
      reject(new RemoteError('offline', 'Office.js could not be loaded'));
    };
    document.head.append(script);
  });
}
