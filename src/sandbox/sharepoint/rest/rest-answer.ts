import type { SandboxContext } from '../../http.ts';
import { applyRestOptions } from './rest-options.ts';

/** A refusal of SharePoint REST, with its own kind of code. */
export class RestFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'RestFailure';
    this.status = status;
    this.code = code;
  }
}

export const restDenied = () =>
  new RestFailure(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.',
  );

export const restBadRequest = (message: string) =>
  new RestFailure(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', message);

export const restListMissing = (name: string) =>
  new RestFailure(404, '-2130575322, Microsoft.SharePoint.SPException', `List '${name}' does not exist at site.`);

export const restUnknown = (path: string) =>
  new RestFailure(
    404,
    '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
    `Cannot find resource for the request ${path}.`,
  );

function isVerbose(c: SandboxContext): boolean {
  return /odata=verbose/i.test(c.req.header('accept') ?? '');
}

/** JSON in the shape that the Accept header asks for: `{d: …}` when verbose. */
export function answerRest(c: SandboxContext, value: unknown, status = 200): Response {
  const shown = c.req.method === 'GET' ? applyRestOptions(c, value) : value;
  const isMany = Array.isArray(shown);
  const body = isVerbose(c) ? { d: isMany ? { results: shown } : shown } : isMany ? { value: shown } : shown;
  return Response.json(body, { status });
}

export function answerRestFailure(c: SandboxContext, failure: RestFailure): Response {
  const error = { code: failure.code, message: { lang: 'en-US', value: failure.message } };
  return Response.json(isVerbose(c) ? { error } : { 'odata.error': error }, { status: failure.status });
}
