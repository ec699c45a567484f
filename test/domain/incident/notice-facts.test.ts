import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/domain/incident/account.ts';
import { situations } from '../../../src/domain/incident/account-vocabulary.ts';
import { emptyAccount, emptyBomb, emptyCall, emptyWelfare } from '../../../src/domain/incident/empty-account.ts';
import {
  factsShownTo,
  type NoticeRole,
  noticeFactNames,
  noticeRoleOf,
} from '../../../src/domain/incident/notice-allow-list.ts';
import { noticeFacts } from '../../../src/domain/incident/notice-facts.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { behaviours, channels, kinds, roles } from '../../../src/domain/incident/vocabulary.ts';
import { composeNotice } from '../../../src/words/compose-notice.ts';
import { sampleIncident, sampleReport, secrets } from '../samples.ts';

/** Model 4.2, as the fields of each notice. */
const allowed: Record<NoticeRole, string[]> = {
  lineManager: ['kind', 'occurredAt', 'reference', 'reporterName', 'severity'],
  security: ['flags', 'kind', 'occurredAt', 'reference', 'severity', 'site'],
  facilities: ['extension', 'kind', 'occurredAt', 'reference', 'reporterAddress', 'reporterName', 'reporterPhone'],
  itSecurity: ['kind', 'occurredAt', 'original', 'reference', 'sha256'],
  helpDesk: ['form', 'kind', 'occurredAt', 'recogniseBy', 'reference'],
  hrPartner: ['kind', 'reference', 'reporterName', 'severity'],
  informationSecurity: ['keepFrom', 'keepTo', 'mailbox', 'occurredAt', 'reference'],
  seniorManager: ['decision', 'reference'],
  deputyDirector: ['decision', 'reference'],
  informationRights: ['answer', 'occurredAt', 'reference'],
  // COM-4.1-2
  switchboard: ['callAt', 'extension'],
  // COM-3d-7
  healthEnquiries: [
    'account',
    'callbackNumber',
    'contacted',
    'harmDone',
    'immediateDanger',
    'location',
    'notes',
    'occurredAt',
    'personName',
    'reference',
    'reporterAddress',
    'reporterName',
    'reporterPhone',
  ],
  // BEH-4.2-1
  reception: ['concern', 'expectedOn', 'reference', 'site', 'visitorName'],
  areaContact: ['kind', 'occurredAt', 'reference', 'severity'],
  reporter: ['reference', 'state'],
};
const noticeRoles = Object.keys(allowed) as NoticeRole[];

// X-SAFE-1, COM-3b-6, COM-3c-2
describe('a notice', () => {
  it.each(noticeRoles)('to %s carries the allowed fields and no other', (role) => {
    for (const kind of kinds) {
      expect(Object.keys(noticeFacts(sampleIncident({ kind }), role)).sort()).toEqual(allowed[role]);
    }
    expect([...noticeFactNames[role]].sort()).toEqual(allowed[role]);
  });

  it.each(noticeRoles.filter((role) => role !== 'healthEnquiries'))(
    'to %s carries no word of message or account and no customer’s name',
    (role) => {
      const text = JSON.stringify(
        noticeFacts(sampleIncident({ violenceThreatened: true, behaviours: ['harassmentRacial'] }), role),
      );
      const { senderAddress, ...never } = secrets;
      for (const secret of Object.values(never)) expect(text).not.toContain(secret);
      expect(text).not.toContain('harassment');
      expect(text.includes(senderAddress)).toBe(role === 'helpDesk');
    },
  );

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
    expect(noticeFacts(bomb, 'itSecurity').original).toBe('withheld');
  });

  it('asks the deputy director about persistence, and a senior person about what is serious', () => {
    const both = sampleIncident({ kind: 'persistent', violenceThreatened: true });
    expect(both.routing.map((notice) => notice.role)).toEqual(
      expect.arrayContaining(['seniorManager', 'deputyDirector']),
    );
    expect(noticeFacts(both, 'deputyDirector').decision).toBe('persistentContact');
    expect(noticeFacts(both, 'seniorManager').decision).toBe('seriousIncident');
  });

  it('exists for every role but occupational health, which hears only by consent (BEH-R-3), and people of one record', () => {
    const without = roles.filter((role) => noticeRoleOf(role) === null);
    expect(without).toEqual(['occupationalHealth', 'witness', 'teamMember', 'columnEditor']);
    expect(factsShownTo('managerAlternate')).toEqual(factsShownTo('lineManager'));
    expect(factsShownTo('occupationalHealth')).toEqual([]);
  });
});

const call = (change: Partial<ReturnType<typeof emptyCall>>) => ({
  channel: 'phone' as const,
  email: null,
  account: { ...emptyAccount('call'), call: { ...emptyCall(), ...change } },
});

