/**
 * What `work` gives, or what `late` gives (or throws) where that takes longer than so many milliseconds. Work that comes too late goes on, and
 * a failure of it is then nobody's.
 */
export async function within<T, L>(milliseconds: number, work: Promise<T>, late: () => L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clock = new Promise<void>((done) => {
    timer = setTimeout(done, milliseconds);
  }).then(late);
  try {
    return await Promise.race([work, clock]);
  } finally {
    // Else it would hold a process that has nothing left to do.
    clearTimeout(timer);
  }
}
