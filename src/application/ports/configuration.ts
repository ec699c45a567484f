import type { Organisation } from '../organisation.ts';

/** The Config list. */
export interface Configuration {
  /** The validated rows. Throws `RemoteError('invalid')` naming the wrong keys, never their values. */
  read(): Promise<Organisation>;
}
