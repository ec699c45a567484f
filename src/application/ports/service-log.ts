export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** The service's log. Fields are ids, codes and counts; never a name, an address or words of a message. */
export interface ServiceLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}
