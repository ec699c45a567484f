import { describe, expect, it } from 'vitest';
import {
  addNote,
  changeNote,
  dropEmptyNotes,
  takesNotes,
  tickedAt,
  tickStep,
  toForm,
} from '../../src/application/live-record.ts';
import { newIncidentDraft } from '../../src/application/report-incident-draft.ts';
import { accountLimits } from '../../src/domain/incident/report-limits.ts';
import { procedures } from '../../src/domain/procedures/all-procedures.ts';
import { helperFields, isHelperField } from '../../src/domain/procedures/helper-fields.ts';
import { procedureIds } from '../../src/domain/procedures/procedure.ts';

const draft = newIncidentDraft({
  id: '0123456789ABCDEFGHJKMNPQRS',
  situation: 'call',
  kind: 'abusive',
  phase: 'live',
  language: 'en',
  now: '2026-11-10T10:00:00.000Z',
});
const at = (minute: number) => `2026-11-10T10:${String(minute).padStart(2, '0')}:00.000Z`;
const warning = { id: 'warn', action: { type: 'warn' } } as const;

describe('Notes taken live (COM-3d-6)', () => {
  it('keep order and time when one is put right', () => {
    const noted = changeNote(addNote(addNote(draft, 'one', at(1)), 'two', at(2)), 0, 'One');
    expect(noted.account.notes).toEqual([
      { at: at(1), text: 'One' },
      { at: at(2), text: 'two' },
    ]);
  });

  it('stop where the record is full, and lose nothing', () => {
    const full = Array.from({ length: accountLimits.entries }).reduce<typeof draft>(
      (before, _, index) => addNote(before, `line ${index}`, at(1)),
      draft,
    );
    expect(takesNotes(full)).toBe(false);
    expect(addNote(full, 'one more', at(2))).toBe(full);
  });

  it('leave out lines that say nothing, also on the way to the form', () => {
    const noted = addNote(addNote(draft, ' ', at(1)), 'two', at(2));
    expect(dropEmptyNotes(noted).account.notes.map(({ text }) => text)).toEqual(['two']);
    expect(toForm(noted)).toMatchObject({ phase: 'form', account: { notes: [{ text: 'two' }] } });
  });
});

describe('A tick (COM-3a-1, COM-3d-8)', () => {
  it('has its time; one on a warning stores when it was given, and both can be taken back', () => {
    const ticked = tickStep(draft, warning, true, at(3));
    expect([tickedAt(ticked, 'warn'), ticked.account.call?.warnedAt]).toEqual([at(3), at(3)]);
    const back = tickStep(ticked, warning, false, at(4));
    expect([tickedAt(back, 'warn'), back.account.call?.warnedAt]).toEqual([null, null]);
  });

  it('is kept once, however often it is set', () => {
    const twice = tickStep(tickStep(draft, warning, true, at(3)), warning, true, at(5));
    expect(twice.account.steps).toEqual([{ stepId: 'warn', at: at(5) }]);
  });
});

it.each(procedureIds)('every field that "%s" asks for can be filled in live', (id) => {
  const { quickFields, laterFields, steps } = procedures[id];
  const filled = steps.flatMap(({ action }) => (action?.type === 'fill' ? action.fields : []));
  const missing = [...quickFields, ...laterFields, ...filled].filter((field) => !isHelperField(field));
  expect(missing).toEqual([]);
  expect(Object.keys(helperFields).length).toBeGreaterThan(40);
});
