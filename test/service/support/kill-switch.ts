import type { ServicePorts } from '../../../src/application/ports/service-ports.ts';

/** The process is dead: nothing it would do after this happens. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

/** Methods by which the service changes something outside. */
const writes: Record<string, readonly string[]> = {
  intake: ['answer'],
  register: ['add', 'save'],
  audit: ['append'],
  evidence: ['write'],
  cards: ['post', 'update', 'remember'],
  mailbox: ['sendOnce'],
  state: ['write'],
};

/** Ends a process at its n-th write, either just before it or just after it, when the answer is lost. */
export class KillSwitch {
  readonly #at: number;
  readonly #when: 'before' | 'after';
  #count = 0;
  #isDead = false;

  constructor(at: number, when: 'before' | 'after') {
    this.#at = at;
    this.#when = when;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  wrap(ports: ServicePorts): ServicePorts {
    return Object.fromEntries(
      Object.entries(ports).map(([name, port]) => [
        name,
        name in writes || isReader(name) ? this.#guard(name, port) : port,
      ]),
    ) as unknown as ServicePorts;
  }

  #guard<T extends object>(name: string, port: T): T {
    return new Proxy(port, {
      get: (target, key) => {
        const member = Reflect.get(target, key, target) as unknown;
        if (typeof member !== 'function') return member;
        const isWrite = writes[name]?.includes(String(key)) ?? false;
        return async (...args: unknown[]) => {
          if (this.#isDead) throw new Killed();
          const isMine = isWrite && ++this.#count === this.#at;
          if (isMine && this.#when === 'before') this.#die();
          const result: unknown = await member.apply(target, args);
          if (isMine) this.#die();
          // A dead process does not get to see answers either.
          if (this.#isDead) throw new Killed();
          return result;
        };
      },
    });
  }

  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }
}

function isReader(name: string): boolean {
  return name === 'directory' || name === 'readers';
}
