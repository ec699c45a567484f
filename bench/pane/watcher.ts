/** What the watcher in a page has seen; times are milliseconds since the page's own navigation began. */
export interface Seen {
  /** When the first key typed was in the field. */
  firstKey: number | null;
  keys: number;
  /** All parts work; see `watcher`. */
  complete: number | null;
  /** The directory has answered too: the manager is named. */
  managerNamed: number | null;
  longestTask: number;
}

/**
 * Runs in the measured page before anything else. Puts the cursor into the field for facts as soon as it exists, chooses a
 * kind, and notes when a key typed is there, when all parts of the pane work (the message was read from the host, it is said who
 * will be told, and the report can be sent), and when sign-in and directory have named the manager, which no part waits for.
 * Says each over the binding `benchSay`.
 */
export const watcher = `(() => {
  if (!/\\/(pane|floor|alone)\\.html$/.test(location.pathname)) return;
  const bench = (window.bench = { firstKey: null, keys: 0, complete: null, managerNamed: null, longestTask: 0 });
  const say = (what) => window.benchSay?.(what);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) bench.longestTask = Math.max(bench.longestTask, task.duration);
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('input', ({ target }) => {
    if (target.name !== 'facts') return;
    bench.keys += 1;
    if (bench.firstKey !== null) return;
    bench.firstKey = performance.now();
    say('firstKey');
  }, true);
  let hasFocus = false;
  let hasKind = false;
  const has = (selector) => Boolean(document.querySelector(selector)?.textContent);
  const look = () => {
    const facts = document.querySelector('[name=facts]');
    if (!facts) return;
    if (!hasFocus) { hasFocus = true; facts.focus(); }
    const kind = document.querySelector('[name=kind][value=abusive]');
    if (!hasKind && kind) { hasKind = true; kind.click(); }
    if (bench.managerNamed === null && has('.manager strong')) {
      bench.managerNamed = performance.now();
      say('managerNamed');
    }
    if (bench.complete !== null || !has('.message dl') || !has('.preview li')) return;
    if (!document.querySelector('button[type=submit]:not([aria-disabled])')) return;
    bench.complete = performance.now();
    say('complete');
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
})();`;
