/** One request as it is remembered: no body, no query, no names. */
export interface RequestRecord {
  /** Rises by one with each request since the tenant was started. */
  number: number;
  at: string;
  method: string;
  /** The route, for example `/graph/v1.0/users/:id/manager`, not the address asked for. */
  path: string;
  status: number;
  caller: 'user' | 'app' | 'none';
  app: string | null;
  /** True for a request inside a `$batch`. */
  batched: boolean;
  /** Bytes sent back, headers included; null while they are still being sent or for a batched request. */
  bytes: number | null;
}

export interface AppUsage {
  requests: number;
  resourceUnits: number;
}

const kept = 20_000;

/** Counts what each app asked of the tenant since the last reset. */
export class UsageLedger {
  #records: RequestRecord[] = [];
  #apps = new Map<string, AppUsage>();
  #next = 1;

  record(entry: Omit<RequestRecord, 'number'>): RequestRecord {
    const record = { ...entry, number: this.#next++ };
    this.#records.push(record);
    if (this.#records.length > kept * 1.1) this.#records = this.#records.slice(-kept);
    this.#of(entry.app ?? 'none').requests += 1;
    return record;
  }

  /** SharePoint's measure of what a request costs; facts on throttling: 1 for one item, 2 for many or a write, 5 for permissions. */
  addResourceUnits(app: string, units: number): void {
    this.#of(app).resourceUnits += units;
  }

  totals(): Record<string, AppUsage> {
    return Object.fromEntries(this.#apps);
  }

  since(number: number): RequestRecord[] {
    return this.#records.filter((record) => record.number > number);
  }

  clear(): void {
    this.#records = [];
    this.#apps.clear();
  }

  #of(app: string): AppUsage {
    const found = this.#apps.get(app);
    if (found) return found;
    const fresh = { requests: 0, resourceUnits: 0 };
    this.#apps.set(app, fresh);
    return fresh;
  }
}
