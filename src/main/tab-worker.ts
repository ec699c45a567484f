/**
 * Keeps the tab on the device, so that it opens, and a reload in the middle of a call comes back, with no network. It keeps our
 * own page and its built files and nothing else: no answer of any API and no token ever passes through it. COM-3e-7, X-OFF-1
 *
 * Its scope is the tab alone. The build puts in the version and the names of the files, so that every build has a worker of its own.
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { update(): Promise<unknown> };
  readonly location: Location;
}
const worker = self as unknown as WorkerScope;

const prefix = 'urddas-tab-';
const cacheName = `${prefix}__TAB_VERSION__`;
/** The entry script first. */
const files = '__TAB_FILES__'.split(',');
const page = '/tab.html';
/** A network that takes longer than this is as good as none for somebody who has a caller on the line. */
const patienceMs = 1_500;
/** A page of the build before may still be open and needs its files: the newest other cache stays. */
const otherCaches = 1;
const anyVariant = { ignoreSearch: true, ignoreVary: true };

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(openPage(event));
  else if (files.includes(url.pathname) || url.pathname.startsWith('/assets/')) event.respondWith(fromDevice(request));
});

/** All or nothing: a build of which a part is missing would not open. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files);
  const answer = await fetch(page, { cache: 'no-cache' });
  if (!(await isOfThisBuild(answer))) throw new Error('The page is of another build: tried again with the next visit.');
  await cache.put(page, answer);
}

async function dropOld(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  const old = others.slice(0, Math.max(0, others.length - otherCaches));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The service's page, which has the newest settings in it; the kept one where the service does not answer soon. */
async function openPage(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(page, anyVariant);
  const fetched = fetch(event.request);
  event.waitUntil(fetched.then((answer) => keepPage(cache, answer)).catch(() => undefined));
  if (!kept) return fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  // A service in trouble is treated as one that cannot be reached; a redirect is the browser's business.
  const usable = fetched.then(
    (answer) => (answer.ok || answer.type === 'opaqueredirect' ? answer.clone() : kept),
    () => kept,
  );
  return Promise.race([usable, late]);
}

/** Keeps a page only beside its own files; of a newer build, it fetches the worker that belongs to it. */
async function keepPage(cache: Cache, answer: Response): Promise<void> {
  if (!answer.ok || answer.redirected) return;
  if (await isOfThisBuild(answer)) await cache.put(page, answer.clone());
  else await worker.registration.update();
}

async function isOfThisBuild(answer: Response): Promise<boolean> {
  const [entry = ''] = files;
  return answer.ok && (await answer.clone().text()).includes(entry);
}

/** Names of built files change with their content, so what lies here is right; also for a page of the build before. */
async function fromDevice(request: Request): Promise<Response> {
  return (await caches.match(request, anyVariant)) ?? fetch(request);
}
