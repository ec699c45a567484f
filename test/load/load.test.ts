import { expect, it } from 'vitest';
import { runLoad } from './load-run.ts';

it('Sixty reports while three replicas are killed in turn: none lost, none doubled, nothing owed (X-IDEM-1)', async () => {
  const result = await runLoad({ reports: 60, replicas: 3, kill: true, lastsMs: 6 * 60_000 });
  expect({ lost: result.lost, doubled: result.doubled }).toEqual({ lost: [], doubled: [] });
  expect(result.kills).toBeGreaterThan(5);
  expect(result.firstNoticeMs).toHaveLength(60);
}, 300_000);

it('At the rate of ten thousand an hour three replicas keep up within the limits of SharePoint (facts 1.8)', async () => {
  const result = await runLoad({ reports: 170, replicas: 3, kill: false, lastsMs: 60_000 });
  expect({ lost: result.lost, doubled: result.doubled }).toEqual({ lost: [], doubled: [] });
  expect(result.drainedMs).toBeLessThan(60_000);
  const ofService = (result.units - result.unitsOfPeople) / result.reports;
  console.warn(`resource units a report: ${ofService.toFixed(1)} of the service`);
  expect(ofService).toBeLessThanOrEqual(20);
}, 300_000);

it('At two thousand an hour, where each word of a change comes by itself, a report costs the service no more than its budget (decision 0162)', async () => {
  const result = await runLoad({ reports: 200, replicas: 3, kill: false, lastsMs: 6 * 60_000 });
  expect({ lost: result.lost, doubled: result.doubled }).toEqual({ lost: [], doubled: [] });
  const ofService = (result.units - result.unitsOfPeople) / result.reports;
  console.warn(`resource units a report: ${ofService.toFixed(1)} of the service`);
  expect(ofService).toBeLessThanOrEqual(20);
}, 300_000);
