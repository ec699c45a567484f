import { describe, expect, it } from 'vitest';
import { type NoticeRole, noticeFactNames } from '../../src/domain/incident/notice-allow-list.ts';
import { noticeFacts } from '../../src/domain/incident/notice-facts.ts';
import { incidentStates, kinds } from '../../src/domain/incident/vocabulary.ts';
import { adjustmentIds, ruleIds } from '../../src/domain/routing/rule.ts';
import { cardCy } from '../../src/words/card.cy.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsCy } from '../../src/words/card-actions.cy.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { composeAcknowledgement, composeNotice } from '../../src/words/compose-notice.ts';
import { incidentWorkCy } from '../../src/words/incident-work.cy.ts';
import { incidentWorkEn } from '../../src/words/incident-work.en.ts';
import { noticeCy } from '../../src/words/notice.cy.ts';
import { noticeEn } from '../../src/words/notice.en.ts';
import { ownStatementsCy } from '../../src/words/own-statements.cy.ts';
import { ownStatementsEn } from '../../src/words/own-statements.en.ts';
import { questionCy } from '../../src/words/question.cy.ts';
import { questionEn } from '../../src/words/question.en.ts';
import { dateAndTime, inline, languagesFor } from '../../src/words/reader.ts';
import { statementCy } from '../../src/words/statement.cy.ts';
import { statementEn } from '../../src/words/statement.en.ts';
import { switchboardCy } from '../../src/words/switchboard.cy.ts';
import { switchboardEn } from '../../src/words/switchboard.en.ts';
import { teamCy } from '../../src/words/team.cy.ts';
import { teamEn } from '../../src/words/team.en.ts';
import { teamRecordCy } from '../../src/words/team-record.cy.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { termsCy } from '../../src/words/terms.cy.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { toldCy } from '../../src/words/told.cy.ts';
import { toldEn } from '../../src/words/told.en.ts';
import { trailCy } from '../../src/words/trail.cy.ts';
import { trailEn } from '../../src/words/trail.en.ts';
import { sampleIncident, secrets } from '../domain/samples.ts';

type Leaf = [path: string, value: string | ((...given: never[]) => unknown)];

function leavesOf(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'string' || typeof node === 'function') return [[path, node as Leaf[1]]];
  if (typeof node !== 'object' || node === null) throw new Error(`Not words: ${path}`);
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, path === '' ? key : `${path}.${key}`));
}

const pairs = [
  ['terms', termsEn, termsCy],
  ['card', cardEn, cardCy],
  ['card actions', cardActionsEn, cardActionsCy],
  ['incident work', incidentWorkEn, incidentWorkCy],
  ['question', questionEn, questionCy],
  ['own statements', ownStatementsEn, ownStatementsCy],
  ['statement', statementEn, statementCy],
  ['switchboard', switchboardEn, switchboardCy],
  ['team', teamEn, teamCy],
  ['team record', teamRecordEn, teamRecordCy],
  ['told', toldEn, toldCy],
  ['trail', trailEn, trailCy],
] as const;

/** Sentences of a function are made with a mark for each parameter. */
function said(value: Leaf[1]): string {
  if (typeof value === 'string') return value;
  const marks = Array.from({ length: value.length }, (_, index) => `‹${index}›`);
  return String((value as (...given: string[]) => unknown)(...marks));
}

const everything = pairs.flatMap(([name, en, cy]) => [
  ...leavesOf(en).map(([path, value]) => [`${name}.en ${path}`, said(value)] as const),
  ...leavesOf(cy).map(([path, value]) => [`${name}.cy ${path}`, said(value)] as const),
]);

const noticeRoles = Object.keys(noticeFactNames) as NoticeRole[];

const incidents = kinds.flatMap((kind) =>
  [true, false].map((isHard) =>
    sampleIncident({
      kind,
      violenceThreatened: isHard,
      informationRequest: isHard ? 'yes' : 'unsure',
      occurredAt: isHard ? '2026-11-14T22:00:00Z' : '2026-11-10T10:00:00Z',
    }),
  ),
);

