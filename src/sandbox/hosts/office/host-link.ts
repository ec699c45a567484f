import type { OfficeAnswer, OfficeCall, OfficeCalls, OfficeEvent, OfficeQuestion } from './office-protocol.ts';

/** The host's failure in Office's own form. */
export class HostFailure extends Error {
  readonly code: number;

  constructor(code: number, name: string, message: string) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

type Pending = { resolve: (value: unknown) => void; reject: (reason: unknown) => void };

export interface HostLink {
  ask<Call extends OfficeCall>(call: Call, ask: OfficeCalls[Call]['ask']): Promise<OfficeCalls[Call]['answer']>;
  onEvent(listener: (event: OfficeEvent) => void): void;
}

/** Speaks to the page around this one, which must be of `hostOrigin`. Nobody else is listened to. */
export function linkToHost(hostOrigin: string): HostLink {
  const pending = new Map<number, Pending>();
  const listeners: ((event: OfficeEvent) => void)[] = [];
  let next = 1;
  window.addEventListener('message', (message) => {
    if (message.origin !== hostOrigin || message.source !== window.parent) return;
    const said = message.data as OfficeAnswer | OfficeEvent | null;
    if (said?.kind === 'office.event') {
      for (const listener of listeners) listener(said);
    } else if (said?.kind === 'office.answer') {
      const waiting = pending.get(said.id);
      pending.delete(said.id);
      if (said.ok) waiting?.resolve(said.answer);
      else waiting?.reject(new HostFailure(said.error.code, said.error.name, said.error.message));
    }
  });
  return {
    ask: (call, ask) =>
      new Promise((resolve, reject) => {
        const id = next++;
        pending.set(id, { resolve: resolve as Pending['resolve'], reject });
        const question: OfficeQuestion = { kind: 'office.ask', id, call, ask };
        window.parent.postMessage(question, hostOrigin);
      }),
    onEvent: (listener) => {
      listeners.push(listener);
    },
  };
}
