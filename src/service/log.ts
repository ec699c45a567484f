import { destination, type Logger, pino } from 'pino';
import type { LogFields, ServiceLog } from '../application/ports/service-log.ts';
import { isRemoteError } from '../application/remote-error.ts';
import type { ServiceSettings } from './settings.ts';
import { workFields } from './work-context.ts';

/**
 * One JSON line an event. Fields are codes, counts and ids; of an error only what our own errors say, because the message of any
 * other one may quote what it choked on. Keys that could hold a person's data are cut out besides.
 */
export class PinoServiceLog implements ServiceLog {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  info(event: string, fields: LogFields = {}): void {
    this.#logger.info(fields, event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.#logger.warn(fields, event);
  }

  error(event: string, error: unknown, fields: LogFields = {}): void {
    this.#logger.error({ ...fields, ...errorFields(error) }, event);
  }

  /** The same log with a field in every line. */
  with(fields: LogFields): PinoServiceLog {
    return new PinoServiceLog(this.#logger.child(fields));
  }
}

export function createLogger(level: ServiceSettings['logLevel'], stream = destination(1)): Logger {
  return pino(
    {
      level,
      base: { app: 'urddas' },
      mixin: workFields,
      redact: ['name', 'address', 'subject', 'text', 'body', 'email'],
    },
    stream,
  );
}

function errorFields(error: unknown): LogFields {
  if (isRemoteError(error)) {
    return { code: error.code, status: error.status, requestId: error.requestId, what: error.message };
  }
  if (!(error instanceof Error)) return { error: typeof error };
  // Where it was thrown says enough; what it says may be a quotation.
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '));
  return { error: error.name, place: place?.trim() };
}
