import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { stateVersion } from '../../../src/sandbox/state/open-state-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const personasOf = async (sandbox: RunningSandbox) =>
  ((await (await fetch(`${sandbox.origin}/sandbox/personas`)).json()) as { personas: unknown[] }).personas.length;

/** What another version of the stand-in might have left behind: one of today's tables, with other columns. */
function writeOldState(file: string, version: number): void {
  const db = new Database(file);
  db.exec(`CREATE TABLE sp_upload_sessions (id TEXT PRIMARY KEY); PRAGMA user_version = ${version};`);
  db.close();
}

describe('the version of the state file', () => {
  it('is raised whenever a table changes', async () => {
    const sandbox = await startSandbox({ port: 0, file: ':memory:' });
    await fetch(`${sandbox.origin}/sandbox/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"persona":"reporter","scopes":["User.Read"]}',
    });
    const rows = sandbox.tenant.db
      .prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
      .all() as { sql: string }[];
    const text = rows.map((row) => row.sql.replace(/\s+/g, ' ')).join('\n');
    await sandbox.close();
    const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 12);
    expect({ stateVersion, fingerprint }, 'Raise stateVersion, then put the new fingerprint here.').toEqual({
      stateVersion: 5,
      fingerprint: '80585e55dab2',
    });
  });

  it.each([0, stateVersion + 1])(
    'makes a file of version %i start from nothing, and says so in a sentence',
    async (version) => {
      const file = join(folder, `version-${version}.sqlite`);
      writeOldState(file, version);
      const sentences: string[] = [];
      const sandbox = await startSandbox({ port: 0, file, notice: (sentence) => sentences.push(sentence) });
      expect(sentences).toEqual([expect.stringContaining('another version')]);
      expect(await personasOf(sandbox)).toBe(11);
      await sandbox.close();

      const again = await startSandbox({ port: 0, file, notice: (sentence) => sentences.push(sentence) });
      expect(sentences, 'the second start finds its own version').toHaveLength(1);
      await again.close();
    },
  );
});

describe('a state file', () => {
  it('is not wiped when it is no state file at all', async () => {
    const file = join(folder, 'letter.sqlite');
    writeFileSync(file, 'Dear all, '.repeat(2000));
    await expect(startSandbox({ port: 0, file, reset: true })).rejects.toThrow(/not a state file/);
    expect(readFileSync(file, 'utf8')).toMatch(/^Dear all/);
  });

  it.each([{ args: [] }, { args: ['--reset'] }])(
    'belongs to one process; a second one with $args refuses in a sentence',
    async ({ args }) => {
      const file = join(folder, 'shared.sqlite');
      const first = await startSandbox({ port: 0, file });
      const second = spawn(
        process.execPath,
        ['--import', 'tsx', 'src/main/sandbox.ts', '--port', '0', '--file', file, ...args],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      let said = '';
      second.stderr.on('data', (data: Buffer) => {
        said += data.toString();
      });
      expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(1);
      expect(said).toMatch(/^Another stand-in tenant is using .*shared\.sqlite\./);
      expect(await personasOf(first), 'the first one goes on').toBe(11);
      await first.close();
    },
  );
});
