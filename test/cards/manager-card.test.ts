// @vitest-environment jsdom
import { AdaptiveCard as RenderedCard, SerializationContext, Version, Versions } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { type AdaptiveCard, cardBytes } from '../../src/cards/adaptive-card.ts';
import { cardRefusal, managerGoneCard, privateManagerCard, sharedManagerCard } from '../../src/cards/manager-card.ts';
import type { ManagerCardInput } from '../../src/cards/parts.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { openVerbs } from '../../src/domain/incident/manager-answer.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { type IncidentState, incidentStates, kinds } from '../../src/domain/incident/vocabulary.ts';
import { cardCy } from '../../src/words/card.cy.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import type { Reader } from '../../src/words/reader.ts';
import { lineManager, sampleIncident, sampleReport, secrets, securityOfficer } from '../domain/samples.ts';
import { schemaProblemsOf } from './card-schema.ts';

const mri = '29:manager';

function input(incident: Incident, reader: Reader = 'en'): ManagerCardInput {
  const link = 'https://teams.microsoft.com/l/entity/app/urddas';
  const [answerBy, meetingBy] = ['2026-11-10T14:00:00.000Z', '2026-11-17'];
  return { incident, reader, link, managerMri: mri, at: '2026-11-10T11:00:00.000Z', answerBy, meetingBy };
}

function movedTo(state: IncidentState, change: Partial<Report> = {}): Incident {
  const incident = { ...sampleIncident(change), state };
  return {
    ...incident,
    comments: [
      { by: lineManager, role: 'lineManager', at: '2026-11-10T11:00:00Z', text: 'SECRETCOMMENT', via: 'card' },
    ],
    acknowledgement: state === 'acknowledged' ? { by: securityOfficer, at: '2026-11-10T12:00:00Z' } : null,
  };
}

/** Everything the card says, without the structure around it. */
const textOf = (card: AdaptiveCard) => JSON.stringify(card);

const readers: Reader[] = ['en', 'cy', null];

type Part = Record<string, unknown>;

/** Every part of this type, wherever in the card. */
function partsOf(card: AdaptiveCard, type: string): Part[] {
  const found: Part[] = [];
  JSON.stringify(card, (_, value) => {
    if (value?.type === type) found.push(value);
    return value;
  });
  return found;
}

/** The buttons a person sees first: what opens below one of them is left out. */
function actionsIn(card: AdaptiveCard): Part[] {
  const outside = JSON.parse(
    JSON.stringify(card, (key, value) => (key === 'card' || key === 'refresh' ? undefined : value)),
  ) as AdaptiveCard;
  const whole = new Map(partsOf(card, 'Action.ShowCard').map((part) => [part.title, part]));
  return partsOf(outside, 'ActionSet').flatMap((set) =>
    (set.actions as Part[]).map((each) => whole.get(each.title) ?? each),
  );
}

const verbsIn = (card: AdaptiveCard) => partsOf(card, 'Action.Execute').map(({ verb }) => String(verb));

