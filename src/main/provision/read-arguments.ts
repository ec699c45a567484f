import { parseArgs } from 'node:util';

export interface Arguments {
  command: 'plan' | 'apply';
  requestFile: string;
  /** Where the ids go; null for the terminal. */
  out: string | null;
  /** Origin of a stand-in tenant, without a slash at the end; null for the real one. */
  standIn: string | null;
}

/** Reads the command line. Throws an `Error` that says in a sentence what is wrong with it. */
export function readArguments(words: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parse(words);
  if (values.help) return 'help';
  const [command, ...more] = positionals;
  if (command !== 'plan' && command !== 'apply') {
    throw new Error(command === undefined ? 'Say plan or apply.' : `"${command}" is neither plan nor apply.`);
  }
  if (more.length > 0) throw new Error(`"${more[0]}" is one word too many.`);
  const { request, out, 'stand-in': standIn } = values;
  if (!request) throw new Error('Say which request: --request FILE.');
  if (out !== undefined && command === 'plan')
    throw new Error('--out is for apply: a plan makes nothing that has an id.');
  if (out === '') throw new Error('Say which file: --out FILE.');
  return {
    command,
    requestFile: request,
    out: out ?? null,
    standIn: standIn === undefined ? null : originOf(standIn),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        request: { type: 'string' },
        out: { type: 'string' },
        'stand-in': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's first sentence is plain; what follows is for whoever writes command lines.
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The command line cannot be read';
    throw new Error(`${said.replace(/\.$/, '')}.`, { cause: error });
  }
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`--stand-in must be an address like http://localhost:3000.`);
  }
  return url.origin;
}
