import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { callReport } from '../../service/support/account.ts';
import { reportOf } from '../../service/support/reporter.ts';
import type { Random } from './random.ts';
import type { PersonKey, World } from './world.ts';

type Over = Partial<Report>;

/** What people report here; the ways differ in who is told, and what may be done. */
const emails: readonly Over[] = [
  { kind: 'abusive' },
  { kind: 'abusive', violenceThreatened: true },
  { kind: 'bombThreat' },
  { kind: 'hoax' },
  { kind: 'sexualMalicious' },
  { kind: 'abusive', manager: { chosenId: null, implicated: true } },
];
const calls: readonly Over[] = [
  { kind: 'abusive' },
  { kind: 'hoax' },
  { kind: 'internal' },
  { kind: 'suicideThreat', immediateDanger: true },
  { kind: 'abusive', behaviours: ['likelyViolence'], occurredAt: '2026-11-20T22:00:00.000Z' },
  { kind: 'none', channel: 'inPerson', behaviours: ['physicalAssault'] },
];

export async function makeReport({ people }: World, random: Random, by: PersonKey, number: number): Promise<Report> {
  if (random.chance(0.6)) return reportOf(people[by], number, random.pick(emails));
  return callReport({ submissionId: submissionIdFrom(random.bytes(17)), ...random.pick(calls) });
}