describe('the card in the chat', () => {
  // X-SAFE-1, COM-3b-6
  it.each(incidentStates)('carries no word of message, account or comment in state %s', (state) => {
    for (const kind of kinds) {
      for (const reader of readers) {
        const text = textOf(sharedManagerCard(input(movedTo(state, { kind }), reader)));
        for (const secret of [...Object.values(secrets), 'SECRETCOMMENT']) expect(text).not.toContain(secret);
      }
    }
  });

  it('carries reference, kind, urgency, time and reporter', () => {
    const text = textOf(sharedManagerCard(input(sampleIncident())));
    for (const part of ['UB-2026-000123', 'Abusive communication', 'Standard', '10 November 2026', 'Gwen Reporter']) {
      expect(text).toContain(part);
    }
  });

  it('asks only the manager’s own client to refresh, and nobody while that is not known', () => {
    expect(sharedManagerCard(input(sampleIncident())).refresh?.userIds).toEqual([mri]);
    expect(sharedManagerCard({ ...input(sampleIncident()), managerMri: null })).not.toHaveProperty('refresh');
  });

  // COM-3d-1, B-SUI-3, C-32
  it.each(readers)('accuses nobody when someone needs help (%s)', (reader) => {
    const incident = sampleIncident({ kind: 'suicideThreat', immediateDanger: true, facts: '', email: null });
    for (const card of [sharedManagerCard(input(incident, reader)), privateManagerCard(input(incident, reader))]) {
      expect(textOf(card)).not.toMatch(
        /abus|offen[cds]|threat|attack|malicious|perpetrat|suicid|bygyth|sarha|ymosod|camdrin|maleis/iu,
      );
      expect(textOf(card)).not.toMatch(/Bomb|hunanladdiad/iu);
    }
  });

  it('speaks of a concern for someone, where someone needs help', () => {
    const text = textOf(sharedManagerCard(input(sampleIncident({ kind: 'suicideThreat' }))));
    expect(text).toContain(cardEn.leadWelfare);
    expect(text).toContain(cardEn.headingWelfare('UB-2026-000123'));
  });

  it('offers nothing but a comment on an internal case, which HR leads', () => {
    const card = privateManagerCard(input(sampleIncident({ kind: 'internal' })));
    const text = textOf(card);
    expect(verbsIn(card).filter((verb) => verb !== 'refresh')).toEqual(['comment']);
    expect(text).toContain(cardEn.nextHr);
  });
});