const notices = noticeRoles.flatMap((role) =>
  incidents.flatMap((incident) =>
    (['en', 'cy', null] as const).map((reader) => {
      const { subject, text } = composeNotice(role, noticeFacts(incident, role), reader, 'https://link.example');
      return { role, incident, reader, subject, text, whole: `${subject}\n${text}` };
    }),
  ),
);

describe.each(pairs)('the catalogue "%s"', (_, en, cy) => {
  it('has the same keys in both languages, and no empty sentence', () => {
    expect(leavesOf(cy).map(([path]) => path)).toEqual(leavesOf(en).map(([path]) => path));
    for (const [path, value] of [...leavesOf(en), ...leavesOf(cy)]) expect(said(value).trim(), path).not.toBe('');
  });

  it('uses the same values in both languages', () => {
    const marksOf = (value: Leaf[1]) => [...new Set(said(value).match(/‹\d›/gu) ?? [])].sort();
    const welsh = new Map(leavesOf(cy));
    for (const [path, value] of leavesOf(en)) expect(marksOf(welsh.get(path) ?? ''), path).toEqual(marksOf(value));
  });

  it('is translated', () => {
    const same = new Set(['told', 'policeTasks']);
    const welsh = new Map(leavesOf(cy).map(([path, value]) => [path, said(value)]));
    const untranslated = leavesOf(en).filter(([path, value]) => said(value) === welsh.get(path) && !same.has(path));
    expect(untranslated.map(([path]) => path)).toEqual([]);
  });
});

