import { within } from '../application/within.ts';

const openMilliseconds = 3_000;

/** What the browser stores; null where it stores nothing, or does not say: some never answer in a frame, and people wait. */
export async function openStored<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await within(openMilliseconds, open(), () => {
      throw new Error('The database does not answer.');
    });
  } catch (error) {
    console.warn('The browser stores nothing; what is written lives in this window only.', error);
    return null;
  }
}
