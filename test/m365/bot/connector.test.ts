import { describe, expect, it } from 'vitest';
import { Connector } from '../../../src/m365/bot/connector.ts';

const serviceUrl = 'https://teams.example/connector/';
const page = () => new Response('<html>Sign in to the network</html>', { headers: { 'content-type': 'text/html' } });

function answeredWith(answer: () => Response): Connector {
  return new Connector({
    botId: 'bot',
    tenantId: 'tenant',
    getToken: async () => 'token',
    fetch: async () => answer(),
  });
}

/** Whoever hears `server` looks for the card by its key before posting another (X-IDEM-1). */
describe('An answer of Teams that nobody promised', () => {
  it.each([
    ['nothing', () => new Response(null, { status: 202 })],
    ['no id', () => Response.json({})],
    ['a proxy’s page', page],
  ])('%s: the outcome of a new message is unknown', async (_, answer) => {
    const connector = answeredWith(answer);
    await expect(connector.post(serviceUrl, 'chat', {})).rejects.toMatchObject({ code: 'server' });
    await expect(connector.openConversation(serviceUrl, 'staff')).rejects.toMatchObject({ code: 'server' });
    await expect(connector.memberId(serviceUrl, 'chat', 'staff')).rejects.toMatchObject({ code: 'server' });
  });

  it('a proxy’s page is no proof that a card was changed or taken away', async () => {
    const connector = answeredWith(page);
    await expect(connector.update(serviceUrl, 'chat', 'message', {})).rejects.toMatchObject({ code: 'server' });
    await expect(connector.remove(serviceUrl, 'chat', 'message')).rejects.toMatchObject({ code: 'server' });
  });

  it('an empty success is enough where nothing is to be named', async () => {
    const connector = answeredWith(() => new Response(null, { status: 200 }));
    await connector.update(serviceUrl, 'chat', 'message', {});
    await connector.remove(serviceUrl, 'chat', 'message');
  });
});
