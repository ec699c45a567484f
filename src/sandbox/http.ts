import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

/** Who a verified access token speaks for. */
export interface Caller {
  kind: 'user' | 'app';
  /** Directory id of the person; absent for an app-only token. */
  userId: string | null;
  appId: string;
  /** Delegated scopes (`scp`), for example `Mail.Send`. */
  scopes: readonly string[];
  /** Application permissions (`roles`), for example `Sites.Selected`. */
  roles: readonly string[];
  /** Authentication contexts (`acrs`) that the person has met, for example `c1`. */
  contexts: readonly string[];
}

export interface SandboxEnv {
  /** Node's own request and answer; absent for a request inside a `$batch`. */
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller };
}

export type SandboxApp = Hono<SandboxEnv>;
export type SandboxContext = Context<SandboxEnv>;

/** A refusal in Graph's own form; thrown by any route and turned into an answer in one place. */
export class GraphFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'GraphFailure';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Graph's error body. https://learn.microsoft.com/graph/errors */
export function graphErrorResponse(failure: GraphFailure, now: string, clientRequestId?: string): Response {
  const requestId = randomUUID();
  return Response.json(
    {
      error: {
        code: failure.code,
        message: failure.message,
        innerError: {
          date: now.slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId ?? requestId,
        },
      },
    },
    { status: failure.status, headers: { 'request-id': requestId, ...failure.headers } },
  );
}

/**
 * Refuses unless the token carries one of the permissions named for its kind.
 * An empty list means that this kind of token is not supported at all.
 */
export function requirePermission(
  caller: Caller,
  needed: { delegated: readonly string[]; application: readonly string[] },
): void {
  const granted = caller.kind === 'user' ? caller.scopes : caller.roles;
  const wanted = caller.kind === 'user' ? needed.delegated : needed.application;
  if (!wanted.some((permission) => granted.includes(permission))) {
    throw new GraphFailure(
      403,
      'accessDenied',
      `Access denied. One of these permissions is needed: ${wanted.join(', ') || 'none for this kind of token'}.`,
    );
  }
}
