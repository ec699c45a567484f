import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Names in backticks that look like a file or folder of this repository, but for what commands write and nobody commits. */
function namedPaths(text: string): string[] {
  return [...text.matchAll(/`((?!test\/artifacts\/)(?:src|test|docs|bench|infra|manifest|assets)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  );
}

function linkedFiles(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
}

describe('the documents name only what is there', () => {
  it.each(documents)('%s', (document) => {
    const text = readFileSync(document, 'utf8');
    const folder = document.startsWith('docs') ? 'docs' : '.';
    const missing = [
      ...namedPaths(text).filter((path) => !existsSync(path)),
      ...linkedFiles(text).filter((path) => !existsSync(join(folder, path))),
    ];
    expect(missing).toEqual([]);
  });
});

/** What GitHub makes of a heading: small letters, no punctuation, hyphens for spaces. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documents', () => {
  it.each(documents)('lead to headings that there are: %s', (document) => {
    const text = readFileSync(document, 'utf8');
    const folder = document.startsWith('docs') ? 'docs' : '.';
    const lost = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)].filter(([, file = '', heading = '']) => {
      const there = file === '' ? text : readFileSync(join(folder, file), 'utf8');
      return !headingsOf(there).includes(heading);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it.each(documents)('name only commands that there are: %s', (document) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...readFileSync(document, 'utf8').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the table of requirements', () => {
  const rows = readFileSync('docs/coverage.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith('| Id'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('says for every row what it is, where it is built and which test shows it', () => {
    expect(rows.length).toBeGreaterThan(40);
    const incomplete = rows.filter(
      ([, id, what, where, test]) => !(id && what && where?.includes('src/') && test?.includes('test/')),
    );
    expect(incomplete).toEqual([]);
  });

  it('names every requirement once', () => {
    const ids = rows.flatMap(([, id]) => (id ?? '').split(/, */));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    // Each spelled out: a span would hide one that stands in another row too.
    expect(ids.filter((id) => !/^[A-Z][\w.-]*$/.test(id))).toEqual([]);
  });
});
