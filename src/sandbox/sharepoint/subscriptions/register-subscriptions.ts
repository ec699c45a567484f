import { randomUUID } from 'node:crypto';
import { GraphFailure, type SandboxApp, type SandboxContext } from '../../http.ts';
import { carries } from '../access/effective-rights.ts';
import { accessDenied, invalidRequest, itemNotFound } from '../failures.ts';
import { findList } from '../lists/list-store.ts';
import { openListFor } from '../lists/open-list.ts';
import { type Call, noContent, readJsonObject } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import { graphContext } from '../sites/site-shape.ts';
import { requireOwnSite, resolveSite } from '../sites/site-store.ts';
import {
  findSubscription,
  liveSubscriptions,
  removeSubscription,
  type Subscription,
  saveSubscription,
} from './subscription-store.ts';
import { validateEndpoint } from './validate-endpoint.ts';

/** Facts 1.10. */
const longestMinutes = 42_300;
const shortestMinutes = 45;
const longestClientState = 128;

function shape(subscription: Subscription): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.appId,
    changeType: 'updated',
    // Graph never gives the client state back in full lists; the one who made the subscription knows it.
    clientState: null,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleUrl,
    expirationDateTime: subscription.expires,
    creatorId: subscription.creator,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
  };
}

function readExpiry(services: SharePointServices, value: unknown): string {
  const expires = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  const minutes = (expires.getTime() - services.tenant.clock.now().getTime()) / 60_000;
  if (Number.isNaN(minutes)) throw invalidRequest('expirationDateTime must be a date and time.');
  if (minutes <= 0) throw invalidRequest('Subscription expiration must be in the future.');
  if (minutes > longestMinutes)
    throw invalidRequest(`Subscription expiration can only be ${longestMinutes} minutes in the future.`);
  // Graph lifts anything shorter to its minimum.
  const least = services.tenant.clock.now().getTime() + shortestMinutes * 60_000;
  return new Date(Math.max(expires.getTime(), least)).toISOString();
}

function readEndpoint(name: string, value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) throw invalidRequest(`${name} must be an absolute address.`);
  const url = new URL(value);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  // The real service takes https only; on one machine there is no certificate to be had.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw invalidRequest(`${name} must start with https.`);
  }
  return value;
}

function findSubscribedList(
  call: Call,
  resource: unknown,
): { resource: string; listId: string; siteId: string; webId: string } {
  const path = typeof resource === 'string' ? resource.replace(/^\//, '').replace(/^v1\.0\//, '') : '';
  const segments = path.split('/').filter(Boolean);
  if (segments[0] !== 'sites')
    throw invalidRequest(`Subscriptions to '${path}' are not supported: only lists of a site.`);
  const { services } = call;
  const address = resolveSite(services, segments.slice(1));
  const [lists, idOrName, ...more] = address.rest;
  if (lists !== 'lists' || idOrName === undefined || more.length > 0) {
    throw invalidRequest(`Subscriptions to '${path}' are not supported: only lists of a site.`);
  }
  const site = requireOwnSite(address);
  const list = findList(services, site.number, decodeURIComponent(idOrName));
  if (!list) throw itemNotFound();
  openListFor(call, site, list);
  return { resource: path, listId: list.id, siteId: site.collectionId, webId: site.webId };
}

async function create(call: Call): Promise<Response> {
  const body = await readJsonObject(call);
  const { services, caller } = call;
  if (body.changeType !== 'updated') throw invalidRequest("A list supports the change type 'updated' only.");
  if (body.clientState !== undefined && body.clientState !== null) {
    if (typeof body.clientState !== 'string' || body.clientState.length > longestClientState) {
      throw invalidRequest(`clientState may have ${longestClientState} characters at most.`);
    }
  }
  const expires = readExpiry(services, body.expirationDateTime);
  const notificationUrl = readEndpoint('notificationUrl', body.notificationUrl);
  const lifecycleUrl =
    body.lifecycleNotificationUrl === undefined || body.lifecycleNotificationUrl === null
      ? null
      : readEndpoint('lifecycleNotificationUrl', body.lifecycleNotificationUrl);
  const target = findSubscribedList(call, body.resource);
  await validateEndpoint(notificationUrl);
  if (lifecycleUrl !== null && lifecycleUrl !== notificationUrl) await validateEndpoint(lifecycleUrl);
  const subscription: Subscription = {
    id: randomUUID(),
    appId: caller.appId,
    creator: caller.userId ?? caller.appId,
    ...target,
    notificationUrl,
    lifecycleUrl,
    clientState: typeof body.clientState === 'string' ? body.clientState : null,
    expires,
  };
  saveSubscription(services, subscription);
  return Response.json(
    {
      '@odata.context': graphContext(services, 'subscriptions/$entity'),
      ...shape(subscription),
      clientState: subscription.clientState,
    },
    { status: 201 },
  );
}

function requireOwn(call: Call, id: string): Subscription {
  const subscription = findSubscription(call.services, id);
  if (!subscription || subscription.appId !== call.caller.appId) {
    throw new GraphFailure(404, 'ResourceNotFound', 'The object was not found.');
  }
  return subscription;
}

async function renew(call: Call, id: string): Promise<Response> {
  const subscription = requireOwn(call, id);
  const body = await readJsonObject(call);
  const expires = readExpiry(call.services, body.expirationDateTime);
  const notificationUrl =
    body.notificationUrl === undefined
      ? subscription.notificationUrl
      : readEndpoint('notificationUrl', body.notificationUrl);
  if (notificationUrl !== subscription.notificationUrl) await validateEndpoint(notificationUrl);
  const renewed = { ...subscription, expires, notificationUrl };
  saveSubscription(call.services, renewed);
  return Response.json({ '@odata.context': graphContext(call.services, 'subscriptions/$entity'), ...shape(renewed) });
}

/** Change notifications on lists. https://learn.microsoft.com/graph/api/resources/subscription */
export function registerSubscriptions(app: SandboxApp, services: SharePointServices): void {
  const callOf = (c: SandboxContext): Call => {
    const caller = c.get('caller');
    if (
      !carries(
        caller,
        'Sites.Selected',
        'Sites.Read.All',
        'Sites.ReadWrite.All',
        'Sites.Manage.All',
        'Sites.FullControl.All',
      )
    ) {
      throw accessDenied();
    }
    return { services, c, caller, url: new URL(c.req.url), params: {} };
  };
  app.get('/graph/v1.0/subscriptions', (c) => {
    const { caller } = callOf(c);
    return Response.json({
      '@odata.context': graphContext(services, 'subscriptions'),
      value: liveSubscriptions(services, { appId: caller.appId }).map(shape),
    });
  });
  app.post('/graph/v1.0/subscriptions', (c) => create(callOf(c)));
  app.get('/graph/v1.0/subscriptions/:id', (c) => Response.json(shape(requireOwn(callOf(c), c.req.param('id')))));
  app.patch('/graph/v1.0/subscriptions/:id', (c) => renew(callOf(c), c.req.param('id')));
  app.delete('/graph/v1.0/subscriptions/:id', (c) => {
    removeSubscription(services, requireOwn(callOf(c), c.req.param('id')).id);
    return noContent();
  });
}
