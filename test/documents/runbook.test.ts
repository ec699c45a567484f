import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

let source = '';
beforeAll(async () => {
  const names = (await readdir('src', { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  source = (await Promise.all(names.map((name) => readFile(join('src', name), 'utf8')))).join('\n');
});

describe('The runbook', () => {
  it('names only events, settings and answers that the service has', async () => {
    const text = await readFile('docs/runbook.md', 'utf8');
    const named = [...text.matchAll(/`([a-z][A-Za-z]+)`/g)].map(([, name]) => name as string);
    expect(named.length).toBeGreaterThan(20);
    for (const name of new Set(named)) expect(source, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('names only commands that there are', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    const text = await readFile('docs/runbook.md', 'utf8');
    for (const [, name] of text.matchAll(/`npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});

describe('The Containerfile', () => {
  it('copies what is there, runs the service that was built in one file and nothing else, and not as root', async () => {
    const lines = (await readFile('Containerfile', 'utf8')).split('\n');
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(existsSync(path), path).toBe(true);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    const built = last.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ').slice(1));
    // Where `--mode service` writes it, and no package folder.
    expect(built).toEqual([
      ['--from=build', '/app/dist/client', './dist/client'],
      ['--from=build', '/app/dist/service', './dist/service'],
      ['--from=build', '/app/dist/sbom.cdx.json', './sbom.cdx.json'],
    ]);
    expect(lines.some((line) => line.startsWith('RUN ') && line.includes('vite build --mode service'))).toBe(true);
    const command = lines.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]';
    expect(JSON.parse(command)).toEqual(['node', 'dist/service/service.mjs']);
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN ')));
    expect(lines).toContain('STOPSIGNAL SIGTERM');
  });

  it('needs at run time only what is installed without the tools', async () => {
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toContain('tsx');
  });
});
