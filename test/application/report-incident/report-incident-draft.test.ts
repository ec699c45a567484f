import { describe, expect, it } from 'vitest';
import {
  composeIncidentReport,
  findIncidentProblems,
  type IncidentDraft,
  isLate,
  newIncidentDraft,
} from '../../../src/application/report-incident-draft.ts';
import { type Situation, situations } from '../../../src/domain/incident/account-vocabulary.ts';
import { submissionId as id } from './samples.ts';

const happened = '2026-11-20T10:00:00.000Z';
const given = { directoryManagerId: 'manager', submittedAt: '2026-11-20T10:05:00.000Z' };
const draftOf = (situation: Situation, over: Partial<IncidentDraft> = {}): IncidentDraft => ({
  ...newIncidentDraft({ id, situation, kind: 'abusive', phase: 'form', language: 'en', now: happened }),
  ...over,
});
const problemsOf = (draft: IncidentDraft, now = happened) =>
  findIncidentProblems(draft, new Date(now)).map(({ field, code }) => `${field} ${code}`);

describe('a draft in the tab', () => {
  it.each<[string, IncidentDraft, string[]]>([
    ['nothing but the first tap', draftOf('call'), []],
    [
      'a time that has not come (ANX-6)',
      draftOf('call', { occurredAt: '2026-11-20T10:02:00.000Z' }),
      ['occurredAt inFuture'],
    ],
    ['no whole time', draftOf('call', { occurredAt: '' }), ['occurredAt notATime']],
    ['facts that are too long', draftOf('call', { facts: 'x'.repeat(4_001) }), ['facts tooLong']],
    ['a worry about nobody (BEH-4.2-1)', draftOf('visitorConcern'), ['visitor visitorMissing']],
  ])('with %s', (_, draft, problems) => {
    expect(problemsOf(draft)).toEqual(problems);
  });

  it('is asked why it is late after a week, and is taken late, with the reason or without (BEH-8.4-1)', () => {
    const draft = draftOf('inPerson');
    expect(isLate(draft, new Date('2026-11-27T10:00:00.000Z'))).toBe(false);
    expect(isLate(draft, new Date('2026-11-27T10:00:01.000Z'))).toBe(true);
    expect(problemsOf(draft, '2027-02-18T10:00:00.000Z')).toEqual([]);
    const late = { ...draft, account: { ...draft.account, lateReason: 'I was on leave.' } };
    expect(composeIncidentReport(late, given).account?.lateReason).toBe('I was on leave.');
  });

  it('has a channel for each way it came, all seven of them (COM-1.4-1, POL-3.1-1)', () => {
    const channels = situations.map((each) => composeIncidentReport(draftOf(each), given).channel);
    expect([...new Set(channels)].sort()).toEqual(
      ['email', 'inPerson', 'letter', 'otherElectronic', 'phone', 'socialMedia', 'voicemail'].sort(),
    );
  });

  it('keeps whom it happened to when somebody else reports it (X-SAFE-2, ANX-1)', () => {
    const draft = draftOf('call');
    const onBehalfOf = { id: 'someone', name: 'Someone', address: 'someone@llyw.example' };
    const report = composeIncidentReport({ ...draft, account: { ...draft.account, onBehalfOf } }, given);
    expect(report.account?.onBehalfOf).toEqual(onBehalfOf);
  });
});
