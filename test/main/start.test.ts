import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextFree } from '../../src/main/start/free-port.ts';

const node = ['--import', 'tsx', 'src/main/start.ts'];
const startLimit = 240_000;

let stateDir: string;
let port: number;
let started: Started;

interface Started {
  process: ChildProcess;
  lines: string[];
  line: (pattern: RegExp) => Promise<string>;
  exit: Promise<number | null>;
}

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, node, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (line: string) => void }[] = [];
  let rest = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        for (const each of waiting) if (each.pattern.test(line)) each.resolve(line);
      }
    });
  }
  return {
    process: child,
    lines,
    line: (pattern) =>
      new Promise((resolve) => {
        const known = lines.find((line) => pattern.test(line));
        if (known !== undefined) resolve(known);
        else waiting.push({ pattern, resolve });
      }),
    exit: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'urddas-start-'));
  port = await nextFree(20_000 + Math.floor(Math.random() * 20_000));
  started = start({ PORT: String(port), URDDAS_STATE_DIR: stateDir });
  await Promise.race([started.line(/^ready /), started.exit]);
}, startLimit);
afterAll(() => {
  started?.process.kill('SIGKILL');
});

/** The process last said to run under this name. */
function processOf(name: string): number {
  const said = started.lines.map((line) => line.match(new RegExp(`^The ${name} runs as process (\\d+)`))?.[1]);
  return Number(said.findLast(Boolean));
}

describe('npm start', () => {
  it('says where it is ready, last, once everything answers', async () => {
    expect(started.lines.at(-1)).toBe(`ready http://localhost:${port}`);
    for (const path of ['/sandbox/personas', '/outlook?persona=reporter']) {
      expect((await fetch(`http://localhost:${port}${path}`)).status).toBe(200);
    }
    const appOrigin = started.lines.join('\n').match(/Urddas itself at (\S+)\./)?.[1];
    for (const path of ['/healthz', '/readyz', '/pane.html', '/tab.html']) {
      expect((await fetch(appOrigin + path)).status).toBe(200);
    }
  });

  it('names every persona with its pages', () => {
    const text = started.lines.join('\n');
    for (const persona of ['reporter', 'manager', 'security', 'hr', 'administrator']) {
      expect(text).toContain(`http://localhost:${port}/outlook?persona=${persona}`);
      expect(text).toContain(`http://localhost:${port}/teams?persona=${persona}`);
    }
  });

  it('says that a port is in use, and ends with a failure', async () => {
    const holder = createServer();
    const taken = await nextFree(port + 50);
    await new Promise<void>((resolve) => holder.listen(taken, resolve));
    const second = start({ PORT: String(taken), URDDAS_STATE_DIR: stateDir });
    expect(await second.exit).toBe(1);
    expect(second.lines.join('\n')).toContain(`Port ${taken} is in use`);
    await new Promise((resolve) => holder.close(resolve));
  });

  it('starts a service that was killed again', async () => {
    const appOrigin = started.lines.join('\n').match(/Urddas itself at (\S+)\./)?.[1];
    process.kill(processOf('service'), 'SIGKILL');
    await started.line(/service ended .*starting it again/);
    await expect
      .poll(async () => (await fetch(`${appOrigin}/readyz`).catch(() => null))?.status, { timeout: 30_000 })
      .toBe(200);
  }, 60_000);

  it('leaves on SIGTERM with all its processes', async () => {
    const children = [processOf('tenant'), processOf('service')];
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow();
  });
});
