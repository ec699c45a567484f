import { HostFailure } from './host-link.ts';

interface AsyncError {
  code: number;
  name: string;
  message: string;
}

export interface AsyncResult<T> {
  status: 'succeeded' | 'failed';
  value: T | undefined;
  error: AsyncError | undefined;
  asyncContext: unknown;
}

export type Callback<T> = (result: AsyncResult<T>) => void;
type Options = { asyncContext?: unknown } | undefined;

/** Office's optional middle argument: `(options, callback)`, `(callback)` or nothing. */
function readArguments<T>(args: unknown[]): { options: Options; callback: Callback<T> | undefined } {
  const callback = args.find((argument) => typeof argument === 'function') as Callback<T> | undefined;
  const options = args.find((argument) => typeof argument === 'object' && argument !== null) as Options;
  return { options, callback };
}

/** Gives the outcome of the work to the callback, as Office does: never by a thrown error. */
export function settle<T>(work: Promise<T>, args: unknown[]): void {
  const { options, callback } = readArguments<T>(args);
  const asyncContext = options?.asyncContext;
  work.then(
    (value) => callback?.({ status: 'succeeded', value, error: undefined, asyncContext }),
    (reason: unknown) => {
      const error =
        reason instanceof HostFailure
          ? { code: reason.code, name: reason.name, message: reason.message }
          : { code: 5001, name: 'InternalError', message: 'An internal error has occurred.' };
      callback?.({ status: 'failed', value: undefined, error, asyncContext });
    },
  );
}
