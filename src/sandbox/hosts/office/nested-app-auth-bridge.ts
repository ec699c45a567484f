import type { HostLink } from './host-link.ts';

type Listener = (answer: string) => void;

/** What msal-browser looks for in a mail host: strings of JSON go out, and come back to the listeners. */
export function createBridge(link: HostLink) {
  const listeners = new Set<Listener>();
  return {
    addEventListener: (_type: 'message', listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: 'message', listener: Listener) => void listeners.delete(listener),
    postMessage: (request: string) => {
      void link.ask('nestedAppAuth', { request }).then((answer) => {
        if (answer !== null) for (const listener of listeners) listener(answer);
      });
    },
  };
}
