import { type Attributes, type Meter, metrics } from '@opentelemetry/api';
import type { Measures } from '../application/ports/measures.ts';
import type { ServiceLog } from '../application/ports/service-log.ts';

const inSeconds = {
  unit: 's',
  advice: { explicitBucketBoundaries: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60] },
};

/** A meter that measures nothing, until something in this process exports what is measured. */
export const idleMeter = (): Meter => metrics.getMeter('urddas');

/**
 * What the service does, by OpenTelemetry. Every label is a code of a short list: a label with an id would cost memory for each report,
 * and could tell of a person.
 */
export class MeterMeasures implements Measures {
  readonly #reports;
  readonly #notices;
  readonly #clocks;
  readonly #calls;
  readonly #requests;
  readonly #events;
  #owed = { records: 0, longestSeconds: 0 };

  constructor(meter: Meter) {
    this.#reports = meter.createCounter('urddas.reports', { description: 'Reports entered into a register' });
    this.#notices = meter.createCounter('urddas.notices', { description: 'Notices tried, by what came of it' });
    this.#clocks = meter.createHistogram('urddas.clock.lateness', {
      description: 'From the moment a clock had come round until it was answered',
      unit: 's',
      advice: { explicitBucketBoundaries: [1, 10, 60, 300, 900, 3_600, 21_600, 86_400] },
    });
    this.#calls = meter.createHistogram('urddas.call.duration', {
      description: 'Calls of our own pages, the bot channel and Graph to this service',
      ...inSeconds,
    });
    this.#requests = meter.createHistogram('urddas.request.duration', {
      description: 'Requests of this service to Microsoft 365, by resource and status; status 0 had no answer',
      ...inSeconds,
    });
    this.#events = meter.createCounter('urddas.events', { description: 'Warnings and errors in the log, by event' });
    meter
      .createObservableGauge('urddas.owed.records', { description: 'Records with work owed, at the last look' })
      .addCallback((result) => result.observe(this.#owed.records));
    meter
      .createObservableGauge('urddas.owed.longest', {
        description: 'How long ago the longest waiting of them could have been taken up',
        unit: 's',
      })
      .addCallback((result) => result.observe(this.#owed.longestSeconds));
  }

  reportTaken: Measures['reportTaken'] = (kind, boundary) => this.#reports.add(1, { kind, boundary });
  noticeTried: Measures['noticeTried'] = (channel, outcome) => this.#notices.add(1, { channel, outcome });
  clockRung: Measures['clockRung'] = (lateSeconds) => this.#clocks.record(Math.max(0, lateSeconds));
  owed: Measures['owed'] = (records, longestSeconds) => {
    this.#owed = { records, longestSeconds: Math.max(0, longestSeconds) };
  };

  called(attributes: { method: string; route: string; status: number }, milliseconds: number): void {
    this.#calls.record(milliseconds / 1000, attributes);
  }

  /** The same log, and its warnings and errors counted. */
  counting(log: ServiceLog): ServiceLog {
    const count = (event: string, level: 'warn' | 'error') => this.#events.add(1, { event, level });
    return {
      info: (event, fields) => log.info(event, fields),
      warn: (event, fields) => {
        count(event, 'warn');
        log.warn(event, fields);
      },
      error: (event, error, fields) => {
        count(event, 'error');
        log.error(event, error, fields);
      },
    };
  }

  /** The same `fetch`, measured. `nameOf`: a name out of a short list for what a request goes to. */
  measuring(send: typeof fetch, nameOf: (url: URL) => string): typeof fetch {
    return async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
      const began = performance.now();
      const record = (status: number) => {
        const attributes: Attributes = { resource: nameOf(url), method, status };
        this.#requests.record((performance.now() - began) / 1000, attributes);
      };
      try {
        const response = await send(input, init);
        record(response.status);
        return response;
      } catch (error) {
        record(0);
        throw error;
      }
    };
  }
}
