import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const patienceMs = 60_000;
const betweenLooksMs = 5;

/** A server started as the container starts it: Node, one script, and nothing of our checkout. Times in milliseconds from its start. */
export class ContainerProcess {
  readonly #child: ChildProcess;
  readonly #startedAt: number;
  #said = '';

  constructor(folder: string, args: readonly string[], environment: Record<string, string>) {
    this.#startedAt = performance.now();
    this.#child = spawn(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#said += String(chunk);
      });
    }
  }

  /** Until `url` answers with success. */
  async untilOk(url: string): Promise<number> {
    for (const end = performance.now() + patienceMs; performance.now() < end; ) {
      if (this.#child.exitCode !== null) break;
      const isOk = await fetch(url).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.ok;
        },
        () => false,
      );
      if (isOk) return performance.now() - this.#startedAt;
      await new Promise((done) => setTimeout(done, betweenLooksMs));
    }
    throw new Error(`${url} never answered. It said:\n${this.#said}`);
  }

  /** Resident memory in bytes, or null where the system does not tell it this way. */
  async memory(): Promise<number | null> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes ? Number(kilobytes) * 1024 : null;
  }

  /** Where something went wrong: so that nothing stays behind. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks it to end as a host does. Gives how long it took. */
  async stop(): Promise<number> {
    if (this.#child.exitCode !== null) throw new Error(`It had ended with ${this.#child.exitCode}:\n${this.#said}`);
    const from = performance.now();
    const ended = new Promise<number | null>((done) => this.#child.once('exit', done));
    this.#child.kill('SIGTERM');
    const code = await ended;
    if (code !== 0 && code !== null) throw new Error(`It ended with ${code}:\n${this.#said}`);
    return performance.now() - from;
  }
}