describe('a notice about a call', () => {
  it.each([
    ['the number shown', { numberShown: ' 01632\n960 123 ', number1471: '01632 960 999' }, '01632 960 123'],
    ['what 1471 said', { number1471: '01632 960 999' }, '01632 960 999'],
    ['nothing, when nobody knows it', {}, null],
  ])('gives the help desk %s to know the next one by (COM-3c-2)', (_, change, recogniseBy) => {
    const facts = noticeFacts(sampleIncident({ kind: 'hoax', ...call(change) }), 'helpDesk');
    expect(facts).toMatchObject({ form: 'call', kind: 'hoax', recogniseBy });
  });

  it('gives facilities the extension and how to reach the reporter (COM-3a-3)', () => {
    const incident = { ...sampleIncident(call({ extension: '4321' })), reporterPhone: '029 2018 0444' };
    expect(noticeFacts(incident, 'facilities')).toMatchObject({ extension: '4321', reporterPhone: '029 2018 0444' });
  });

  it('asks the switchboard with time and extension, and nothing that leads to the report (COM-4.1-2)', () => {
    const incident = sampleIncident(call({ ring: 'external', extension: '4321' }));
    expect(noticeFacts(incident, 'switchboard')).toEqual({
      callAt: incident.report.occurredAt,
      extension: '4321',
    });
    const { subject, text } = composeNotice('switchboard', noticeFacts(incident, 'switchboard'), null, null);
    expect(`${subject}${text}`).not.toContain(incident.reference);
    expect(`${subject}${text}`).not.toMatch(/abus|sarhaus|report UB/i);
  });

  it('does not promise IT Security a message that there is not (COM-3b-4)', () => {
    const voicemail = sampleIncident({ kind: 'sexualMalicious', ...call({ voicemailLeft: true }) });
    const facts = noticeFacts(voicemail, 'itSecurity');
    expect(facts).toMatchObject({ original: 'none', sha256: null });
    expect(composeNotice('itSecurity', facts, 'en', null).text).not.toContain('.eml');
  });
});

describe('a notice about an expected visitor (BEH-4.2-1)', () => {
  const visitor = { visitor: 'A. Caller', expectedOn: '2026-11-23', siteId: 'cathays', concern: 'Shouted last time.' };
  const report = {
    channel: 'inPerson' as const,
    kind: 'none' as const,
    email: null,
    account: { ...emptyAccount('visitorConcern'), visitor },
  };
  const sites = { cathays: { en: 'Cathays Park', cy: 'Parc Cathays' } };

  it('gives reception site, day, name and the worry, in both languages', () => {
    const facts = noticeFacts(sampleIncident(report), 'reception', sites);
    expect(facts).toMatchObject({ visitorName: 'A. Caller', expectedOn: '2026-11-23', concern: 'Shouted last time.' });
    const { text } = composeNotice('reception', facts, null, null);
    for (const words of ['Parc Cathays', 'Cathays Park', '23 Tachwedd 2026', '23 November 2026', 'A. Caller']) {
      expect(text).toContain(words);
    }
  });

  it('names no site that the configuration does not have', () => {
    expect(noticeFacts(sampleIncident(report), 'reception', {}).site).toBeNull();
    expect(noticeFacts(sampleIncident(report), 'reception', Object.create(sites)).site).toBeNull();
  });

  it('gives reception no more than the start of a long text', () => {
    const long = { ...visitor, concern: 'x'.repeat(3_000) };
    const incident = sampleIncident({ ...report, account: { ...report.account, visitor: long } });
    expect(noticeFacts(incident, 'reception').concern).toHaveLength(500);
  });
});

/** Every text of a report replaced by a mark of its own place; what the rules look at stays as it is. */
function marked(node: unknown, place: string): unknown {
  if (typeof node === 'string') return `MARK<${place}>`;
  if (Array.isArray(node)) return node.map((each, index) => marked(each, `${place}.${index}`));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, marked(value, `${place}.${key}`)]));
}

const staff = { id: '', name: '', address: '' };
/** One of everything that takes free text, so that each has its mark. */
function fullAccount(situation: Account['situation'], parts: { isWelfare: boolean; isBomb: boolean }): Account {
  const texts = marked(
    {
      lateReason: '',
      verbatim: '',
      demandImpact: '',
      homeThreatReason: '',
      otherParty: { name: '', number: '', address: '', account: '', link: '' },
      onBehalfOf: staff,
      affected: [staff],
      witnesses: [{ name: '', staff }],
      notes: [{ text: '' }],
      detail: '',
      call: emptyCall(),
      bomb: emptyBomb(),
      welfare: emptyWelfare(),
      assault: { injuryNote: '', absentFrom: null, absentTo: null },
      visitor: { visitor: '', concern: '' },
      attachments: [{ name: '' }],
    },
    '',
  ) as Account & { detail: string };
  const at = '2026-11-10T10:01:00.000Z';
  const { detail, ...rest } = texts;
  return {
    ...emptyAccount(situation),
    ...rest,
    place: { siteId: 'cathays', where: 'office', detail, loneWorking: false },
    notes: texts.notes.map((note) => ({ ...note, at })),
    steps: [{ stepId: 'warn', at }],
    witnesses: texts.witnesses.map((witness) => ({ ...witness, role: 'witness' as const })),
    call: { ...(texts.call as NonNullable<Account['call']>), background: [], ring: 'external', voicemailLeft: true },
    bomb: parts.isBomb ? { ...(texts.bomb as NonNullable<Account['bomb']>), background: [] } : null,
    welfare: parts.isWelfare
      ? { ...(texts.welfare as NonNullable<Account['welfare']>), healthMatter: 'yes', contacted: [], harmDone: 'no' }
      : null,
    assault: { ...(texts.assault as NonNullable<Account['assault']>), degree: 'attempt', injured: true },
    visitor: { ...(texts.visitor as NonNullable<Account['visitor']>), expectedOn: null, siteId: 'cathays' },
    attachments: [],
  };
}

