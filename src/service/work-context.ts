import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { LogFields } from '../application/ports/service-log.ts';
import type { WorkScope } from '../application/ports/work-scope.ts';

interface WorkInHand {
  correlationId: string;
  submissionId: string | null;
  /** Somebody, or a channel with a time limit, waits for the answer. */
  isWaitedFor: boolean;
}

const inHand = new AsyncLocalStorage<WorkInHand>();

/** One for the process: a piece of work knows itself, whichever replica of a test it runs in. */
export const workScope: WorkScope = {
  within: (submissionId, work) => {
    const present = inHand.getStore();
    return inHand.run(
      {
        correlationId: present?.correlationId ?? randomUUID(),
        isWaitedFor: present?.isWaitedFor ?? false,
        submissionId,
      },
      work,
    );
  },
  later: (work) => {
    const present = inHand.getStore();
    return present ? inHand.run({ ...present, isWaitedFor: false }, work) : work();
  },
};

/** What a loop does in one run; told of every sign that it goes on. */
const runs = new AsyncLocalStorage<() => void>();

export function asRun<T>(beat: () => void, work: () => T): T {
  return runs.run(beat, work);
}

/** An answer has come from outside: whatever asked for it goes on. */
export function noteProgress(): void {
  runs.getStore()?.();
}

/** Work that belongs to nobody's call, although a call has set it off. */
export function apart<T>(work: () => T): T {
  return inHand.exit(work);
}

/** A call from outside, with the id that its answer names. */
export function answering<T>(correlationId: string, work: () => Promise<T>): Promise<T> {
  return inHand.run({ correlationId, submissionId: null, isWaitedFor: true }, work);
}

/** The id of the piece of work this runs in; a new one where it belongs to none. */
export function correlationOf(): string {
  return inHand.getStore()?.correlationId ?? randomUUID();
}

export function isWaitedFor(): boolean {
  return inHand.getStore()?.isWaitedFor ?? false;
}

/** What every log line of the work in hand says of it. */
export function workFields(): LogFields {
  const present = inHand.getStore();
  if (!present) return {};
  const { correlationId, submissionId } = present;
  return submissionId === null ? { correlationId } : { correlationId, submissionId };
}
