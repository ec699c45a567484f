import { EventEmitter } from 'node:events';
import type Database from 'libsql';
import { FaultBoard } from './control/faults.ts';
import { type Outcomes, usualOutcomes } from './control/outcomes.ts';
import { TrafficLog } from './control/traffic-log.ts';
import { UsageLedger } from './control/usage.ts';
import { openStateFile } from './state/open-state-file.ts';

/** Wall clock of the tenant. Tests move it; it never stands still. */
export class TenantClock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** ISO 8601 in UTC without milliseconds, as Graph prints it. */
  stamp(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }

  moveTo(instant: Date): void {
    this.#offsetMs = instant.getTime() - Date.now();
  }

  advance(seconds: number): void {
    this.#offsetMs += seconds * 1000;
  }
}

/** Things that happen in the tenant and that other parts of it react to. */
export interface TenantEvents {
  /** A list item was added, changed or deleted: webhooks hang on it. */
  listChanged: [{ siteId: string; listId: string; itemId: string }];
  /** A message arrived in, left or changed in a mailbox. */
  mailChanged: [{ userId: string; messageId: string }];
  /** A Teams message was posted or updated. */
  chatChanged: [{ conversationId: string; activityId: string }];
  /** Every table has just been emptied: each part fills its own again, and forgets what it holds in memory. */
  reset: [];
}

export interface Tenant {
  db: Database.Database;
  /** Lets go of the state file. */
  close(): void;
  clock: TenantClock;
  events: EventEmitter<TenantEvents>;
  /** Origin the tenant answers on, without a trailing slash, e.g. `http://localhost:3000`. */
  origin: string;
  /**
   * Origin of upload addresses. Over TLS it names the host differently, as in reality: clients that send their token to
   * every address of Graph's host would otherwise send it to the upload address too, which refuses it.
   */
  uploadOrigin: string;
  tenantId: string;
  /** Faults that are switched on; ask `faults.take(part, occasion)` before doing what can go wrong. */
  faults: FaultBoard;
  usage: UsageLedger;
  /** What Microsoft's pages leave open, as this tenant decides it. */
  outcomes: Outcomes;
  /** Where requests and answers are written down; null keeps none. */
  traffic: TrafficLog | null;
}

export const tenantId = '7c0ffee0-aaaa-4bbb-8ccc-0123456789ab';

/**
 * Opens (or creates) the tenant's state file. `reset` starts from nothing. `:memory:` keeps nothing. `notice` is told
 * what the person who started it should know. `recordTo` names a file to which all requests and answers are added.
 */
export function openTenant(options: {
  file: string;
  origin: string;
  reset: boolean;
  notice?: (sentence: string) => void;
  recordTo?: string;
}): Tenant {
  const state = openStateFile(options.file, options.reset, options.notice ?? (() => undefined));
  return {
    db: state.db,
    close: state.close,
    clock: new TenantClock(),
    events: new EventEmitter(),
    origin: options.origin,
    uploadOrigin: options.origin.replace(/^https:\/\/localhost\b/, 'https://127.0.0.1'),
    tenantId,
    faults: new FaultBoard(),
    usage: new UsageLedger(),
    outcomes: { ...usualOutcomes },
    traffic: options.recordTo ? new TrafficLog(options.recordTo) : null,
  };
}
