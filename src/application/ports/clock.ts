/** The only source of time. Rules decide in Europe/London; this gives UTC instants. X-TIME-1. */
export interface Clock {
  now(): Date;
}
