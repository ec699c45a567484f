import type { OfficeAnswer, OfficeCall, OfficeCalls, OfficeEvent, OfficeQuestion } from '../office/office-protocol.ts';

/** How this Outlook answers each question of the page in its pane. */
export type OfficeHandlers = {
  [Call in OfficeCall]: (
    ask: OfficeCalls[Call]['ask'],
  ) => OfficeCalls[Call]['answer'] | Promise<OfficeCalls[Call]['answer']>;
};

/** An answer of Office's own: the page gets code, name and message. */
export class OfficeRefusal extends Error {
  readonly code: number;

  constructor(code: number, name: string, message: string) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

interface OfficeHostOptions {
  frame: () => Window | null;
  /** Origin of the pane's page; a message of any other is not listened to. */
  origin: string;
  handlers: OfficeHandlers;
  /** False: nothing is ever answered, as when Office.js hangs. */
  answers: boolean;
}

const isQuestion = (data: unknown): data is OfficeQuestion =>
  typeof data === 'object' && data !== null && (data as OfficeQuestion).kind === 'office.ask';

/** The host's side of the stand-in's Office object. */
export function createOfficeHost(options: OfficeHostOptions) {
  const post = (message: OfficeAnswer | OfficeEvent) => options.frame()?.postMessage(message, options.origin);
  return {
    /** To be called with every message event of the host's window. */
    async receive(event: MessageEvent): Promise<void> {
      if (!options.answers || event.source !== options.frame() || event.origin !== options.origin) return;
      if (!isQuestion(event.data)) return;
      const { id, call, ask } = event.data;
      const handler = Object.hasOwn(options.handlers, call) ? options.handlers[call] : undefined;
      try {
        if (!handler) throw new OfficeRefusal(5012, 'NotSupported', `This host has no ${String(call)}.`);
        post({ kind: 'office.answer', id, ok: true, answer: await handler(ask as never) });
      } catch (error) {
        const refusal =
          error instanceof OfficeRefusal
            ? { code: error.code, name: error.name, message: error.message }
            : { code: 9020, name: 'GenericResponseError', message: error instanceof Error ? error.message : 'Failed.' };
        post({ kind: 'office.answer', id, ok: false, error: refusal });
      }
    },
    announce: (event: OfficeEvent) => {
      if (options.answers) post(event);
    },
  };
}
