import { RemoteError } from '../../application/remote-error.ts';

const callTimeoutMs = 30_000;

/** Office's callbacks as a promise. A host that never calls back (they exist) is a `timeout`, and never a frozen pane. */
export function officeCall<T>(
  what: string,
  start: (callback: (result: Office.AsyncResult<T>) => void) => void,
  timeoutMs: number = callTimeoutMs,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RemoteError('timeout', `${what}: the host does not answer`)), timeoutMs);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    try {
      start((result) =>
        finish(() => {
          // The text of 'succeeded' and not Office's constant: an older host may lack the enumeration.
          if (String(result.status) === 'succeeded') resolve(result.value);
          else reject(new RemoteError('server', `${what}: ${result.error?.code ?? 'no code'}`));
        }),
      );
    } catch (error) {
      finish(() => reject(new RemoteError('unsupported', `${what}: not on this host`, { cause: error })));
    }
  });
}
