import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';

export interface ChildPlan {
  /** What people call it. */
  name: string;
  /** A script of ours, run by the same Node and loader as this one. */
  script: string;
  args: string[];
  environment: Record<string, string>;
  /** Receives all it prints; appended to. */
  logFile: string;
  /** Starts it again when it ends by itself. */
  isRestarted: boolean;
}

const restartPauseMs = 500;
const politeMs = 3_500;

/** One child process under supervision: it may be killed at any time, and comes back. */
export class Child {
  readonly #plan: ChildPlan;
  readonly #say: (line: string) => void;
  readonly #log: WriteStream;
  #process: ChildProcess | null = null;
  #isLeaving = false;
  #lastLines: string[] = [];
  #ended: ((code: number | null) => void) | null = null;

  constructor(plan: ChildPlan, say: (line: string) => void) {
    this.#plan = plan;
    this.#say = say;
    this.#log = createWriteStream(plan.logFile, { flags: 'a' });
  }

  /** Last lines it printed, for a message about its end. */
  get lastLines(): string {
    return this.#lastLines.join('\n');
  }

  /** Calls back when it ends and is not started again. */
  onEnd(listener: (code: number | null) => void): void {
    this.#ended = listener;
  }

  start(): void {
    const { script, args, environment } = this.#plan;
    const child = spawn(process.execPath, [...process.execArgv, script, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    // For whoever wants to see what happens when one of them is killed.
    this.#say(`The ${this.#plan.name} runs as process ${child.pid}.`);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    child.once('exit', (code, signal) => this.#onExit(code, signal));
  }

  /** Asks it to end, insists after some seconds, and settles when it is gone. */
  async stop(): Promise<void> {
    this.#isLeaving = true;
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), politeMs);
      await gone;
      clearTimeout(insist);
    }
    this.#log.end();
  }

  /** For a moment when waiting is no longer possible. */
  kill(): void {
    this.#isLeaving = true;
    this.#process?.kill('SIGKILL');
  }

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isLeaving) return;
    const how = signal ?? `code ${code}`;
    if (!this.#plan.isRestarted) {
      this.#ended?.(code);
      return;
    }
    this.#say(`The ${this.#plan.name} ended (${how}); starting it again.`);
    setTimeout(() => {
      if (!this.#isLeaving) this.start();
    }, restartPauseMs);
  }

  #keep(text: string): void {
    this.#log.write(text);
    this.#lastLines = [...this.#lastLines, ...text.split('\n').filter(Boolean)].slice(-8);
  }
}
