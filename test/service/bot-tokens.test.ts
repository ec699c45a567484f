import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueInvokeToken, type TokenVariation } from '../../src/sandbox/bot/invoke-token.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { personOf } from './support/reporter.ts';

describe('The bot endpoint', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function call(variation: TokenVariation, change: Record<string, unknown> = {}): Promise<number> {
    const { sandbox, settings } = product;
    const token = await issueInvokeToken(sandbox.tenant, settings.bot.id, variation);
    const response = await fetch(`${service.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: `${sandbox.origin}/connector/`,
        from: { id: '29:x', aadObjectId: (await personOf(product, 'manager')).id },
        conversation: { id: 'a:1', tenantId: settings.tenantId, conversationType: 'personal' },
        value: { action: { type: 'Action.Execute', verb: 'refresh', data: {} }, trigger: 'manual' },
        ...change,
      }),
    });
    return response.status;
  }

  it('lets in a call of the channel', async () => {
    expect(await call({})).toBe(200);
  });

  it.each<[string, TokenVariation, Record<string, unknown>]>([
    ['no token', { omit: true }, {}],
    ['a key nobody has published', { wrongKey: true }, {}],
    ['another bot’s token', { audience: '00000000-0000-4000-8000-000000000000' }, {}],
    ['another issuer', { issuer: 'https://login.example/' }, {}],
    ['a token that ran out six minutes ago', { expiresIn: -360 }, {}],
    ['a token for another service URL', { serviceUrl: 'https://smba.example/' }, {}],
    ['an activity that names another service URL', {}, { serviceUrl: 'https://evil.example/' }],
    [
      'token and activity that agree on a service URL that is not allowed',
      { serviceUrl: 'https://evil.example/' },
      { serviceUrl: 'https://evil.example/' },
    ],
    ['a channel the key does not vouch for', {}, { channelId: 'webchat' }],
    ['a body that is no activity, with a key nobody has published', { wrongKey: true }, { serviceUrl: 7 }],
  ])('answers 401 to %s (facts 6)', async (_, variation, change) => {
    expect(await call(variation, change)).toBe(401);
  });

  it('answers 400 to a body that is no activity, when the token is right', async () => {
    expect(await call({}, { serviceUrl: 7 })).toBe(400);
  });

  it('allows for clocks that differ by less than five minutes', async () => {
    expect(await call({ expiresIn: -200 })).toBe(200);
  });

  it('answers 403 to a person of another tenant', async () => {
    const conversation = { id: 'a:1', tenantId: '00000000-0000-4000-8000-000000000000', conversationType: 'personal' };
    expect(await call({}, { conversation })).toBe(403);
  });
});