describe('no sentence', () => {
  const all = [...everything, ...notices.map((notice) => [`${notice.role} ${notice.reader}`, notice.whole] as const)];

  it.each([
    // B-SUI-3
    [
      'stigmatises',
      /commit\w* suicide|committing suicide|offender|abuser|troublemaker|nutter|cyflawni hunanladdiad|troseddwr|camdriniwr/iu,
    ],
    // C-08
    ['cites a repealed Act', /1998/u],
    // C-27
    ['gives an address that is gone', /gsi\.gov\.uk|@wales\.|ext(ension|\.)? ?3333/iu],
    ['shows a gap where a value should be', /undefined|\[object|NaN|null/u],
    ['uses a straight apostrophe', /\p{L}'\p{L}/u],
  ])('%s', (_, pattern) => {
    expect(all.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe('reasons', () => {
  // POL-1.1-1
  it('can be given for every rule', () => {
    for (const id of [...ruleIds, ...adjustmentIds]) {
      expect(termsEn.told('Security', termsEn.ruleReasons[id])).toMatch(/^Security: told because .+\.$/);
      expect(termsCy.told('Diogelwch', termsCy.ruleReasons[id])).toMatch(/^Diogelwch: yn cael gwybod oherwydd: .+\.$/);
    }
  });
});

// X-SAFE-1, COM-3b-6
describe('a notice by mail', () => {
  it('carries no word of message or account and no customer’s name', () => {
    const { senderAddress, ...never } = secrets;
    for (const { whole, role } of notices) {
      // The one that is sent what was told, in order to help (COM-3d-7).
      if (role === 'healthEnquiries') continue;
      for (const secret of Object.values(never)) expect(whole).not.toContain(secret);
      if (role !== 'helpDesk') expect(whole).not.toContain(senderAddress);
    }
  });

  it('names reference and link, and says all facts in either language', () => {
    for (const { role, text, whole, incident } of notices) {
      // Nothing leads from the switchboard to the report (COM-4.1-2).
      expect(whole.includes(incident.reference), role).toBe(role !== 'switchboard');
      expect(text).toContain('https://link.example');
    }
  });

  it.each(['en', 'cy'] as const)('says every time, name, address and number that its facts hold (%s)', (language) => {
    for (const { role, incident, reader, whole } of notices) {
      if (reader !== language) continue;
      for (const [field, value] of Object.entries(noticeFacts(incident, role))) {
        if (
          typeof value !== 'string' ||
          ['kind', 'severity', 'state', 'decision', 'answer', 'original', 'form'].includes(field)
        )
          continue;
        const shown = /^\d{4}-\d\d-\d\dT/.test(value) ? dateAndTime(value, language) : value;
        expect(whole, `${role}.${field}`).toContain(shown);
      }
    }
  });

  it('gives both languages, Welsh first, to a reader whose language is not known', () => {
    const facts = noticeFacts(sampleIncident(), 'security');
    const both = composeNotice('security', facts, null, null);
    const [cy, en] = [composeNotice('security', facts, 'cy', null), composeNotice('security', facts, 'en', null)];
    expect(both.subject).toBe(`${cy.subject} / ${en.subject}`);
    expect(both.text).toBe(`${cy.text}\n\n----------\n\n${en.text}`);
  });

  // B-SUI-3, C-32
  it('is neutral about a call for help', () => {
    for (const { incident, role, whole } of notices) {
      if (incident.report.kind !== 'suicideThreat' || role === 'helpDesk' || role === 'itSecurity') continue;
      if (role === 'informationSecurity' || role === 'seniorManager' || role === 'deputyDirector') continue;
      expect(whole).not.toMatch(/suicid|hunanladdiad|abus|threat|sarhaus|bygyth/iu);
    }
  });

  it('says that the original of a bomb threat is not attached', () => {
    const bomb = sampleIncident({ kind: 'bombThreat' });
    const { text } = composeNotice('itSecurity', noticeFacts(bomb, 'itSecurity'), 'en', null);
    expect(text).toContain('NOT attached');
  });

  // B-BOMB-2
  it('names the days whose logs are to be kept, on London’s clock', () => {
    const bomb = sampleIncident({ kind: 'bombThreat', occurredAt: '2026-10-24T22:30:00.000Z' });
    const { text } = composeNotice('informationSecurity', noticeFacts(bomb, 'informationSecurity'), 'en', null);
    expect(text).toContain('From: 17 October 2026 at 23:30');
    expect(text).toContain('To: 26 October 2026 at 22:30');
  });

  it('tells manager and reporter that Security has it, in few words', () => {
    const { subject, text } = composeAcknowledgement(
      { reference: 'UB-2026-000123', at: '2026-11-10T12:00:00Z' },
      'cy',
      null,
    );
    expect(subject).toBe('Urddas UB-2026-000123: mae Diogelwch wedi’i gydnabod');
    expect(text).toContain('10 Tachwedd 2026');
  });

  it('names every state to the reporter', () => {
    for (const state of incidentStates) {
      const { subject } = composeNotice('reporter', { reference: 'UB-2026-000123', state }, 'en', null);
      expect(subject).toContain(termsEn.states[state]);
    }
  });

  it('has a Welsh text for every English one', () => {
    expect(Object.keys(noticeCy)).toEqual(Object.keys(noticeEn));
    for (const { reader, role, incident, subject } of notices) {
      if (reader !== 'cy') continue;
      const english = composeNotice(role, noticeFacts(incident, role), 'en', null);
      expect(subject).not.toBe(english.subject);
    }
  });
});

describe('a reader', () => {
  it('whose language is not known gets Welsh first, and equal texts once', () => {
    expect(languagesFor(null)).toEqual(['cy', 'en']);
    expect(inline(null, (language) => language)).toBe('cy / en');
    expect(inline(null, () => '999')).toBe('999');
    expect(inline('en', (language) => language)).toBe('en');
  });

  // B-CY-5, X-TIME-1
  it.each([
    ['en', '2026-07-14T23:30:00Z', '15 July 2026 at 00:30'],
    ['cy', '2026-07-14T23:30:00Z', '15 Gorffennaf 2026 am 00:30'],
    ['en', '2026-11-10T10:00:00Z', '10 November 2026 at 10:00'],
  ] as const)('of %s sees %s as %s', (language, instant, expected) => {
    expect(dateAndTime(instant, language)).toBe(expected);
  });
});
