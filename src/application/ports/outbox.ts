import type { KeptEntry } from '../outbox/kept-entry.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';

/** What the person answered and what was captured, kept on this device until the report is complete. X-OFF-1. */
export interface Outbox<E extends KeptEntry = OutboxEntry> {
  /** Adds the entry unless one with its id that can be opened is there already (pressed twice, two windows), and gives the one that stays. */
  add(entry: E): Promise<E>;
  find(id: string): Promise<E | null>;
  /** Every entry of this browser profile that can be opened, oldest first. */
  list(): Promise<E[]>;
  /** Ids of entries that are there and cannot be opened any more: changed on the disk, or sealed with a key that was cleared. */
  unreadable(): Promise<string[]>;
  /** False when the device could not store it, so that it lives in this window alone. */
  keeps(id: string): boolean;
  /** Replaces the entry. Only the holder of its lock does so. */
  save(entry: E): Promise<void>;
  /** Removes the entry and its bytes: those under its own id, and those under `<its id>/…`. */
  remove(id: string): Promise<void>;
  keepBytes(id: string, bytes: Uint8Array): Promise<void>;
  /** Null when none were kept, or when they are no longer needed. */
  bytes(id: string): Promise<Uint8Array | null>;
  dropBytes(id: string): Promise<void>;
  /** Runs the work while no other window runs work for the same id. False when another window does. X-IDEM-1. */
  exclusively(id: string, work: () => Promise<void>): Promise<boolean>;
  /** Calls back with every entry another window saves, in the order saved; gives the function that stops it. */
  onChange(listener: (entry: E) => void): () => void;
}
