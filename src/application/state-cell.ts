import * as v from 'valibot';
import type { ServiceState, StateValue } from './ports/service-state.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';

const collisions = 6;

/** One typed value of the State list that several replicas read and change. */
export class StateCell<T> {
  readonly #state: ServiceState;
  readonly #key: string;
  readonly #schema: v.GenericSchema<unknown, T>;
  readonly #initial: T;
  /** What was read last; a change is tried on it first, which saves a reading. */
  #known: StateValue | null = null;

  constructor(state: ServiceState, key: string, schema: v.GenericSchema<unknown, T>, initial: T) {
    this.#state = state;
    this.#key = key;
    this.#schema = schema;
    this.#initial = initial;
  }

  /** The initial value when there is none, or one that cannot be read. */
  async read(): Promise<T> {
    this.#known = await this.#state.read(this.#key);
    return this.#parse(this.#known?.value ?? null);
  }

  /** Applies the change to the value as it stands, again when another replica was first. */
  async update(change: (present: T) => T): Promise<T> {
    for (let round = 0; round < collisions; round += 1) {
      const stored: StateValue | null = this.#known ?? (await this.#state.read(this.#key));
      this.#known = null;
      const present = this.#parse(stored?.value ?? null);
      const next = change(present);
      const text = JSON.stringify(next);
      if (text === stored?.value) return next;
      try {
        this.#known = await this.#state.write(this.#key, text, stored?.etag ?? null);
        return next;
      } catch (error) {
        const wasFirst = isRemoteError(error) && (error.code === 'conflict' || error.code === 'changedMeanwhile');
        if (!wasFirst) throw error;
      }
    }
    throw new RemoteError('conflict', 'a state value is being changed by too many at once');
  }

  #parse(text: string | null): T {
    if (text === null) return this.#initial;
    const result = v.safeParse(v.pipe(v.string(), v.parseJson(), this.#schema), text);
    return result.success ? result.output : this.#initial;
  }
}
