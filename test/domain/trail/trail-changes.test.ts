import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type TrailChange, trailChanges } from '../../../src/domain/trail/trail-changes.ts';
import type { PartsOf } from '../../../src/domain/trail/trail-class.ts';
import { openedAccount } from '../../ui/tab/opened-account.ts';
import { lineManager, sampleIncident, sampleReport, securityOfficer, stranger } from '../samples.ts';

const at = '2026-11-10T12:00:00.000Z';
const stamp = { by: lineManager, at };
const line = ({ field, before, after }: TrailChange) => [field, before, after];
const between = (before: Incident, after: Incident) => trailChanges(before, after).map(line);

describe('What the trail says of a change (X-AUD-1)', () => {
  it('is nothing where nothing changed, however the record was written down', () => {
    const incident = sampleIncident();
    expect(trailChanges(incident, incident)).toEqual([]);
    expect(trailChanges(incident, structuredClone(incident))).toEqual([]);
    const { email, ...others } = incident.report;
    const { from, ...rest } = email!;
    const turned = {
      ...incident,
      report: { ...others, email: { ...rest, from: { address: from.address, name: from.name } } },
    };
    expect(trailChanges(incident, turned)).toEqual([]);
  });

  it('is old and new value of codes, numbers, times and yes or no', () => {
    const before = sampleIncident();
    const after: Incident = {
      ...before,
      state: 'withSecurity',
      severity: 'critical',
      severityReasons: ['homeThreat'],
      passedOnAt: at,
      retention: { ...before.retention, months: 24 },
      report: { ...before.report, homeThreat: true },
    };
    expect(between(before, after)).toEqual(
      expect.arrayContaining([
        ['state', 'managerReview', 'withSecurity'],
        ['severity', before.severity, 'critical'],
        ['severityReasons', before.severityReasons, ['homeThreat']],
        ['passedOnAt', null, at],
        ['retention.months', before.retention.months, 24],
        ['report.homeThreat', false, true],
      ]),
    );
    expect(trailChanges(before, after)).toHaveLength(6);
  });

  it('is of people their ids, and of words that they are others and how many', () => {
    const before = sampleIncident();
    const comment = { ...stamp, role: 'lineManager', text: 'He knows her street.', via: 'card' } as const;
    const after: Incident = {
      ...before,
      comments: [comment],
      excluded: [stranger],
      report: { ...before.report, facts: 'Other words' },
    };
    expect(between(before, after)).toEqual(
      expect.arrayContaining([
        ['comments[0].by', null, lineManager.id],
        ['comments[0].text', null, { withheld: 20 }],
        [`excluded[${stranger.id}]`, null, stranger.id],
        ['report.facts', { withheld: before.report.facts.length }, { withheld: 11 }],
      ]),
    );
    const longer = { ...after, report: { ...after.report, facts: 'OTHER WORDS' } };
    expect(between(after, longer)).toEqual([['report.facts', { withheld: 11 }, { withheld: 11 }]]);
  });

  it('tells entries of a list by what they are, not by where they stand', () => {
    const before = sampleIncident();
    const task = (id: string) => ({ id, type: 'guards', ...stamp, note: '', done: null }) as const;
    const open: Incident = { ...before, tasks: [task('t1'), task('t2')] };
    const done: Incident = { ...open, tasks: [{ ...task('t2'), done: { by: securityOfficer, at } }, task('t1')] };
    expect(between(open, done)).toEqual([
      ['tasks[t2].done.by', null, securityOfficer.id],
      ['tasks[t2].done.at', null, at],
    ]);
    expect(between(done, { ...done, tasks: [task('t1')] }).map(([field]) => field)).toEqual([
      'tasks[t2].id',
      'tasks[t2].by',
      'tasks[t2].at',
      'tasks[t2].type',
      'tasks[t2].done.by',
      'tasks[t2].done.at',
    ]);
  });

  it('leaves out the service’s own memory: notices have entries of their own, clocks too', () => {
    const before = sampleIncident();
    const after: Incident = {
      ...before,
      deliveries: [],
      clockNotes: [{ key: 'answerReminder', at, outcome: 'done' }],
    };
    expect(trailChanges(before, after)).toEqual([]);
  });

  it('says of health only that it is another', () => {
    const { incident } = openedAccount('abusive');
    const account = incident.report.account!;
    const assault = { ...account.assault!, injured: !account.assault!.injured };
    const after: Incident = { ...incident, report: { ...incident.report, account: { ...account, assault } } };
    expect(between(incident, after)).toEqual([
      ['report.account.assault.injured', { withheld: null }, { withheld: null }],
    ]);
  });
});

describe('An id that comes from a device', () => {
  it('is taken for words when it could be some', () => {
    const { incident } = openedAccount('abusive');
    const account = incident.report.account!;
    const marked = (stepId: string): Incident => ({
      ...incident,
      report: { ...incident.report, account: { ...account, steps: [{ stepId, at }] } },
    });
    expect(between(marked('a'), marked('b'))).toContainEqual(['report.account.steps[b].stepId', null, 'b']);
    const changes = between(marked('a'), marked('he said it'));
    expect(changes).toContainEqual(['report.account.steps[1].stepId', null, { withheld: 10 }]);
    expect(JSON.stringify(changes)).not.toContain('he said it');
  });
});

/** Every text that reads like words, a name, a number to ring or an address is another one. */
function reworded(value: unknown): unknown {
  if (typeof value === 'string') return /[ @]|^\+?\d{4,}$/.test(value) ? 'WORDS of a person' : value;
  if (Array.isArray(value)) return value.map(reworded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reworded(inner)]));
}

describe('Words of people', () => {
  it.each(['abusive', 'bomb', 'welfare', 'visitor'])(
    'never reach the trail, whatever of an account changes: %s',
    (name) => {
      const { incident } = openedAccount(name);
      const changes = trailChanges(incident, reworded(incident) as Incident);
      expect(changes.length).toBeGreaterThan(0);
      expect(JSON.stringify(changes)).not.toContain('WORDS');
      const mail = { ...incident, report: sampleReport() };
      expect(JSON.stringify(trailChanges(mail, reworded(mail) as Incident))).not.toContain('WORDS');
    },
  );
});

describe('A field that is added', () => {
  interface Sample {
    code: 'a' | 'b';
    words: string;
    parts: { count: number } | null;
  }

  it('does not compile without a class, nor as a value where it can hold any words', () => {
    const right: PartsOf<Sample> = { code: 'value', words: 'withheld', parts: { count: 'value' } };
    // @ts-expect-error: `parts` has no class
    const missing: PartsOf<Sample> = { code: 'value', words: 'withheld' };
    // @ts-expect-error: a part of a part has none
    const missingInside: PartsOf<Sample> = { ...right, parts: {} };
    // @ts-expect-error: words of any kind are no code
    const words: PartsOf<Sample> = { ...right, words: 'value' };
    expect([right, missing, missingInside, words]).toHaveLength(4);
  });
});
