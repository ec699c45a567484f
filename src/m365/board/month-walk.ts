import * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import { addMonths, type CalendarMonth } from '../../domain/calendar/dates.ts';

/**
 * Months that are looked at, the present one first: the longest retention (three years, D-RID) and one, because a record
 * stays until the first of a month after. Records held longer are found without a filter.
 */
const monthsInWindow = 37;

/** How many months one round trip asks for while nothing was found; the first nearly always fills a page. */
const steps = [1, 4, 12, 20] as const;

const cursorSchema = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  /** Link of the page inside the month; null for its first. */
  link: v.nullable(v.string()),
  /** Rows of that page which were given already. */
  skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Where a filtered list goes on. Opaque to the screen. */
export type WalkCursor = v.InferOutput<typeof cursorSchema>;

export interface MonthPage<T> {
  items: T[];
  next: string | null;
}

/** Asks for one page of each place; they leave in one round trip. */
export type ReadMonths<T> = (places: { month: CalendarMonth; link: string | null }[]) => Promise<MonthPage<T>[]>;

/**
 * Collects a page of rows, newest first, from keys that hold one month each. SharePoint filters one indexed column at a
 * time and refuses an answer over 5 000 rows (facts 1.3, 1.4), so "all acknowledged ones" is asked for month by month.
 */
export async function walkMonths<T>(
  read: ReadMonths<T>,
  thisMonth: CalendarMonth,
  size: number,
  cursor: WalkCursor | null,
): Promise<{ items: T[]; next: WalkCursor | null }> {
  const last = addMonths(thisMonth, 1 - monthsInWindow);
  const items: T[] = [];
  let place: WalkCursor | null = cursor ?? { month: thisMonth, link: null, skip: 0 };
  let monthsRead = 0;
  for (let trip = 0; place !== null; trip += 1) {
    const asked = placesFrom(place, last, monthsToAsk(trip, { monthsRead, found: items.length, size }));
    const pages = await read(asked);
    monthsRead += asked.length;
    for (const [index, { month, link }] of asked.entries()) {
      const page = pages[index];
      if (!page) throw new RemoteError('server', 'a month is missing in the answer');
      const skip: number = index === 0 ? place.skip : 0;
      const room = size - items.length;
      const fresh = page.items.slice(skip);
      items.push(...fresh.slice(0, room));
      if (fresh.length > room) return { items, next: { month, link, skip: skip + room } };
      if (page.next !== null) {
        const next = { month, link: page.next, skip: 0 };
        // More of this month comes before any of the months already read beyond it.
        if (items.length >= size) return { items, next };
        return continueWith(await walkMonths(read, thisMonth, size - items.length, next), items);
      }
      if (items.length >= size) return { items, next: before(month, last) };
    }
    place = before(asked.at(-1)?.month ?? last, last);
  }
  return { items, next: null };
}

/** As many as will fill the page if the months before are like those that were read. */
function monthsToAsk(trip: number, { monthsRead, found, size }: { monthsRead: number; found: number; size: number }) {
  const most = steps.at(-1) ?? 1;
  if (found === 0) return steps[trip] ?? most;
  return Math.min(most, Math.ceil(((size - found) * monthsRead) / found));
}

export function writeCursor(cursor: WalkCursor | null): string | null {
  return cursor && JSON.stringify(cursor);
}

/** Throws `invalid` for anything this file did not write. */
export function readCursor(text: string | undefined): WalkCursor | null {
  if (text === undefined) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), cursorSchema), text);
  if (!parsed.success) throw new RemoteError('invalid', 'not a cursor of this list');
  return parsed.output;
}

function continueWith<T>(rest: { items: T[]; next: WalkCursor | null }, items: T[]) {
  return { items: [...items, ...rest.items], next: rest.next };
}

function placesFrom(start: WalkCursor, last: CalendarMonth, count: number) {
  const places: { month: CalendarMonth; link: string | null }[] = [{ month: start.month, link: start.link }];
  for (let month = addMonths(start.month, -1); places.length < count && month >= last; month = addMonths(month, -1)) {
    places.push({ month, link: null });
  }
  return places;
}

function before(month: CalendarMonth, last: CalendarMonth): WalkCursor | null {
  const earlier = addMonths(month, -1);
  return earlier < last ? null : { month: earlier, link: null, skip: 0 };
}
