const openMilliseconds = 3_000;

/** What the browser stores; null where it stores nothing, or does not say: some never answer in a frame, and people wait. */
export async function openStored<T>(open: () => Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), openMilliseconds);
  });
  try {
    return await Promise.race([open(), silence]);
  } catch (error) {
    console.warn('The browser stores nothing; what is written lives in this window only.', error);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
