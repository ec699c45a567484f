import { describe, expect, it } from 'vitest';
import { type NoticeRole, noticeFacts, noticeRoleOf } from '../../../src/domain/incident/notice-facts.ts';
import { kinds, roles } from '../../../src/domain/incident/vocabulary.ts';
import { sampleIncident, secrets } from '../samples.ts';

/** Model 4.2, as the fields of each notice. */
const allowed: Record<NoticeRole, string[]> = {
  lineManager: ['kind', 'occurredAt', 'reference', 'reporterName', 'severity'],
  security: ['flags', 'kind', 'occurredAt', 'reference', 'severity'],
  facilities: ['kind', 'occurredAt', 'reference', 'reporterAddress', 'reporterName'],
  itSecurity: ['isOriginalWithheld', 'kind', 'occurredAt', 'reference', 'sha256'],
  helpDesk: ['kind', 'occurredAt', 'recogniseBy', 'reference'],
  hrPartner: ['kind', 'reference', 'reporterName', 'severity'],
  informationSecurity: ['keepFrom', 'keepTo', 'mailbox', 'occurredAt', 'reference'],
  seniorManager: ['decision', 'reference'],
  deputyDirector: ['decision', 'reference'],
  informationRights: ['answer', 'occurredAt', 'reference'],
  reporter: ['reference', 'state'],
};
const noticeRoles = Object.keys(allowed) as NoticeRole[];

// X-SAFE-1, COM-3b-6, COM-3c-2
describe('a notice', () => {
  it.each(noticeRoles)('to %s carries the allowed fields and no other', (role) => {
    for (const kind of kinds) {
      expect(Object.keys(noticeFacts(sampleIncident({ kind }), role)).sort()).toEqual(allowed[role]);
    }
  });

  it.each(noticeRoles)('to %s carries no word of message or account and no customer’s name', (role) => {
    const text = JSON.stringify(
      noticeFacts(sampleIncident({ violenceThreatened: true, behaviours: ['harassmentRacial'] }), role),
    );
    const { senderAddress, ...never } = secrets;
    for (const secret of Object.values(never)) expect(text).not.toContain(secret);
    expect(text).not.toContain('harassment');
    expect(text.includes(senderAddress)).toBe(role === 'helpDesk');
  });

  it('tells Security what to do about a bomb threat out of hours without a manager', () => {
    const bomb = sampleIncident(
      { kind: 'bombThreat', occurredAt: '2026-11-14T22:00:00Z', informationRequest: 'unsure' },
      { reviewers: { lineManager: null, chosen: null, alternate: null } },
    );
    expect(noticeFacts(bomb, 'security').flags).toEqual([
      'outOfHours',
      'managerMissing',
      'originalWithheld',
      'policeNow',
      'informationRequest',
    ]);
    expect(noticeFacts(bomb, 'itSecurity').isOriginalWithheld).toBe(true);
  });

  it('asks the deputy director about persistence, and a senior person about what is serious', () => {
    const both = sampleIncident({ kind: 'persistent', violenceThreatened: true });
    expect(both.routing.map((notice) => notice.role)).toEqual(
      expect.arrayContaining(['seniorManager', 'deputyDirector']),
    );
    expect(noticeFacts(both, 'deputyDirector').decision).toBe('persistentContact');
    expect(noticeFacts(both, 'seniorManager').decision).toBe('seriousIncident');
  });

  it('exists for every role that the rules for e-mail can tell at once', () => {
    const told = new Set(
      kinds.flatMap((kind) =>
        sampleIncident({
          kind,
          informationRequest: 'yes',
          violenceThreatened: true,
          occurredAt: '2026-11-14T22:00:00Z',
        })
          .routing.filter((notice) => notice.urgency === 'first' || notice.urgency === 'auto')
          .map((notice) => notice.role),
      ),
    );
    expect([...told].filter((role) => noticeRoleOf(role) === null)).toEqual([]);
    expect(roles.filter((role) => noticeRoleOf(role) === null).sort()).toEqual([
      'healthEnquiries',
      'occupationalHealth',
      'reception',
      'switchboard',
    ]);
  });
});