/** Places of texts that a role may see; everything else is nobody's. */
const mayHold: Partial<Record<NoticeRole, RegExp>> = {
  helpDesk:
    /^(email\.from\.address|\.call\.(numberShown|number1471)|\.otherParty\.(number|address|account)|\.bomb\.callerNumber)$/,
  facilities: /^\.call\.extension$/,
  switchboard: /^\.call\.extension$/,
  informationSecurity: /^email\.mailbox$/,
  reception: /^\.visitor\.(visitor|concern)$/,
  healthEnquiries: /^(facts|\.notes\.0\.text|\.welfare\.(location|callbackNumber)|\.otherParty\.(name|number))$/,
};

describe('whatever is reported, in words written by whomever', () => {
  const reports = fc
    .record({
      channel: fc.constantFrom(...channels),
      kind: fc.constantFrom(...kinds),
      behaviours: fc.subarray([...behaviours]),
      situation: fc.constantFrom(...situations),
      fromOutlook: fc.boolean(),
      isHard: fc.boolean(),
    })
    .map(({ channel, kind, behaviours: named, situation, fromOutlook, isHard }): Report => {
      const email = marked(sampleReport().email, 'email') as NonNullable<Report['email']>;
      const parts = { isWelfare: kind === 'suicideThreat', isBomb: kind === 'bombThreat' };
      return sampleReport({
        channel,
        kind,
        behaviours: named,
        violenceThreatened: isHard,
        homeThreat: isHard,
        informationRequest: isHard ? 'yes' : 'unsure',
        facts: 'MARK<facts>',
        email: fromOutlook ? email : null,
        account: fromOutlook ? null : fullAccount(situation, parts),
      });
    });

  it.each(noticeRoles)('the notice to %s holds no text but those it is for, nor does its mail (X-SAFE-1)', (role) => {
    fc.assert(
      fc.property(reports, fc.constantFrom('en', 'cy', null), (report, reader) => {
        const incident = { ...sampleIncident(report), reporterPhone: '029 2018 0444' };
        const facts = noticeFacts(incident, role, { cathays: { en: 'Cathays Park', cy: 'Parc Cathays' } });
        const { subject, text } = composeNotice(role, facts, reader, null);
        const whole = `${JSON.stringify(facts)}${subject}${text}`;
        const found = [...whole.matchAll(/MARK<([^>]*)>/g)].map(([, place]) => place ?? '');
        expect(found.filter((place) => !mayHold[role]?.test(place))).toEqual([]);
        expect(subject).not.toContain('MARK');
        if (role !== 'healthEnquiries') expect(whole).not.toMatch(/injur|racial|hiliol/i);
      }),
      { numRuns: 150 },
    );
  });

  it('holds what health enquiries need to help: place, number and notes (COM-3d-7)', () => {
    const parts = { isWelfare: true, isBomb: false };
    const report = sampleReport({ kind: 'suicideThreat', channel: 'phone', account: fullAccount('call', parts) });
    const facts = noticeFacts(sampleIncident({ ...report, email: null }), 'healthEnquiries');
    const { text } = composeNotice('healthEnquiries', facts, 'en', null);
    for (const place of ['.welfare.location', '.welfare.callbackNumber', '.notes.0.text', '.otherParty.name']) {
      expect(text).toContain(`MARK<${place}>`);
    }
    expect(text).not.toContain('MARK<.verbatim>');
    expect(text).not.toContain('holds no words');
  });
});

describe('a sender’s address in a notice', () => {
  it.each([
    ['line ends', 'a@b.example\r\nReference: UB-2026-000009', 'a@b.example Reference: UB-2026-000009'],
    ['marks that turn the reading', 'a\u202e@b.exa\u2066mple\u0007', 'a@b.example'],
    ['a whole letter', 'x'.repeat(900), 'x'.repeat(254)],
  ])('with %s is one line, and no longer than an address', (_, address, shown) => {
    const { email } = sampleReport();
    if (!email) throw new Error('no e-mail');
    const incident = sampleIncident({ email: { ...email, from: { name: 'X', address }, mailbox: address } });
    expect(noticeFacts(incident, 'helpDesk').recogniseBy).toBe(shown);
    expect(noticeFacts(incident, 'informationSecurity').mailbox).toBe(shown);
  });
});
