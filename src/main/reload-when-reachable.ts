const lookAgainMilliseconds = 5_000;
/** Between two reloads, so that a part which is really missing does not make the page turn round and round. */
const restMilliseconds = 60_000;
const key = 'urddas-reloaded';

/**
 * A browser remembers a module it could not fetch for as long as the document lives, and asks for it no more. Once our pages
 * answer again, only a new document helps; what was typed and what is in the outbox is kept on the device.
 */
export async function reloadWhenReachable(): Promise<void> {
  for (;;) {
    await new Promise((done) => setTimeout(done, lookAgainMilliseconds));
    if (Date.now() - lastReload() < restMilliseconds) continue;
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (!answer.ok) continue;
    } catch {
      continue;
    }
    rememberReload();
    location.reload();
    return;
  }
}

function lastReload(): number {
  try {
    return Number(sessionStorage.getItem(key) ?? 0);
  } catch {
    return 0;
  }
}

function rememberReload(): void {
  try {
    sessionStorage.setItem(key, String(Date.now()));
  } catch {
    // Without storage nothing can be remembered; five seconds lie between two reloads all the same.
  }
}
