import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdministratorSignIn } from '../../../src/m365/auth/administrator-sign-in.ts';
import { planSite } from '../../../src/m365/provisioning/provision-site.ts';
import { EmptySite } from '../provisioning/support/empty-site.ts';
import { codeIn } from '../provisioning/support/enter-code.ts';

/** The real msal-node, against the stand-in's endpoint for device codes. */
describe('An administrator signs in by a code', { timeout: 60_000 }, () => {
  let site: EmptySite;
  const clientId = randomUUID();
  beforeAll(async () => {
    site = await EmptySite.start();
    await site.control.registerApp(clientId, registration(true));
  });
  afterAll(() => site.close());

  function registration(allowsPublicClient: boolean) {
    return {
      name: 'Making sites ready',
      allowsPublicClient,
      delegatedConsent: ['Sites.FullControl.All', 'AllSites.FullControl'],
    } as never;
  }

  function signIn(given: { clientId?: string; answer: (code: string, at: string) => void; send?: typeof fetch }) {
    const reached = `${site.origin}/login/${site.request.tenantId}`;
    const shown: string[] = [];
    const { tokensFor } = createAdministratorSignIn(
      {
        clientId: given.clientId ?? clientId,
        authority: reached.replace('http:', 'https:'),
        authorityReachedAt: reached,
      },
      (sentence) => {
        shown.push(sentence);
        const { at, code } = codeIn(sentence);
        given.answer(code, at);
      },
      ...(given.send ? [given.send] : []),
    );
    return {
      tokensFor,
      shown,
      graph: `${site.origin}/graph/Sites.FullControl.All`,
      rest: `${site.origin}/sites/AllSites.FullControl`,
    };
  }

  const enter = (persona: string) => (code: string, at: string) =>
    void fetch(at, { method: 'POST', body: new URLSearchParams({ code: code.toLowerCase(), persona }) });

  it('once, for Graph and for SharePoint', async () => {
    const { tokensFor, shown, graph, rest } = signIn({ answer: enter('security') });
    const token = await tokensFor(graph)();
    const me = await fetch(`${site.origin}/graph/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).not.toBe(401);
    expect(await tokensFor(rest)()).not.toBe(token);
    expect(shown).toHaveLength(1);
  });

  it('and is told when it was declined', async () => {
    const { tokensFor, graph } = signIn({ answer: enter('') });
    await expect(tokensFor(graph)()).rejects.toThrow('The sign-in was declined');
  });

  it('and is told when the code has run out', async () => {
    const { tokensFor, graph } = signIn({
      answer: () =>
        void fetch(`${site.origin}/sandbox/clock`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ advanceSeconds: 1_000 }),
        }),
    });
    await expect(tokensFor(graph)()).rejects.toThrow('The code has run out');
  });

  it('and is told what the registration lacks', async () => {
    const strict = randomUUID();
    await site.control.registerApp(strict, registration(false));
    const { tokensFor, graph } = signIn({ clientId: strict, answer: () => undefined });
    await expect(tokensFor(graph)()).rejects.toThrow('must be of this tenant, allow public client flows');
  });

  it('and is told that nobody consented', async () => {
    const unconsented = randomUUID();
    await site.control.registerApp(unconsented, { name: 'Making sites ready', allowsPublicClient: true } as never);
    const { tokensFor, graph } = signIn({ clientId: unconsented, answer: enter('administrator') });
    await expect(tokensFor(graph)()).rejects.toMatchObject({
      code: 'consentRequired',
      message: expect.stringMatching(
        /no consent for this\. Give its delegated permissions.*\(sign-in: refused AADSTS65001\)$/,
      ),
    });
  });

  it('and is told when nothing answers', async () => {
    const send = () => Promise.reject(new TypeError('fetch failed'));
    const { tokensFor, graph } = signIn({ answer: () => undefined, send });
    await expect(tokensFor(graph)()).rejects.toMatchObject({ code: 'offline' });
  });

  it('who is no administrator of the site is told so, in a sentence and before anything else', async () => {
    for (const persona of ['security', 'reporter']) {
      const { graph, rest } = site.of(persona);
      await expect(planSite(graph, rest, site.request)).rejects.toThrow(
        /You are no administrator of this site|You may not open/,
      );
    }
  });
});
