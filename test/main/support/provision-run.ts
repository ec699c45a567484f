import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmptySite } from '../../m365/provisioning/support/empty-site.ts';
import { tokenFor } from '../../m365/support/sandbox.ts';

export interface Ended {
  /** Null when it was killed. */
  code: number | null;
  out: string[];
  err: string;
}

export interface Running {
  child: ChildProcess;
  /** Resolves with the first line that holds this; rejects when the command ends without it. */
  line(holding: string): Promise<string>;
  ended: Promise<Ended>;
}

/** The command line as a person starts it, in a process of its own. */
export function start(words: readonly string[], environment: Record<string, string> = {}): Running {
  const { URDDAS_GRAPH_TOKEN: _, URDDAS_SHAREPOINT_TOKEN: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/provision.ts', ...words], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  const lines = () => out.split('\n').filter((line) => line !== '');
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out: lines(), err }));
  return {
    child,
    ended,
    line: (holding) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines().find((line) => line.includes(holding));
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        void ended.then(() => reject(new Error(`ended without "${holding}":\n${out}${err}`)));
      }),
  };
}

/** A request file as an administrator writes it, with `over` in it. Gives its path. */
export async function writeRequest(folder: string, site: EmptySite, over: object = {}): Promise<string> {
  const { terms: _, isDemo: __, ...request } = site.request;
  const file = join(folder, 'request.json');
  await writeFile(file, JSON.stringify({ ...request, ...over }, null, 2));
  return file;
}

/** What stands for a sign-in: an administrator's two tokens. */
export async function tokensOf(site: EmptySite, persona: string): Promise<Record<string, string>> {
  const scopes = ['Sites.FullControl.All', 'AllSites.FullControl'];
  const { origin } = site;
  return {
    URDDAS_GRAPH_TOKEN: await tokenFor(origin, { persona, scopes }),
    URDDAS_SHAREPOINT_TOKEN: await tokenFor(origin, { persona, scopes, audience: `${origin}/sites` }),
  };
}
