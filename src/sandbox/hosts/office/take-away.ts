import { settle } from './async-result.ts';
import { HostFailure } from './host-link.ts';
import type { WireLacking } from './office-protocol.ts';

type Owner = Record<string, unknown>;

const refusal = () => new HostFailure(9020, 'GenericResponseError', 'This host refuses.');

function refuse(): never {
  throw refusal();
}

function answerWithRefusal(...args: unknown[]): void {
  if (!args.some((argument) => typeof argument === 'function')) refuse();
  settle(Promise.reject(refusal()), args);
}

/** The same object with methods that do nothing but this. */
function withEveryMethod(of: object, does: () => void): object {
  return Object.fromEntries(Object.keys(of).map((name) => [name, does]));
}

/** Takes members away from what a page finds on `top`, or makes them refuse or say nothing. What is not there is passed over. */
export function takeAway(top: object, { missing, refusing, silent }: WireLacking): void {
  const change = (paths: string[], how: (owner: Owner, name: string) => void) => {
    for (const path of paths) {
      const steps = path.split('.');
      const name = steps.pop() ?? '';
      const owner = steps.reduce<unknown>((at, step) => (at as Owner | null | undefined)?.[step], top);
      if (typeof owner === 'object' && owner !== null && name in owner) how(owner as Owner, name);
    }
  };
  change(missing, (owner, name) => delete owner[name]);
  const spoil = (owner: Owner, name: string, method: () => void, methodOfObject: () => void) => {
    const now = owner[name];
    owner[name] = typeof now === 'object' && now !== null ? withEveryMethod(now, methodOfObject) : method;
  };
  const sayNothing = () => undefined;
  change(refusing, (owner, name) => spoil(owner, name, answerWithRefusal, refuse));
  change(silent, (owner, name) => spoil(owner, name, sayNothing, sayNothing));
}
