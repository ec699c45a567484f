import { type CaveatBoundary, caveatBoundaries } from '../domain/incident/vocabulary.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { ListPlace } from './list-place.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { tellOfRowsByHand } from './rows-by-hand.ts';

/** To look at a row again costs nothing but its part of a page; all replicas write the place. */
const placeKeptEverySeconds = 5 * 60;

/** Follows what people write into the registers, whether in the tab or in SharePoint itself. */
export class FollowRegister {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #places: Record<CaveatBoundary, ListPlace>;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
    const place = (boundary: CaveatBoundary) => new ListPlace(ports, `register:${boundary}`, placeKeptEverySeconds);
    this.#places = { default: place('default'), hr: place('hr') };
  }

  /** Gives how many rows people had changed. What cannot be dealt with now is found again: the columns still differ. */
  async run(boundaries: readonly CaveatBoundary[] = caveatBoundaries): Promise<number> {
    let followed = 0;
    for (const boundary of boundaries) followed += await this.#follow(boundary);
    return followed;
  }

  async #follow(boundary: CaveatBoundary): Promise<number> {
    const place = this.#places[boundary];
    let followed = 0;
    for (let hasMore = true; hasMore; ) {
      const page = await this.#page(boundary, await place.read());
      for (const itemId of page.unreadable) this.#ports.log.warn('registerRowUnreadable', { boundary, itemId });
      await tellOfRowsByHand(this.#ports, boundary, page);
      const edited = page.rows.filter(isEdited);
      const troubles = await this.#absorbAll(edited);
      followed += edited.length - troubles.length;
      // The place in the list stays: what could not be taken is found again, and what was taken differs no more.
      if (troubles.length > 0) throw troubles[0];
      await place.moveTo(page.cursor, page.rows.length > 0);
      hasMore = page.hasMore;
    }
    return followed;
  }

  /** One row's trouble must not hold up the others. */
  async #absorbAll(rows: readonly RegisterRow[]): Promise<unknown[]> {
    const troubles: unknown[] = [];
    for (const row of rows) {
      try {
        await this.#absorb(row);
      } catch (error) {
        this.#ports.log.error('followFailed', error, { submissionId: row.incident.report.submissionId });
        troubles.push(error);
      }
    }
    return troubles;
  }

  async #page(boundary: CaveatBoundary, cursor: string | null) {
    try {
      return await this.#ports.register.changes(boundary, cursor);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      this.#ports.log.warn('registerResync', { boundary });
      return this.#ports.register.changes(boundary, null);
    }
  }

  /** The desk absorbs edits into every row it takes up; there is nothing to add to it. */
  async #absorb(row: RegisterRow): Promise<void> {
    const { submissionId } = row.incident.report;
    await this.#desk.change(submissionId, () => ({ kind: 'refused', refusal: 'nothingToAdd' }), { seen: row });
  }
}

function isEdited({ edits }: RegisterRow): boolean {
  return edits.length > 0;
}
