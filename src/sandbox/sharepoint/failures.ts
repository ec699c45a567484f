import { GraphFailure } from '../http.ts';

/** Refusals in the words and codes Graph uses for SharePoint. https://learn.microsoft.com/graph/errors */
export function invalidRequest(message: string): GraphFailure {
  return new GraphFailure(400, 'invalidRequest', message);
}

export function itemNotFound(message = 'The resource could not be found.'): GraphFailure {
  return new GraphFailure(404, 'itemNotFound', message);
}

export function accessDenied(message = 'Access denied'): GraphFailure {
  return new GraphFailure(403, 'accessDenied', message);
}

export function nameAlreadyExists(message = 'The specified item name already exists.'): GraphFailure {
  return new GraphFailure(409, 'nameAlreadyExists', message);
}

/** SharePoint reports its list view threshold through Graph as a throttled request, without Retry-After. */
export function thresholdExceeded(): GraphFailure {
  return new GraphFailure(
    429,
    'throttledRequest',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}

export function etagMismatch(): GraphFailure {
  return new GraphFailure(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}
