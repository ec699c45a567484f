/** A page that nobody looks at draws no frame; what it shows once somebody does should be there by then. */
const unseenMs = 1_000;

let firstFrame: Promise<void> | null = null;

/** Settles once a frame has been drawn since it was first asked for and the browser has had a moment to itself; at once ever after. */
export function afterFirstFrame(): Promise<void> {
  firstFrame ??= new Promise((done) => {
    const unseen = setTimeout(done, unseenMs);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      // Before this frame is drawn nothing else gets a turn; Safari knows no idle time.
      if ('requestIdleCallback' in window) setTimeout(() => requestIdleCallback(() => done(), { timeout: unseenMs }));
      else setTimeout(done);
    });
  });
  return firstFrame;
}

/** The same reading, begun when the first screen stands: somebody may be on the line, and nothing on that screen waits for it. COM-3e-7 */
export function afterwards<T>(read: () => Promise<T>): () => Promise<T> {
  return () => afterFirstFrame().then(read);
}
