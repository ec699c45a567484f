import { describe, expect, it } from 'vitest';
import { endTask } from '../../src/domain/incident/end-task.ts';
import type { Task } from '../../src/domain/incident/manager-work.ts';
import { sampleIncident } from './samples.ts';

const by = { id: 'k', name: 'Keeper', address: 'k@glanrafon.example' };
const task = (id: string, done: Task['done'] = null): Task => ({
  id,
  type: 'guards',
  by,
  at: '2026-11-10T10:00:00.000Z',
  note: 'At the door',
  done,
});
const done = { by, at: '2026-11-10T11:00:00.000Z' };

describe('What the manager asked Security for (BEH-4.3-1)', () => {
  it('is arranged one by one, and nothing else of the record changes', () => {
    const incident = { ...sampleIncident(), tasks: [task('t1'), task('t2')] };
    const given = structuredClone(incident);
    expect(endTask(incident, 't2', done)).toEqual({
      ok: true,
      incident: { ...given, tasks: [task('t1'), task('t2', done)] },
    });
    expect(incident).toEqual(given);
  });

  it('stays as the first one said', () => {
    const incident = { ...sampleIncident(), tasks: [task('t1', done)] };
    expect(endTask(incident, 't1', { by: { ...by, id: 'other' }, at: '2026-11-11T11:00:00.000Z' })).toEqual({
      ok: false,
      refusal: 'alreadyDone',
    });
  });

  it('is not there when nobody asked', () => {
    expect(endTask(sampleIncident(), 't1', done)).toEqual({ ok: false, refusal: 'notFound' });
  });
});
