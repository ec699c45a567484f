import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

/** Where in the tab the person is. */
export type TabPlace =
  | { page: 'start' }
  /** Steps beside notes, while it is happening. */
  | { page: 'helper'; draftId: string }
  /** The form. */
  | { page: 'record'; draftId: string }
  /** A record on paper: a draft of this device, an own report, or an incident of a register. COM-4.2-1 */
  | { page: 'print'; of: PrintSource; id: string }
  | { page: 'mine'; submissionId: string | null }
  /** What waits for a manager or a substitute, or one record as they read it. BEH-5.1-1 */
  | { page: 'team'; submissionId: string | null }
  /** When a manager is away, and who stands in. */
  | { page: 'absences' }
  /** A statement, for whoever was asked to write it. BEH-8.5-1 */
  | { page: 'statement'; submissionId: string; statementId: string }
  /** Questions to the switchboard, for whoever answers them. F13 */
  | { page: 'switchboard' }
  /** The library, or one document of it. */
  | { page: 'guidance'; documentId: string | null }
  | { page: 'configuration' }
  | { page: 'list'; boundary: CaveatBoundary }
  | { page: 'incident'; boundary: CaveatBoundary; itemId: string };

/** Where a record to be printed comes from; `id` is a draft's, a submission's or a row's. */
export type PrintSource = 'draft' | 'mine' | CaveatBoundary;

/** What the tab opens on for everyone who follows no link: a call does not wait. COM-3.3-1 */
export const startPlace: TabPlace = { page: 'start' };

// Each part is given as the service writes it into a link: an id is 26 digits of Crockford's base 32.
const id = '[0-9A-HJKMNP-TV-Z]{26}';
const form = new RegExp(
  `^(?:(helper|record)/(${id})|(mine|team)(?:/(${id}))?|(guidance)(?:/([a-zA-Z]{1,40}))?|(switchboard)|list/(default|hr)|incident/(default|hr)/([1-9]\\d{0,9}))$`,
);

const statementForm = new RegExp(`^statement/(${id})/(s[1-9]\\d{0,2})$`);

const printForm = new RegExp(`^print/(?:(draft|mine)/(${id})|(default|hr)/([1-9]\\d{0,9}))$`);

/**
 * Reads a deep link's sub-page: `mine`, `mine/<submission id>`, `team`, `team/<submission id>`, `team/absences`, `statement/<submission id>/<statement id>`, `helper/<draft id>`, `record/<draft id>`, `guidance`, `guidance/<document id>`,
 * `switchboard`, `list/<boundary>`,
 * `print/<source>/<id>` or `incident/<boundary>/<item id>`. Anything else, however it came about, opens the first screen: a link is input from outside.
 */
export function readPlace(subPageId: string | null): TabPlace {
  if (subPageId === 'configuration') return { page: 'configuration' };
  if (subPageId === 'team/absences') return { page: 'absences' };
  const [, draftPage, draftId, owned, submissionId, guidance, documentId, switchboard, list, boundary, itemId] =
    form.exec(subPageId ?? '') ?? [];
  if ((draftPage === 'helper' || draftPage === 'record') && draftId) return { page: draftPage, draftId };
  if (owned === 'mine' || owned === 'team') return { page: owned, submissionId: submissionId ?? null };
  if (guidance) return { page: 'guidance', documentId: documentId ?? null };
  if (switchboard) return { page: 'switchboard' };
  if (isBoundary(list)) return { page: 'list', boundary: list };
  if (isBoundary(boundary) && itemId) return { page: 'incident', boundary, itemId };
  const [, statementOf, statementId] = statementForm.exec(subPageId ?? '') ?? [];
  if (statementOf && statementId) return { page: 'statement', submissionId: statementOf, statementId };
  const [, ownSource, ownId, register, rowId] = printForm.exec(subPageId ?? '') ?? [];
  if ((ownSource === 'draft' || ownSource === 'mine') && ownId) return { page: 'print', of: ownSource, id: ownId };
  if (isBoundary(register) && rowId) return { page: 'print', of: register, id: rowId };
  return startPlace;
}

/** The sub-page that leads here. Read again, it is the same place. */
export function writePlace(place: TabPlace): string {
  switch (place.page) {
    case 'start':
      return '';
    case 'helper':
    case 'record':
      return `${place.page}/${place.draftId}`;
    case 'mine':
    case 'team':
      return place.submissionId ? `${place.page}/${place.submissionId}` : place.page;
    case 'absences':
      return 'team/absences';
    case 'statement':
      return `statement/${place.submissionId}/${place.statementId}`;
    case 'guidance':
      return place.documentId ? `guidance/${place.documentId}` : 'guidance';
    case 'print':
      return `print/${place.of}/${place.id}`;
    case 'switchboard':
    case 'configuration':
      return place.page;
    case 'list':
      return `list/${place.boundary}`;
    case 'incident':
      return `incident/${place.boundary}/${place.itemId}`;
  }
}

function isBoundary(text: string | undefined): text is CaveatBoundary {
  return text === 'default' || text === 'hr';
}
