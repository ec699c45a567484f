import { describe, expect, it } from 'vitest';
import { auditActions } from '../../../src/application/ports/audit.ts';
import { transitionTable } from '../../../src/domain/incident/transition-table.ts';
import { describeEntry } from '../../../src/ui/tab/incident/history.tsx';
import { whatIsOnItsWay } from '../../../src/ui/tab/incident/is-on-its-way.ts';
import { tabCy } from '../../../src/words/tab.cy.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { opened } from './opened.ts';

const entry = (action: string, detail: Record<string, string> = {}) => ({
  sequence: 1,
  at: '',
  actor: '',
  action,
  detail,
});

describe.each([
  ['English', tabEn.incident],
  ['Welsh', tabCy.incident],
])('The history in %s', (_, words) => {
  it.each(auditActions)('has a sentence of its own for "%s" (X-AUD-1)', (action) => {
    const sentence = describeEntry(entry(action), words);
    expect(sentence).not.toBe(words.otherAction);
    expect(auditActions.filter((each) => describeEntry(entry(each), words) === sentence)).toEqual([action]);
  });

  it.each([...new Set(transitionTable.map(({ event }) => event))])('says what the move "%s" was', (event) => {
    const sentence = describeEntry(entry('moved', { event }), words);
    expect(sentence).not.toBe(words.action.moved);
    expect(sentence).toBeTruthy();
  });

  it.each(['somethingNew', 'constructor', ''])('says something of "%s", which it does not know', (action) => {
    expect(describeEntry(entry(action), words)).toBe(words.otherAction);
  });

  it('says that it moved, where it does not know how', () => {
    expect(describeEntry(entry('moved', { event: 'toString' }), words)).toBe(words.action.moved);
  });
});

describe('What is on its way', () => {
  it('is nothing when record and columns agree and every notice has left', () => {
    expect(whatIsOnItsWay(opened())).toBe('');
  });

  it('is a state that a person set and the service has not taken in', () => {
    expect(whatIsOnItsWay(opened({ row: { state: 'acknowledged' } }))).toBe('state');
  });

  it('is a released original until it has left', () => {
    expect(whatIsOnItsWay(opened({ row: { forward: 'released' } }))).toBe('forward');
    const forward = { state: 'released' as const, at: null, sha256: null };
    expect(whatIsOnItsWay(opened({ row: { forward: 'released' }, incident: { forward } }))).toBe('release');
  });
});
