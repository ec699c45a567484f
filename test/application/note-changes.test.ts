import { describe, expect, it } from 'vitest';
import { noteChanges, readChanges } from '../../src/application/note-changes.ts';
import type { AuditDraft } from '../../src/application/ports/audit.ts';
import type { IncidentWork } from '../../src/application/ports/register.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { lineManager, sampleIncident } from '../domain/samples.ts';

const at = '2026-11-10T12:00:00.000Z';
const entry = (id: string, action: AuditDraft['action']): AuditDraft => ({
  id,
  action,
  actor: lineManager.id,
  at,
  detail: { event: id },
});
const owing = (...owedEntries: AuditDraft[]): IncidentWork => ({
  intakeRowIds: [],
  owedEntries,
  auditHead: { sequence: 3, hash: 'a' },
  retryAt: {},
  owesReceipts: false,
  owesRedraw: false,
  owesForward: false,
  owesRouting: false,
  owesRemovals: [],
  readNoted: {},
  owesMerge: null,
});
const before = { incident: sampleIncident(), work: owing() };
const moved: Incident = { ...before.incident, state: 'withSecurity' };
const stated = [{ field: 'state', before: 'managerReview', after: 'withSecurity' }];
const changesIn = (work: IncidentWork) => work.owedEntries.map(({ id, detail }) => [id, readChanges(detail).changes]);

describe('Old and new values in the trail (X-AUD-1)', () => {
  it('stand in the entry of the change, beside what it says already', () => {
    const { work } = noteChanges(before, { incident: moved, work: owing(entry('move', 'moved')) }, at);
    expect(changesIn(work)).toEqual([['move', stated]]);
    expect(work.owedEntries[0]?.detail.event).toBe('move');
  });

  it('stand in the last entry that says what was done, not in that of a notice or a refusal', () => {
    const entries = [
      entry('comment', 'commented'),
      entry('move', 'moved'),
      entry('sent', 'noticesSent'),
      entry('no', 'refused'),
    ];
    const { work } = noteChanges(before, { incident: moved, work: owing(...entries) }, at);
    expect(changesIn(work)).toEqual([
      ['comment', []],
      ['move', stated],
      ['sent', []],
      ['no', []],
    ]);
  });

  it('leave alone what was owed before', () => {
    const old = entry('old', 'moved');
    const given = { incident: before.incident, work: owing(old) };
    const { work } = noteChanges(given, { incident: moved, work: owing(old, entry('new', 'moved')) }, at);
    expect(changesIn(work)).toEqual([
      ['old', []],
      ['new', stated],
    ]);
  });

  it('get an entry of their own where a change owes none: nothing changes in silence', () => {
    const { work } = noteChanges(before, { incident: moved, work: owing(entry('no', 'refused')) }, at);
    expect(work.owedEntries).toMatchObject([
      { id: 'no' },
      { id: 'changed 3 state', action: 'changed', actor: 'system', at },
    ]);
    expect(changesIn(work)[1]?.[1]).toEqual(stated);
  });

  it('change nothing where nothing of the record is another', () => {
    const draft = { incident: { ...before.incident, deliveries: [] }, work: owing(entry('sent', 'noticesSent')) };
    expect(noteChanges(before, draft, at)).toBe(draft);
  });

  it('keep an entry small, and say how much had no room', () => {
    const questions = Array.from({ length: 200 }, (_, index) => ({
      id: `question${index}`,
      by: lineManager,
      at,
      text: 'Which day was it?',
      answer: null,
    }));
    const incident: Incident = { ...before.incident, questions };
    const { work } = noteChanges(before, { incident, work: owing(entry('ask', 'moved')) }, at);
    const detail = work.owedEntries[0]?.detail ?? {};
    expect(JSON.stringify(detail).length).toBeLessThan(8_000);
    const { changes, more } = readChanges(detail);
    expect(changes.length).toBeGreaterThan(50);
    expect(changes.length + more).toBe(800);
  });

  it('are read as none where somebody made them unreadable', () => {
    for (const changes of ['{', '{"a":1}', '[1,[2]]', 'null']) {
      expect(readChanges({ changes, moreChanges: 'x' })).toEqual({ changes: [], more: 0 });
    }
  });
});
