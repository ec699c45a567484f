import { describe, expect, it } from 'vitest';
import type { Account, AssaultRecord } from '../../../src/domain/incident/account.ts';
import { whereabouts } from '../../../src/domain/incident/account-vocabulary.ts';
import { assessReport } from '../../../src/domain/incident/assess-report.ts';
import { circumstancesOf } from '../../../src/domain/incident/circumstances.ts';
import { emptyAccount, emptyCall, emptyWelfare } from '../../../src/domain/incident/empty-account.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { sampleIncident, sampleReport, standardSettings } from '../samples.ts';

const manager = { found: true, implicated: false, alternateFound: false };

function assess(account: Partial<Account>, change: Partial<Report> = {}, settings = standardSettings) {
  const whole = { ...emptyAccount('inPerson'), ...account };
  const report = sampleReport({ channel: 'inPerson', kind: 'none', email: null, account: whole, ...change });
  const { routing, ...assessment } = assessReport(report, manager, settings);
  const roles = routing.notices.filter(({ urgency }) => urgency !== 'prompt').map(({ role }) => role);
  return { ...assessment, roles, policeTask: routing.policeTask, forward: routing.forward };
}

const assault = (change: Partial<AssaultRecord>): AssaultRecord => ({
  degree: 'physical',
  injured: false,
  injuryNote: '',
  absentFrom: null,
  absentTo: null,
  ...change,
});

describe('what an account implies, although no box was ticked', () => {
  it.each([
    ['a physical assault', 'physical' as const, 'critical', 'mandatory'],
    ['a serious assault', 'seriousPhysical' as const, 'critical', 'mandatory'],
    ['an attempt', 'attempt' as const, 'serious', 'prompt'],
  ])('%s is one for severity, routing, police and retention (POL-4.3-1)', (_, degree, severity, policeTask) => {
    const result = assess({ assault: assault({ degree }) });
    expect(result).toMatchObject({ severity, policeTask });
    expect(result.roles).toEqual(expect.arrayContaining(['security', 'seniorManager']));
    expect(result.retention).toMatchObject({ decidedBy: 'D-ASS', months: 24 });
  });

  it('a threat about the home is one (BEH-7.1-1)', () => {
    const result = assess({ situation: 'homeThreat' });
    expect(result).toMatchObject({ severity: 'critical', policeTask: 'nowAndMandatory' });
    expect(result.roles).toContain('security');
  });

  it('damaged property is kept for two years (BEH-15.4-2)', () => {
    expect(assess({ property: 'official' }).retention).toMatchObject({ decidedBy: 'B-PRO', months: 24 });
  });

  it.each(['immediateDanger', 'harmDone'] as const)('%s of a caller makes it critical (model 1.5)', (fact) => {
    const call = { channel: 'phone' as const, kind: 'suicideThreat' as const };
    const inDanger = assess({ situation: 'call', welfare: { ...emptyWelfare(), [fact]: 'yes' } }, call);
    expect(inDanger).toMatchObject({ severity: 'critical', severityReasons: ['immediateDanger'] });
    expect(inDanger.roles).toEqual(['lineManager']);
    expect(assess({ situation: 'call', welfare: emptyWelfare() }, call).severity).toBe('standard');
  });

  it('a call for help takes nothing that is used against anyone (C-32)', () => {
    const welfare = { ...emptyWelfare(), healthMatter: 'no' as const };
    const result = assess(
      { situation: 'call', welfare, assault: assault({}), property: 'personal', place: { ...away, where: 'atHome' } },
      { channel: 'phone', kind: 'suicideThreat' },
    );
    expect(result.roles).toEqual(['lineManager']);
    expect(result.retention.decidedBy).not.toBe('B-PRO');
  });
});

const away = { siteId: null, where: 'unknown' as const, detail: '', loneWorking: false };

