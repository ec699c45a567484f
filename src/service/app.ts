import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type { ServiceLog } from '../application/ports/service-log.ts';
import type { GraveSiteFault } from '../application/ports/site-inspection.ts';
import { type BotParts, registerBot } from './bot/register-bot.ts';
import { type EvidenceParts, registerEvidence, remoteFailure } from './evidence/register-evidence.ts';
import type { MeterMeasures } from './measures.ts';
import { type PageSources, registerPages } from './pages/register-pages.ts';
import { commonHeaders } from './pages/security-headers.ts';
import { bodyInTime, notTooMany } from './server-limits.ts';
import { onlyIn } from './site/only-in.ts';
import { registerTasks, type TaskParts } from './tasks/register-tasks.ts';
import { registerTeam } from './team/register-team.ts';
import type { TeamParts } from './team/team-parts.ts';
import { registerTrail, type TrailParts } from './trail/register-trail.ts';
import { registerWebhook, type WebhookParts } from './webhook/register-webhook.ts';
import { answering } from './work-context.ts';

export interface AppParts {
  bot: BotParts;
  evidence: EvidenceParts;
  tasks: TaskParts;
  team: TeamParts;
  trail: TrailParts;
  webhook: WebhookParts;
  pages: PageSources;
  readiness: () => 'ready' | 'starting' | 'failing' | 'draining' | 'skewed';
  /** What sorts of thing are wrong with the site; nothing is given out while there are any. */
  siteFaults: () => readonly GraveSiteFault[];
  log: ServiceLog;
  measures: MeterMeasures;
  /** Calls and pieces of work that may go on at a time. */
  mostInHand: number;
  /** Pieces of work that go on besides calls. */
  workInHand: () => number;
}

/** For answers that are true now, or are somebody's alone. */
const notKept = { 'cache-control': 'no-store' };

/** The whole HTTP surface of the service. */
export function buildServiceApp(parts: AppParts): Hono {
  const app = new Hono();

  app.use('*', async (c, next) => {
    const correlationId = randomUUID();
    const started = performance.now();
    await answering(correlationId, next);
    c.res.headers.set('x-correlation-id', correlationId);
    // Route patterns, not addresses: an address holds ids, and a query may hold anything.
    if (c.req.path.startsWith('/api/')) {
      const milliseconds = Math.round(performance.now() - started);
      parts.log.info('request', {
        method: c.req.method,
        route: routeOf(c.req.path),
        status: c.res.status,
        milliseconds,
        correlationId,
      });
      const { method } = c.req;
      parts.measures.called({ method, route: registeredRoute(c), status: c.res.status }, milliseconds);
    }
  });
  app.use('/api/*', async (c, next) => {
    await next();
    const headers = { ...notKept, ...commonHeaders(parts.pages.settings) };
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });

  const isUpload = (path: string) => path.endsWith('/evidence');
  app.use('/api/*', bodyInTime(isUpload));
  const isCall = notTooMany(parts.mostInHand, parts.workInHand, () => parts.log.warn('callTurnedAway'));
  // A word that a list has changed costs nothing, and what is lost of it costs time.
  app.use('/api/*', (c, next) => (c.req.path === '/api/notifications' ? next() : isCall(c, next)));
  app.use('/api/*', onlyIn(parts.siteFaults));

  app.get('/healthz', (c) => c.json({ status: 'alive' }, 200, notKept));
  app.get('/readyz', (c) => {
    const status = parts.readiness();
    const reasons = parts.siteFaults();
    // It takes in what comes: whoever shares out the calls must go on sending them.
    if (status === 'ready' && reasons.length > 0) return c.json({ status: 'restricted', reasons }, 200, notKept);
    if (status === 'ready') return c.json({ status }, 200, notKept);
    return c.json({ status }, 503, { ...notKept, 'retry-after': '5' });
  });

  registerBot(app, parts.bot);
  registerWebhook(app, parts.webhook);
  registerEvidence(app, parts.evidence);
  registerTasks(app, parts.tasks);
  registerTeam(app, parts.team);
  registerTrail(app, parts.trail);
  registerPages(app, parts.pages);

  app.notFound((c) => c.json({ error: { code: 'itemNotFound', message: 'itemNotFound' } }, 404));
  app.onError((error, c) => {
    // Thrown by the body limit. The rest of the body is not read, so the connection is of no more use.
    if (error instanceof HTTPException && error.status === 413) {
      return c.json({ error: { code: 'tooLarge', message: 'tooLarge' } }, 413, { connection: 'close' });
    }
    parts.log.error('requestFailed', error, { route: routeOf(c.req.path) });
    return remoteFailure(c, error) ?? c.json({ error: { code: 'generalException', message: 'generalException' } }, 500);
  });
  return app;
}

/** The route as it was registered: whoever asks for what is not there must not make a new label each time. */
function registeredRoute(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'none';
}

function routeOf(path: string): string {
  return path
    .split('/')
    .map((part) => (/^[a-z]{1,20}$/.test(part) ? part : part && '*'))
    .join('/');
}
