/**
 * The office of 2026 and early 2027 written down by hand, minute by minute: which minutes it is open, and how many of them lie between two
 * instants. Shares nothing with the calendar of the product.
 */
const closed = new Set([
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
]);
const summer = { from: Date.UTC(2026, 2, 29, 1), to: Date.UTC(2026, 9, 25, 1) };
const first = Date.UTC(2026, 0, 1);
const minutes = 396 * 24 * 60;

/** London's wall clock at an instant, as if it were UTC. */
function onTheWall(instant: number): Date {
  return new Date(instant >= summer.from && instant < summer.to ? instant + 3_600_000 : instant);
}

function isOpenMinute(instant: number): boolean {
  const wall = onTheWall(instant);
  const day = wall.getUTCDay();
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const isWorkday = day !== 0 && day !== 6 && !closed.has(wall.toISOString().slice(0, 10));
  return isWorkday && minute >= 510 && minute < 1050;
}

const openBefore = new Int32Array(minutes + 1);
for (let index = 0; index < minutes; index += 1) {
  openBefore[index + 1] = (openBefore[index] ?? 0) + (isOpenMinute(first + index * 60_000) ? 1 : 0);
}

/** How many minutes of open office lie between two instants (UTC), both on whole minutes of 2026 or January 2027. */
export function openMinutesBetween(from: string, to: string): number {
  const at = (instant: string) => openBefore[(Date.parse(instant) - first) / 60_000] ?? Number.NaN;
  return at(to) - at(from);
}

/** Whether the office is open at this instant, or closes at it: a limit may fall on closing time. */
export function isOfficeTime(instant: string): boolean {
  const time = Date.parse(instant);
  return isOpenMinute(time) || isOpenMinute(time - 60_000);
}
