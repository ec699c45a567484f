import { StartFailure } from './start-failure.ts';

const pauseMs = 100;

/** Settles when the address answers with success; `gaveUp` says why waiting is of no more use, or null. */
export async function waitUntilAnswers(
  url: string,
  options: { name: string; timeoutMs: number; gaveUp: () => string | null },
): Promise<void> {
  const until = Date.now() + options.timeoutMs;
  let last = 'no answer';
  while (Date.now() < until) {
    const reason = options.gaveUp();
    if (reason !== null) throw new StartFailure(`The ${options.name} did not start:\n${reason}`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch {
      last = 'no answer';
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new StartFailure(`The ${options.name} does not answer at ${url} (${last}).`);
}
