import type { Organisation } from '../application/organisation.ts';
import type { Configuration } from '../application/ports/configuration.ts';
import type { ServiceLog } from '../application/ports/service-log.ts';

/** The Config list as it was last readable. A mistake made in it later is logged, and the last good one stays in force. */
export class OwnOrganisation {
  readonly #configuration: Configuration;
  readonly #log: ServiceLog;
  readonly #changed: (organisation: Organisation) => void;
  #present: Organisation;

  private constructor(
    configuration: Configuration,
    log: ServiceLog,
    first: Organisation,
    changed: (organisation: Organisation) => void,
  ) {
    this.#configuration = configuration;
    this.#log = log;
    this.#present = first;
    this.#changed = changed;
  }

  /** Throws when the list cannot be used at all: without addresses the service must not start. */
  static async load(
    configuration: Configuration,
    log: ServiceLog,
    changed: (organisation: Organisation) => void,
  ): Promise<OwnOrganisation> {
    const first = await configuration.read();
    changed(first);
    return new OwnOrganisation(configuration, log, first, changed);
  }

  get present(): Organisation {
    return this.#present;
  }

  async refresh(): Promise<void> {
    try {
      const next = await this.#configuration.read();
      if (JSON.stringify(next) === JSON.stringify(this.#present)) return;
      this.#present = next;
      this.#changed(next);
      this.#log.info('configurationChanged');
    } catch (error) {
      this.#log.error('configurationNotUsable', error);
    }
  }
}