describe('severity (model 1.5)', () => {
  it.each([
    ['raised', 'serious', 'serious', ['ordinary', 'raisedByPerson'], true],
    ['raised further', 'critical', 'critical', ['ordinary', 'raisedByPerson'], true],
    ['left as it is', 'standard', 'standard', ['ordinary'], false],
    ['never lowered', 'concern', 'standard', ['ordinary'], false],
  ] as const)('can be %s by the person who reports', (_, raisedSeverity, severity, severityReasons, isTold) => {
    const result = assess({ raisedSeverity }, { kind: 'abusive' });
    expect(result).toMatchObject({ severity, severityReasons });
    expect(result.roles.includes('security')).toBe(isTold);
  });

  it('is not raised by an allegation that nothing bears out (C-34)', () => {
    const reasons = ['noSubstance', 'notBorneOut', 'alreadyAnswered', 'outsideResponsibility'] as const;
    const heard = { channel: 'phone' as const, kind: 'abusive' as const };
    const without = assess({ situation: 'call', call: emptyCall() }, heard);
    const alleged = assess({ situation: 'call', call: { ...emptyCall(), abuseReasons: [...reasons] } }, heard);
    expect(alleged).toEqual(without);
    expect(alleged.severity).toBe('standard');
  });

  it('rises by one step in an exposed area, and no further than critical (BEH-1.1-2)', () => {
    const exposed = { ...standardSettings, heightenedExposure: true };
    expect(assess({}, { kind: 'abusive' }, exposed)).toMatchObject({
      severity: 'serious',
      severityReasons: ['ordinary', 'heightenedExposure'],
    });
    expect(assess({}, { behaviours: ['physicalAssault'] }, exposed).severity).toBe('critical');
    expect(assess({}, { kind: 'abusive', towardsFamily: true }, exposed).severity).toBe('serious');
  });
});

describe('how long an assault is kept (C-04, B-RID-1)', () => {
  // It happened on Tuesday 10 November 2026.
  it.each([
    ['without injury or absence', {}, 'D-ASS', 24],
    ['with an injury', { injured: true }, 'D-RID', 36],
    ['with three days away', { absentFrom: '2026-11-11', absentTo: '2026-11-13' }, 'D-ASS', 24],
    ['with four days away', { absentFrom: '2026-11-11', absentTo: '2026-11-14' }, 'D-RID', 36],
    [
      'with four days, the first of them the day itself',
      { absentFrom: '2026-11-10', absentTo: '2026-11-13' },
      'D-ASS',
      24,
    ],
    ['with an absence that has no end yet', { absentFrom: '2026-11-11' }, 'D-RID', 36],
  ])('%s', (_, change, decidedBy, months) => {
    const { retention } = assess({ assault: assault(change) });
    expect(retention).toMatchObject({ decidedBy, months, basisDate: '2026-11-10' });
    expect(retention.eligibleFrom).toBe(months === 36 ? '2029-11-10' : '2028-11-10');
  });
});

describe('where it happened', () => {
  it.each([
    ['inPerson', 'atHome', true],
    ['letter', 'atHome', true],
    ['inPerson', 'offSite', true],
    ['inPerson', 'office', false],
    ['call', 'atHome', false],
    ['voicemail', 'offSite', false],
    ['socialMedia', 'online', false],
    ['emailElsewhere', 'atHome', false],
  ] as const)('%s, %s: away from work is %s (BEH-12.1-1)', (situation, where, isAway) => {
    const account = { ...emptyAccount(situation), place: { ...away, where } };
    expect(circumstancesOf(account, ['cathays']).place === 'offPremises').toBe(isAway);
  });

  it('a bomb call taken anywhere but in a building is never one at Cathays Park', () => {
    for (const where of whereabouts.filter((each) => each !== 'office' && each !== 'unknown')) {
      const account = { ...emptyAccount('call'), place: { ...away, siteId: 'cathays', where } };
      expect(circumstancesOf(account, ['cathays']).place).toBe('otherSite');
    }
  });

  it.each(['safetyConcern', 'visitorConcern'] as const)('a bare %s stays with the manager, wherever', (situation) => {
    const result = assess({ situation, place: { ...away, where: 'offSite' } });
    expect(result.roles).toEqual(situation === 'visitorConcern' ? ['lineManager', 'reception'] : ['lineManager']);
  });
});

describe('an e-mail that is told of in the tab', () => {
  it('is told to those an e-mail is told to, and nothing is forwarded: there is no original (COM-6.1-2)', () => {
    const result = assess({ situation: 'emailElsewhere' }, { channel: 'email', kind: 'abusive' });
    expect(result.roles).toEqual(['lineManager', 'security', 'itSecurity', 'helpDesk']);
    expect(result.forward).toBe('none');
  });
});

describe('duties of the manager (COM-3c-1, C-20)', () => {
  it('are due after the time the configuration gives', () => {
    const account = { ...emptyAccount('call'), call: emptyCall() };
    const hoax = { channel: 'phone' as const, kind: 'hoax' as const, email: null, account };
    const incident = sampleIncident(hoax, { settings: { ...standardSettings, dutyMinutes: 45 } });
    expect(incident.duties.map(({ role, state, dueAt }) => [role, state, dueAt])).toEqual([
      ['security', 'open', '2026-11-10T10:50:30.000Z'],
      ['helpDesk', 'open', '2026-11-10T10:50:30.000Z'],
      ['hrPartner', 'open', '2026-11-10T10:50:30.000Z'],
    ]);
    expect(sampleIncident({ ...hoax, kind: 'abusive' }).duties).toEqual([]);
  });
});
