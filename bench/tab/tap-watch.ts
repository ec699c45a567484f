/**
 * Runs in the page before anything else: taps the first button of the content every 30 ms, as an impatient person does, until
 * a tap has led somewhere. `benchTap.at` is that moment, in milliseconds since the page was asked for.
 */
export const tapWatch = `
  window.benchTap = { at: null };
  const timer = setInterval(() => {
    document.querySelector('main ul button')?.click();
    if (!location.hash.startsWith('#helper/')) return;
    window.benchTap.at = performance.now();
    clearInterval(timer);
  }, 30);
`;

/** The same first screen in plain HTML: the floor. A tap goes where the tab's tap goes, and shows a heading. */
export const floorPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Floor</title>
<style>body{font:14px/1.4 'Segoe UI',sans-serif;margin:0;padding:12px}ul{display:grid;gap:12px;padding:0}li{list-style:none}button{padding:16px;width:100%;text-align:start}</style></head>
<body><main><h1>What is happening?</h1><section><h2>If you are in danger</h2><p><a href="tel:999">Ring 999</a></p></section>
<ul>${[
  'Abusive call',
  'Sexual or malicious call',
  'Hoax call',
  'Someone may take their own life',
  'Bomb threat',
  'Call from a colleague',
]
  .map((name) => `<li><button type="button">${name}</button></li>`)
  .join('')}</ul><h2 id="opened" hidden>Opened</h2></main>
<script>addEventListener('click', () => { location.hash = '#helper/floor'; document.getElementById('opened').hidden = false; });</script></body></html>`;

/** Taps the first tile and gives the milliseconds until the next screen is painted. */
export const openOnce = (shown: string) => `
  new Promise((done) => {
    const from = performance.now();
    document.querySelector('main ul button').click();
    const look = () => {
      if (!document.querySelector(${JSON.stringify(shown)})) return requestAnimationFrame(look);
      requestAnimationFrame(() => done(performance.now() - from));
    };
    look();
  })
`;
