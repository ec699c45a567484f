import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyInTime, limitServer, notTooMany, serverOptions } from '../../../src/service/server-limits.ts';

describe('A client that sends slowly', () => {
  let server: Server;
  let port: number;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use(
      '/api/*',
      bodyInTime((path) => path.endsWith('/evidence')),
    );
    app.post('/api/messages', async (c) => c.text(await c.req.text()));
    app.put('/api/evidence', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
    server = limitServer(createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server);
    await new Promise<void>((done) => server.listen(0, done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  /** Sends the beginning, then a byte now and then. Gives how long it was let do so, in seconds. */
  function trickle(beginning: string): Promise<number> {
    const begun = performance.now();
    const socket = connect(port, 'localhost');
    sockets.push(socket);
    socket.write(beginning);
    const timer = setInterval(() => socket.write('x'), 500);
    return new Promise((done) => {
      socket.on('error', () => undefined);
      // Whatever it is told, the connection ends.
      socket.on('data', () => undefined);
      socket.on('close', () => {
        clearInterval(timer);
        done((performance.now() - begun) / 1000);
      });
    });
  }

  it('holds no connection for long, a hundred of them hinder nobody, and a large file may take its time', async () => {
    const withoutEnd = Array.from({ length: 100 }, () => trickle('POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Slow: '));
    const withoutBody = trickle('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n');
    const isOver = { upload: false };
    void trickle('PUT /api/evidence HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n').then(() => {
      isOver.upload = true;
    });
    const answer = await fetch(`http://localhost:${port}/api/messages`, { method: 'POST', body: 'hello' });
    expect(await answer.text()).toBe('hello');
    const [headers, body] = await Promise.all([Promise.all(withoutEnd), withoutBody]);
    // Generous: a busy machine is late, but not by minutes.
    expect(Math.max(...headers, body)).toBeLessThan(45);
    expect(Math.min(...headers, body)).toBeGreaterThan(5);
    expect(isOver.upload).toBe(false);
  }, 90_000);
});

describe('Work in hand', () => {
  it('is bounded: what comes besides is told when to come back, and is taken when there is room again', async () => {
    let refused = 0;
    let inBackground = 0;
    let goOn = () => {};
    const held = new Promise<void>((done) => {
      goOn = done;
    });
    const app = new Hono();
    app.use(
      notTooMany(
        3,
        () => inBackground,
        () => {
          refused += 1;
        },
      ),
    );
    app.get('/slow', async (c) => {
      await held;
      return c.text('done');
    });
    const slow = [app.request('/slow'), app.request('/slow'), app.request('/slow')];
    const turnedAway = await app.request('/slow');
    expect([turnedAway.status, turnedAway.headers.get('retry-after'), refused]).toEqual([503, '5', 1]);
    goOn();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await app.request('/slow')).status).toBe(200);
    // What goes on after its call was answered counts as well.
    inBackground = 3;
    expect((await app.request('/slow')).status).toBe(503);
  });
});
