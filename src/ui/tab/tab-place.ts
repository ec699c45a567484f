import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

/** Where in the tab the person is. */
export type TabPlace =
  | { page: 'mine'; submissionId: string | null }
  | { page: 'list'; boundary: CaveatBoundary }
  | { page: 'incident'; boundary: CaveatBoundary; itemId: string };

export const startPlace: TabPlace = { page: 'mine', submissionId: null };

// Each part is given as the service writes it into a link: a submission id is 26 digits of Crockford's base 32.
const form = /^(?:mine\/([0-9A-HJKMNP-TV-Z]{26})|list\/(default|hr)|incident\/(default|hr)\/([1-9]\d{0,9}))$/;

/**
 * Reads a deep link's sub-page: `mine/<submission id>`, `list/<boundary>` or `incident/<boundary>/<item id>`.
 * Anything else, however it came about, opens "My reports": a link is input from outside.
 */
export function readPlace(subPageId: string | null): TabPlace {
  const [, submissionId, list, boundary, itemId] = form.exec(subPageId ?? '') ?? [];
  if (submissionId) return { page: 'mine', submissionId };
  if (isBoundary(list)) return { page: 'list', boundary: list };
  if (isBoundary(boundary) && itemId) return { page: 'incident', boundary, itemId };
  return startPlace;
}

/** The sub-page that leads here. Read again, it is the same place. */
export function writePlace(place: TabPlace): string {
  switch (place.page) {
    case 'mine':
      return place.submissionId ? `mine/${place.submissionId}` : '';
    case 'list':
      return `list/${place.boundary}`;
    case 'incident':
      return `incident/${place.boundary}/${place.itemId}`;
  }
}

function isBoundary(text: string | undefined): text is CaveatBoundary {
  return text === 'default' || text === 'hr';
}