describe('the card for the manager alone', () => {
  it('shows what was reported, and takes a comment with its approval', () => {
    const card = privateManagerCard(input(sampleIncident({ behaviours: ['harassmentRacial'], homeThreat: true })));
    const text = textOf(card);
    for (const part of [
      secrets.senderName,
      secrets.subject,
      secrets.facts,
      'Racial harassment',
      'Says they know where',
    ]) {
      expect(text).toContain(part);
    }
    const forward = actionsIn(card).find(({ title }) => title === cardActionsEn.titles.forwardToSecurity);
    expect(forward).toEqual({
      type: 'Action.ShowCard',
      title: 'Comment and forward to Security',
      style: 'positive',
      card: {
        type: 'AdaptiveCard',
        body: [
          expect.objectContaining({ type: 'TextBlock', text: cardEn.commentHint }),
          {
            type: 'Input.Text',
            id: 'comment',
            label: 'Your comment',
            placeholder: cardEn.commentPlaceholder,
            isMultiline: true,
            isRequired: true,
            maxLength: 2000,
            errorMessage: cardEn.commentError,
          },
          {
            type: 'ActionSet',
            actions: [
              {
                type: 'Action.Execute',
                id: 'forwardToSecurity:0123456789ABCDEFGHJKMNPQRS',
                verb: 'forwardToSecurity',
                title: 'Approve and forward to Security',
                data: { submissionId: '0123456789ABCDEFGHJKMNPQRS', cardVersion: 1 },
                associatedInputs: 'auto',
                style: 'positive',
              },
            ],
          },
        ],
      },
    });
  });

  // T5 to T8, COM-3c-1, BEH-4.3-1
  it('offers exactly what the rules allow for each kind and state, once each', () => {
    for (const state of incidentStates) {
      for (const kind of kinds) {
        const incident = { ...sampleIncident({ kind, channel: 'phone', email: null }), state };
        const ended = ['closed', 'merged', 'withdrawn'].includes(state);
        const verbs = verbsIn(privateManagerCard(input(incident))).filter((verb) => verb !== 'refresh');
        expect(verbs.sort(), `${state} ${kind}`).toEqual(ended ? [] : [...openVerbs(incident)].sort());
      }
    }
  });

  it('has no input that another button would send along, and at most six buttons together', () => {
    for (const kind of kinds) {
      const card = privateManagerCard(input(sampleIncident({ kind }), null));
      const outside = JSON.stringify(card, (_, value) => (value?.type === 'Action.ShowCard' ? undefined : value));
      expect(outside).not.toContain('"Input.');
      for (const set of partsOf(card, 'ActionSet')) expect((set.actions as unknown[]).length).toBeLessThanOrEqual(6);
    }
  });

  // BEH-5.2-2, BEH-5.5-1
  it('takes a day for a meeting only up to the last, and after that names the letter', () => {
    const during = privateManagerCard(input(sampleIncident()));
    expect(partsOf(during, 'Input.Date')).toMatchObject([{ min: '2026-11-10', max: '2026-11-17' }]);
    const after = privateManagerCard({ ...input(sampleIncident()), at: '2026-11-18T09:00:00.000Z' });
    expect(partsOf(after, 'Input.Date')).toEqual([]);
    expect(textOf(after)).toContain(cardActionsEn.meetingOver);
    expect(verbsIn(after)).toContain('customerWritten');
  });

  it('asks only for what is more severe', () => {
    const serious: Incident = { ...sampleIncident(), severity: 'serious' };
    expect(partsOf(privateManagerCard(input(serious)), 'Input.ChoiceSet')).toMatchObject([
      { choices: [{ title: 'Critical', value: 'critical' }] },
    ]);
  });

  // B-A11Y-5
  it.each(readers)('names every input and button so that each makes sense alone (%s)', (reader) => {
    for (const kind of kinds) {
      const card = privateManagerCard(input(sampleIncident({ kind }), reader));
      for (const type of ['Input.Text', 'Input.Date', 'Input.Toggle', 'Input.ChoiceSet']) {
        for (const part of partsOf(card, type)) {
          expect(String(part.label ?? '')).not.toBe('');
          if (part.isRequired) expect(String(part.errorMessage ?? '')).not.toBe('');
        }
      }
      const titles = actionsIn(card).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('tells what has been done: question, answer, comment, task, contact, meeting', () => {
    const stamp = { by: lineManager, at: '2026-11-10T10:30:00.000Z' };
    const incident: Incident = {
      ...sampleIncident(),
      state: 'withSecurity',
      comments: [{ ...stamp, role: 'lineManager', text: 'COMMENTWORDS', via: 'card' }],
      questions: [{ ...stamp, id: 'q1', text: 'QUESTIONWORDS', answer: { ...stamp, text: 'ANSWERWORDS' } }],
      tasks: [{ ...stamp, id: 't1', type: 'guards', note: '', done: null }],
      customerContacts: [{ ...stamp, way: 'written' }],
      meeting: { ...stamp, on: '2026-11-12', measures: 'x' },
    };
    const text = textOf(privateManagerCard(input(incident)));
    for (const part of ['COMMENTWORDS', 'QUESTIONWORDS', 'ANSWERWORDS', '12 November 2026', 'Guards asked for']) {
      expect(text).toContain(part);
    }
    const shared = textOf(sharedManagerCard(input(incident)));
    for (const part of ['COMMENTWORDS', 'QUESTIONWORDS', 'ANSWERWORDS', 'Guards']) expect(shared).not.toContain(part);
  });

  // BEH-8.2-2
  it('says that the comment is still awaited after Security was told without it', () => {
    const forwarded: Incident = { ...sampleIncident(), state: 'withSecurity' };
    for (const card of [privateManagerCard(input(forwarded)), sharedManagerCard(input(forwarded))]) {
      expect(textOf(card)).toContain(cardActionsEn.commentAwaited);
    }
    expect(verbsIn(privateManagerCard(input(forwarded)))).toContain('comment');
  });

  // X-SAFE-3
  it('puts text from outside into text runs only, where a link stays text', () => {
    const link = '[click](https://evil.example)';
    const email = { ...sampleReport().email!, subject: link, from: { name: link, address: 'a@b.example' } };
    const card = privateManagerCard(input(sampleIncident({ facts: link, email })));
    const blocks: string[] = [];
    JSON.stringify(card, (_, value) => {
      if (value?.type === 'TextBlock') blocks.push(value.text);
      return value;
    });
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.some((text) => text.includes('evil.example'))).toBe(false);
    expect(textOf(card)).toContain(link);
  });

  it('shows no mark that turns the direction of reading', () => {
    const email = { ...sampleReport().email!, from: { name: 'ab\u202Ecd\u0000', address: 'a@b.example' } };
    expect(textOf(privateManagerCard(input(sampleIncident({ email }))))).toContain('abcd <a@b.example>');
  });

  // Facts 4.1: Teams refuses more than about 28 KB.
  it.each([
    ['letters', 'x'],
    ['circumflexes', 'ŵ'],
    ['quotation marks', '"'],
    ['faces', '😡'],
    ['letters of three bytes', '’'],
    ['controls', '\u0001'],
  ])('stays under 25 KB with as many %s as can be sent, and leads to the rest', (_, character) => {
    const long = character.repeat(4000 / character.length);
    const email = {
      ...sampleReport().email!,
      subject: long,
      from: { name: long, address: long },
      otherSenders: Array.from({ length: 20 }, () => ({ name: long, address: long })),
    };
    const behaviours: Report['behaviours'] = [
      'harassmentRacial',
      'harassmentSexual',
      'likelyViolence',
      'attemptedAssault',
    ];
    const card = privateManagerCard(input(sampleIncident({ facts: `start ${long}END`, email, behaviours }), null));
    expect(cardBytes(card)).toBeLessThan(25_000);
    expect(textOf(card)).toContain('https://teams.microsoft.com/l/entity/app/urddas');
    // Nothing is cut in silence: the account ends in its own last letter, or the card says that there is more.
    const isWhole = textOf(card).includes(JSON.stringify(`${long.slice(-100)}END`).slice(1, -1));
    if (character !== '\u0001') expect(textOf(card).includes(cardCy.cut)).toBe(!isWhole);
  });

  it('becomes the done card, with who and when, once it was forwarded', () => {
    const text = textOf(sharedManagerCard(input(movedTo('withSecurity'))));
    expect(text).toContain('Huw Manager commented and forwarded it on 10 November 2026');
    expect(text).not.toContain('Input.Text');
    for (const card of [sharedManagerCard, privateManagerCard]) {
      expect(verbsIn(card(input(movedTo('withSecurity'))))).not.toContain('forwardToSecurity');
    }
  });

  it('says so when Security has acknowledged it, and when it has moved on', () => {
    expect(textOf(privateManagerCard(input(movedTo('acknowledged'))))).toContain(
      'Security acknowledged it on 10 November 2026',
    );
    expect(textOf(privateManagerCard(input(movedTo('closed'))))).toContain(cardEn.moved);
  });
});

describe('every card', () => {
  /** The library tests `lang` with a global regular expression, which fails at every second card: such a card is read again. */
  function problemsOf(card: AdaptiveCard): string[] {
    const problems = problemsOfReading(card);
    return problems.some((problem) => problem.includes('property "lang"')) ? problemsOfReading(card) : problems;
  }

  function problemsOfReading(card: AdaptiveCard): string[] {
    const context = new SerializationContext(Versions.v1_5);
    const rendered = new RenderedCard();
    rendered.version = Version.parse('1.5', context) ?? Versions.v1_5;
    rendered.parse(JSON.parse(JSON.stringify(card)), context);
    const logged = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    const failures = rendered.validateProperties().validationEvents.map((event) => event.message);
    if (!rendered.render()) failures.push('could not be rendered');
    return [...logged, ...failures];
  }

  it('is noticed by the parser when it is wrong', () => {
    const card = sharedManagerCard(input(sampleIncident()));
    const wrong = {
      ...card,
      body: [{ type: 'Input.Text' }, { type: 'TextBlokk', text: 'x' }],
    } as unknown as AdaptiveCard;
    expect(problemsOf(wrong)).not.toEqual([]);
  });

  it.each(['managerReview', 'hrRoute', 'withSecurity', 'acknowledged', 'closed'] as const)(
    'is read by the adaptivecards library without a complaint in state %s',
    (state) => {
      for (const kind of kinds) {
        for (const reader of readers) {
          const incident = movedTo(state, { kind, violenceThreatened: true });
          expect(problemsOf(sharedManagerCard(input(incident, reader)))).toEqual([]);
          expect(problemsOf(privateManagerCard(input(incident, reader)))).toEqual([]);
        }
      }
    },
  );

  it.each(incidentStates)('has only what Adaptive Cards 1.5 knows, property by property, in state %s', (state) => {
    for (const kind of kinds) {
      for (const reader of readers) {
        const incident = movedTo(state, { kind, violenceThreatened: true });
        expect(schemaProblemsOf(sharedManagerCard(input(incident, reader)))).toEqual([]);
        expect(schemaProblemsOf(privateManagerCard(input(incident, reader)))).toEqual([]);
      }
    }
    for (const reader of readers) expect(schemaProblemsOf(managerGoneCard(reader))).toEqual([]);
  });

  it.each<[string, object]>([
    ['a misspelt property', { body: [{ type: 'TextBlock', text: 'x', wrap: true, wieght: 'bolder' }] }],
    ['an input without a label', { body: [{ type: 'Input.Text', id: 'x' }] }],
    ['an element of another version', { body: [{ type: 'CodeBlock', codeSnippet: 'x' }] }],
    ['an empty set of actions', { body: [{ type: 'ActionSet', actions: [] }] }],
    ['a refresh for nobody', { refresh: { action: {}, userIds: [] } }],
  ])('is found wrong with %s', (_, wrong) => {
    expect(schemaProblemsOf({ ...sharedManagerCard(input(sampleIncident())), ...wrong })).not.toEqual([]);
  });

  // B-A11Y-5, B-CY-3
  it.each([
    ['en', 'en'],
    ['cy', 'cy'],
    [null, 'cy'],
  ] as const)('says its language and what to read out to a reader of %s', (reader, lang) => {
    const card = sharedManagerCard(input(sampleIncident(), reader));
    expect(card.lang).toBe(lang);
    expect(card.speak).toContain('UB-2026-000123');
    expect(card.fallbackText).toContain('UB-2026-000123');
  });

  it('is in both languages, Welsh first, when the reader’s is not known', () => {
    const texts = sharedManagerCard(input(sampleIncident(), null)).body.flatMap((part) =>
      part.type === 'TextBlock' ? [part.text] : [],
    );
    const cy = texts.indexOf(cardCy.lead);
    expect(cy).toBeGreaterThanOrEqual(0);
    expect(texts.indexOf(cardEn.lead)).toBe(cy + 1);
  });

  it.each(['en', 'cy', null] as const)('looks as it did before (%s)', (reader) => {
    expect(sharedManagerCard(input(sampleIncident(), reader))).toMatchSnapshot('chat');
    expect(privateManagerCard(input(sampleIncident(), reader))).toMatchSnapshot('manager');
    expect(sharedManagerCard(input(movedTo('withSecurity'), reader))).toMatchSnapshot('done');
    expect(sharedManagerCard(input(movedTo('acknowledged'), reader))).toMatchSnapshot('acknowledged');
  });
});

describe('a polite refusal', () => {
  it('is one sentence in the reader’s language, or in both', () => {
    expect(cardRefusal('notYours', 'en')).toBe(cardEn.refusals.notYours);
    expect(cardRefusal('notYours', null)).toBe(`${cardCy.refusals.notYours} / ${cardEn.refusals.notYours}`);
  });
});
