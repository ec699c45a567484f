import type { Account } from '../domain/incident/account.ts';
import { accountLimits } from '../domain/incident/report-limits.ts';
import type { StepAction } from '../domain/procedures/procedure.ts';
import type { IncidentDraft } from './report-incident-draft.ts';

/** What may be ticked: `action` says what the tick means beyond its time. */
export interface Tickable {
  id: string;
  action: StepAction | null;
}

function withAccount(draft: IncidentDraft, part: Partial<Account>): IncidentDraft {
  return { ...draft, account: { ...draft.account, ...part } };
}

/** True while one more line fits into the record. */
export function takesNotes({ account }: IncidentDraft): boolean {
  return account.notes.length < accountLimits.entries;
}

/**
 * Begins a line, with its time; lines stay in the order in which they were begun. A full record takes no more: the draft comes
 * back as it was. `now` is UTC, ISO 8601. COM-3d-6
 */
export function addNote(draft: IncidentDraft, text: string, now: string): IncidentDraft {
  if (!takesNotes(draft)) return draft;
  return withAccount(draft, { notes: [...draft.account.notes, { at: now, text }] });
}

/** Changes what a line says; its time stays. */
export function changeNote(draft: IncidentDraft, index: number, text: string): IncidentDraft {
  return withAccount(draft, {
    notes: draft.account.notes.map((note, each) => (each === index ? { ...note, text } : note)),
  });
}

/** Takes away lines that say nothing. */
export function dropEmptyNotes(draft: IncidentDraft): IncidentDraft {
  const notes = draft.account.notes.filter(({ text }) => text.trim() !== '');
  return notes.length === draft.account.notes.length ? draft : withAccount(draft, { notes });
}

/** When a step was ticked, UTC; null when it was not. */
export function tickedAt({ account }: IncidentDraft, stepId: string): string | null {
  return account.steps.findLast((mark) => mark.stepId === stepId)?.at ?? null;
}

/**
 * Ticks a step, or takes the tick back. Ticking a warning stores when it was given, taking it back forgets that. A tick is
 * never asked for. COM-3a-1, COM-3d-8
 */
export function tickStep(draft: IncidentDraft, step: Tickable, isTicked: boolean, now: string): IncidentDraft {
  const others = draft.account.steps.filter(({ stepId }) => stepId !== step.id);
  const steps = isTicked && others.length < accountLimits.entries ? [...others, { stepId: step.id, at: now }] : others;
  const { call } = draft.account;
  const warned = step.action?.type === 'warn' && call ? { call: { ...call, warnedAt: isTicked ? now : null } } : {};
  return withAccount(draft, { steps, ...warned });
}

/** The call or the meeting is over, or after all is not. ANX-17 */
export function endLive(draft: IncidentDraft, endedAt: string | null): IncidentDraft {
  return withAccount(draft, { endedAt });
}

/** Goes on with the form: what was noted live comes along. COM-3.3-1 */
export function toForm(draft: IncidentDraft): IncidentDraft {
  return { ...dropEmptyNotes(draft), phase: 'form' };
}
