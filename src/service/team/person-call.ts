import type { Context } from 'hono';
import * as v from 'valibot';
import type { ServiceLog } from '../../application/ports/service-log.ts';
import type { TeamResult } from '../../application/ports/team.ts';
import type { AccessTokenCheck } from '../evidence/access-token.ts';

/** A long statement in characters of four bytes, and room to spare. */
export const largestCall = 96 * 1024;

export interface CallParts {
  tokens: AccessTokenCheck;
  log: ServiceLog;
}

/** Runs for the signed-in person; whoever has no good token is told no more than that. Errors have Graph's form. */
export async function asPerson(
  c: Context,
  { tokens, log }: CallParts,
  run: (staffId: string) => Promise<Response>,
): Promise<Response> {
  const verdict = await tokens.check(c.req.header('authorization'));
  if (verdict.ok) return run(verdict.staffId);
  log.warn('teamCallRefused', { reason: verdict.reason });
  if (verdict.status === 401) c.header('www-authenticate', 'Bearer error="invalid_token"');
  return failure(c, verdict.status, verdict.status === 401 ? 'unauthenticated' : 'accessDenied');
}

/** The body, or null when it is not what was agreed. */
export async function bodyOf<S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S> | null> {
  const text = await c.req.text();
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return body.success ? body.output : null;
}

/** What is not there and what is not theirs are answered alike, to the letter. C-21 */
export function notFound(c: Context): Response {
  return failure(c, 404, 'itemNotFound');
}

export function badRequest(c: Context): Response {
  return failure(c, 400, 'invalidRequest');
}

/** What there is to say; null is said as if there were nothing. */
export function found(c: Context, value: object | null): Response {
  return value === null ? notFound(c) : c.json(value);
}

/** What was done, or the code of a refusal: both are answers, and neither an error. */
export function resultOf<T extends object, R extends string>(
  c: Context,
  result: TeamResult<T, R> | null,
  show: (value: T) => object = (value) => value,
): Response {
  if (result === null) return notFound(c);
  return result.kind === 'done' ? c.json({ kind: 'done', value: show(result.value) }) : c.json(result);
}

function failure(c: Context, status: 400 | 401 | 403 | 404, code: string): Response {
  return c.json({ error: { code, message: code } }, status);
}
