import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { configurationEn } from '../../src/words/configuration.en.ts';
import { entryRefusalsEn } from '../../src/words/entry-refusals.en.ts';
import { guidanceEn } from '../../src/words/guidance.en.ts';
import { helperEn } from '../../src/words/helper.en.ts';
import { incidentAccountEn } from '../../src/words/incident-account.en.ts';
import { incidentWorkEn } from '../../src/words/incident-work.en.ts';
import { ownStatementsEn } from '../../src/words/own-statements.en.ts';
import { paneEn } from '../../src/words/pane.en.ts';
import { printEn } from '../../src/words/print.en.ts';
import { questionEn } from '../../src/words/question.en.ts';
import { recordEn } from '../../src/words/record.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { statementEn } from '../../src/words/statement.en.ts';
import { switchboardEn } from '../../src/words/switchboard.en.ts';
import { tabEn } from '../../src/words/tab.en.ts';
import { teamEn } from '../../src/words/team.en.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { toldEn } from '../../src/words/told.en.ts';
import { trailEn } from '../../src/words/trail.en.ts';
import { wordingEn } from '../../src/words/wording.en.ts';

let code = '';

async function sourcesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/words\/[\w-]+\.(en|cy)\.ts$/.test(join(folder, name)))
    .map((name) => join(folder, name));
}

/** The paths of all groups and sentences; a group that is looked up by a code counts as a whole. */
function pathsOf(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [path];
  return Object.entries(node).flatMap(([key, value]) => pathsOf(value, [...path, key]));
}

/** Named anywhere in the code as a member, or one of its groups is looked up by a value. */
function isUsed(path: string[]): boolean {
  return path.some((key, index) => {
    const isLast = index === path.length - 1;
    const named = new RegExp(`[.{,\\s]${key}\\b`).test(code);
    if (!named) return false;
    const lookedUp = new RegExp(`\\b${key}(\\[|\\s*[,;})])`).test(code);
    return isLast || lookedUp;
  });
}

beforeAll(async () => {
  const files = await Promise.all(['src/ui', 'src/cards', 'src/service', 'src/words', 'src/main'].map(sourcesOf));
  code = (await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))).join('\n');
});

describe.each([
  ['tab', tabEn],
  ['pane', paneEn],
  ['card', cardEn],
  ['card actions', cardActionsEn],
  ['own statements', ownStatementsEn],
  ['statement', statementEn],
  ['switchboard', switchboardEn],
  ['terms', termsEn],
  ['configuration', configurationEn],
  ['entry refusals', entryRefusalsEn],
  ['guidance', guidanceEn],
  ['helper', helperEn],
  ['incident account', incidentAccountEn],
  ['incident work', incidentWorkEn],
  ['print', printEn],
  ['question', questionEn],
  ['record', recordEn],
  ['start', startEn],
  ['team', teamEn],
  ['team record', teamRecordEn],
  ['told', toldEn],
  ['trail', trailEn],
  ['wording', wordingEn],
])('The catalogue "%s"', (_, catalogue) => {
  it('holds no sentence that nobody says', () => {
    expect(
      pathsOf(catalogue)
        .filter((path) => !isUsed(path))
        .map((path) => path.join('.')),
    ).toEqual([]);
  });
});

describe('The check', () => {
  it('finds a key that is not used', () => {
    expect(isUsed(['nobodyEverSaysThis'])).toBe(false);
  });
});
