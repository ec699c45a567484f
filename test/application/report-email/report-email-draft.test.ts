import { describe, expect, it } from 'vitest';
import { composeReport, findDraftProblems, type ReportDraft } from '../../../src/application/report-email-draft.ts';
import { outboxIdOf, sha256Hex, submissionIdOf } from '../../../src/application/report-email-id.ts';
import { previewReport, previewRules } from '../../../src/application/report-preview.ts';
import { roles } from '../../../src/domain/incident/vocabulary.ts';
import { reporterId } from './outside.ts';
import { draftOf, email } from './samples.ts';

const given = { submissionId: 'S', directoryManagerId: 'manager', submittedAt: '2026-11-20T10:05:00Z' };
const compose = (answers: Partial<ReportDraft> & Pick<ReportDraft, 'kind'>) => {
  const draft = draftOf(answers);
  return composeReport({ ...draft, kind: draft.kind ?? 'none' }, email, given);
};

describe('a draft', () => {
  it.each<[string, Partial<ReportDraft>, string[]]>([
    ['nothing is picked', { kind: null }, ['kindMissing']],
    ['a kind alone is picked', { kind: 'hoax' }, []],
    ['only a worry is picked (BEH-4.1-2)', { kind: 'none' }, []],
    ['the facts have 4,000 characters', { facts: 'x'.repeat(4_000) }, []],
    ['the facts have one more', { facts: 'x'.repeat(4_001) }, ['factsTooLong']],
    ['both are wrong', { kind: null, facts: 'x'.repeat(4_001) }, ['kindMissing', 'factsTooLong']],
  ])('when %s', (_name, answers, codes) => {
    expect(findDraftProblems(draftOf(answers)).map(({ code }) => code)).toEqual(codes);
  });

  it('happened when the e-mail was received, and when it was reported if nobody says', () => {
    expect(compose({ kind: 'abusive' }).occurredAt).toBe(email.receivedAt);
    const undated = composeReport({ ...draftOf(), kind: 'abusive' }, { ...email, receivedAt: null }, given);
    expect(undated.occurredAt).toBe(given.submittedAt);
  });

  it('carries no mark and no behaviour on the welfare path, whatever was ticked before (C-32, COM-3d-1)', () => {
    const report = compose({
      kind: 'suicideThreat',
      behaviours: ['severeVerbalAbuse'],
      violenceThreatened: true,
      weaponMentioned: true,
      towardsFamily: true,
      homeThreat: true,
      particularlyAbusive: true,
      immediateDanger: true,
    });
    expect(report).toMatchObject({
      behaviours: [],
      violenceThreatened: false,
      weaponMentioned: false,
      towardsFamily: false,
      homeThreat: false,
      particularlyAbusive: false,
      immediateDanger: true,
    });
  });

  it('mentions a weapon only where violence is threatened, and danger only on the welfare path', () => {
    expect(compose({ kind: 'abusive', weaponMentioned: true, immediateDanger: true })).toMatchObject({
      weaponMentioned: false,
      immediateDanger: false,
    });
  });

  it.each<[string, Partial<ReportDraft>, string | null]>([
    ['the directory’s when nobody else was chosen', {}, 'manager'],
    ['the one chosen instead', { chosenManager: { id: 'other', name: 'O', address: 'o@llyw.example' } }, 'other'],
    ['still named when involved, so that the service can exclude them (C-21)', { managerImplicated: true }, 'manager'],
  ])('names the manager: %s', (_name, answers, id) => {
    expect(compose({ kind: 'abusive', ...answers }).manager).toEqual({
      chosenId: id,
      implicated: answers.managerImplicated ?? false,
    });
  });
});

describe('the id of a submission (X-IDEM-1)', () => {
  it('is 26 characters and the same each time', async () => {
    const id = await submissionIdOf(reporterId, email);
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await submissionIdOf(reporterId, { ...email })).toBe(id);
  });

  it.each<[string, Partial<typeof email>]>([
    ['another message under the same message id', { subject: 'Something else' }],
    ['the same message in another mailbox', { mailbox: 'team@llyw.example' }],
    ['another time of receipt', { receivedAt: '2026-11-20T10:00:01Z' }],
  ])('differs for %s', async (_name, change) => {
    const id = await submissionIdOf(reporterId, email);
    expect(await submissionIdOf(reporterId, { ...email, ...change })).not.toBe(id);
  });

  it('differs between people, while the device’s own key needs no person', async () => {
    expect(await submissionIdOf('someone', email)).not.toBe(await submissionIdOf('another', email));
    const later = { ...email, headerText: 'read later', itemId: 'immutable' };
    expect(await outboxIdOf(email, 'me')).toBe(await outboxIdOf(later, 'me'));
    expect(await outboxIdOf(email, 'me')).not.toBe(await outboxIdOf(email, 'another'));
  });

  it('hashes bytes as everyone does', async () => {
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('the preview before submitting (POL-1.1-1)', () => {
  const now = new Date('2026-11-20T11:00:00Z');
  const known = { receivedAt: email.receivedAt, hasManager: true, department: null };
  const rules = previewRules({ sites: [], areas: [], recipientRoles: [...roles] });
  const told = (answers: Partial<ReportDraft>, circumstances = known) =>
    previewReport(draftOf(answers), circumstances, rules, now)
      ?.notices.filter(({ urgency }) => urgency === 'auto' || urgency === 'first')
      .map(({ role }) => role)
      .toSorted();

  it('waits for a kind', () => {
    expect(previewReport(draftOf({ kind: null }), known, rules, now)).toBeNull();
  });

  it.each<[string, Partial<ReportDraft>, string[], string]>([
    ['an abusive e-mail', { kind: 'abusive' }, ['helpDesk', 'itSecurity', 'lineManager', 'security'], 'send'],
    ['a call for help', { kind: 'suicideThreat' }, ['lineManager'], 'none'],
    ['a colleague', { kind: 'internal' }, ['hrPartner', 'lineManager'], 'none'],
    [
      'a bomb threat',
      { kind: 'bombThreat' },
      ['helpDesk', 'informationSecurity', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'suppress',
    ],
  ])('says who is told of %s', (_name, answers, roles, forward) => {
    expect(told(answers)).toEqual(roles);
    expect(previewReport(draftOf(answers), known, rules, now)?.forward).toBe(forward);
  });

  it('leaves out a manager who is involved, and puts in Security where there is none', () => {
    expect(told({ kind: 'internal', managerImplicated: true })).toEqual(['hrPartner', 'managerAlternate']);
    expect(told({ kind: 'persistent' }, { ...known, hasManager: false })).not.toContain('lineManager');
  });

  it('puts the security of the building first outside office hours, by the time of receipt', () => {
    const night = { ...known, receivedAt: '2026-11-20T22:00:00Z' };
    expect(previewReport(draftOf(), night, rules, now)?.notices[0]).toMatchObject({
      role: 'facilities',
      urgency: 'first',
    });
  });
});
