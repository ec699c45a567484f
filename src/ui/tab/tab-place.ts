import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

/** Where in the tab the person is. */
export type TabPlace =
  | { page: 'mine' }
  | { page: 'list'; boundary: CaveatBoundary }
  | { page: 'incident'; boundary: CaveatBoundary; itemId: string };

/**
 * Reads a deep link's sub-page: `list/<boundary>` or `incident/<boundary>/<item id>`.
 * Anything else, however it came about, opens "My reports": a link is input from outside.
 */
export function readPlace(subPageId: string | null): TabPlace {
  const match = /^(?:list\/(default|hr)|incident\/(default|hr)\/(\d{1,10}))$/.exec(subPageId ?? '');
  if (!match) return { page: 'mine' };
  const [, list, boundary, itemId] = match;
  if (list === 'default' || list === 'hr') return { page: 'list', boundary: list };
  if ((boundary === 'default' || boundary === 'hr') && itemId) return { page: 'incident', boundary, itemId };
  return { page: 'mine' };
}
