/** Waits until `look` gives something else than false; for preparations, where no test is running yet. */
export async function until(
  what: string,
  look: () => Promise<boolean>,
  timeoutMs = 60_000,
  gapMs = 200,
): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    if (await look()) return;
    await new Promise((done) => setTimeout(done, gapMs));
  }
  throw new Error(`Not within ${timeoutMs / 1000} seconds: ${what}`);
}
