import { afterAll, beforeAll } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/server.ts';

export interface SandboxUnderTest {
  readonly origin: string;
  readonly running: RunningSandbox;
  /** Any request; `path` starts at the tenant's origin. */
  send(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  /** A token from the control endpoint. */
  token(order: {
    persona?: string;
    app?: string;
    scopes?: string[];
    audience?: string;
    expiresIn?: number;
  }): Promise<string>;
}

/** A tenant of its own for a test file, over real HTTP. */
export function sandboxUnderTest(): SandboxUnderTest {
  let running: RunningSandbox | null = null;
  beforeAll(async () => {
    running = await startSandbox({ port: 0, file: ':memory:' });
  });
  afterAll(async () => {
    await running?.close();
  });
  const started = () => {
    if (!running) throw new Error('The sandbox has not been started yet.');
    return running;
  };
  const send: SandboxUnderTest['send'] = (method, path, options = {}) =>
    fetch(started().origin + path, {
      method,
      headers: {
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
  return {
    get origin() {
      return started().origin;
    },
    get running() {
      return started();
    },
    send,
    token: async (order) => {
      const answer = await send('POST', '/sandbox/token', { body: order });
      if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
      return ((await answer.json()) as { access_token: string }).access_token;
    },
  };
}
