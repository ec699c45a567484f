// biome-ignore-all lint/suspicious/noExplicitAny: activities are JSON of many shapes, and each test says which
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import { type SandboxUnderTest, sandboxUnderTest } from '../running-sandbox.ts';

export interface ReceivedActivity {
  authorization: string | undefined;
  activity: Record<string, any>;
}

export interface BotUnderTest {
  sandbox: SandboxUnderTest;
  clientId: string;
  manifestId: string;
  received: ReceivedActivity[];
  /** What the bot answers from now on. */
  answerWith(answer: (activity: Record<string, any>) => { status?: number; body?: unknown } | Promise<never>): void;
  /** A token that the bot itself uses to call the connector. */
  connectorToken(): Promise<string>;
  /** Calls the connector as the bot; `path` follows `/connector/v3/conversations`. */
  connector(method: string, path: string, body?: unknown): Promise<Response>;
  /** The chat with this persona, made if need be. */
  conversationWith(persona: string): Promise<string>;
  personId(persona: string): Promise<string>;
}

export const clientId = '11111111-2222-4333-8444-555555555555';
const manifestId = '99999999-8888-4777-8666-555555555555';

/** A tenant, and a bot with its own HTTP endpoint registered in it. */
export function botUnderTest(tabs: { entityId: string; name: string; url: string }[] = []): BotUnderTest {
  const sandbox = sandboxUnderTest();
  const received: ReceivedActivity[] = [];
  let server: Server | null = null;
  let answer: Parameters<BotUnderTest['answerWith']>[0] = () => ({ status: 200 });

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', async () => {
        const activity = JSON.parse(text);
        received.push({ authorization: request.headers.authorization, activity });
        const { status = 200, body } = await answer(activity);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? '' : JSON.stringify(body));
      });
    });
    await new Promise<void>((listening) => server?.listen(0, listening));
    const { port } = server.address() as AddressInfo;
    const registered = await sandbox.send('PUT', `/sandbox/apps/${clientId}`, {
      body: {
        name: 'Test app',
        certificates: [],
        brokerOrigins: [],
        delegatedConsent: [],
        applicationRoles: [],
        teams: {
          teamsAppId: manifestId,
          tabs,
          bot: { id: clientId, endpoint: `http://localhost:${port}/api/messages` },
          installedFor: 'everyone',
        },
      },
    });
    if (!registered.ok) throw new Error(`Not registered: ${await registered.text()}`);
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  const connectorToken = () => sandbox.token({ app: clientId, scopes: ['https://api.botframework.com/.default'] });
  const personId = async (persona: string) => {
    const body = (await (await sandbox.send('GET', '/sandbox/personas')).json()) as {
      personas: { key: string; id: string }[];
    };
    return body.personas.find(({ key }) => key === persona)!.id;
  };
  const connector = async (method: string, path: string, body?: unknown) =>
    sandbox.send(method, `/connector/v3/conversations${path}`, { token: await connectorToken(), body });
  return {
    sandbox,
    clientId,
    manifestId,
    received,
    answerWith: (next) => {
      answer = next;
    },
    connectorToken,
    connector,
    personId,
    conversationWith: async (persona) => {
      const tenantId = sandbox.running.tenant.tenantId;
      const made = await connector('POST', '', { members: [{ id: await personId(persona) }], tenantId });
      if (made.status !== 201) throw new Error(`No conversation: ${made.status} ${await made.text()}`);
      return ((await made.json()) as { id: string }).id;
    },
  };
}

/** Checks a call to a bot as a careful bot does, with the published metadata and keys. */
export async function verifyBotToken(bot: BotUnderTest, authorization: string | undefined) {
  const metadata = await bot.sandbox.send('GET', '/connector/.well-known/openidconfiguration');
  const { issuer, jwks_uri } = (await metadata.json()) as { issuer: string; jwks_uri: string };
  const { payload } = await jwtVerify(
    (authorization ?? '').replace(/^Bearer /, ''),
    createRemoteJWKSet(new URL(jwks_uri)),
    {
      issuer,
      audience: bot.clientId,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: bot.sandbox.running.tenant.clock.now(),
    },
  );
  return payload;
}

export const card = (text: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
});

export const cardMessage = (content: object) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
