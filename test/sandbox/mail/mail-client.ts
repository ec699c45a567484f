import type { SandboxUnderTest } from '../running-sandbox.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // Bodies differ from call to call; each test says what it expects of them.
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asserts
  json: any;
  bytes: Buffer;
}

/** A plain Graph client for one token; JSON in, JSON or bytes out. */
export class MailClient {
  readonly #sandbox: SandboxUnderTest;
  readonly #order: Parameters<SandboxUnderTest['token']>[0];
  #token: string | null = null;

  constructor(sandbox: SandboxUnderTest, order: Parameters<SandboxUnderTest['token']>[0]) {
    this.#sandbox = sandbox;
    this.#order = order;
  }

  get = (path: string, headers: Record<string, string> = {}) => this.#send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    this.#send('POST', path, body, headers);
  patch = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.#send('PATCH', path, body, headers);
  delete = (path: string, headers: Record<string, string> = {}) => this.#send('DELETE', path, undefined, headers);

  /** Sends a body as it is. */
  postText = (path: string, text: string) => this.#send('POST', path, text, { 'content-type': 'text/plain' });

  async #send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    this.#token ??= await this.#sandbox.token(this.#order);
    const url = path.startsWith('http') ? path : `${this.#sandbox.origin}/graph/v1.0${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      json: isJson ? JSON.parse(bytes.toString('utf8')) : null,
      bytes,
    };
  }
}

export const allMail = ['Mail.ReadWrite', 'Mail.Send', 'Mail.ReadWrite.Shared', 'Mail.Send.Shared'];

export const immutable = { prefer: 'IdType="ImmutableId"' };

export const to = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }));

export const addresses = {
  reporter: 'carys.llwydfenn@glanrafon.example',
  manager: 'sian.morlais@glanrafon.example',
  colleague: 'tom.hathersedge@glanrafon.example',
  itSecurity: 'llinos.brynmor@glanrafon.example',
  service: 'urddas@glanrafon.example',
  enquiries: 'ymholiadau@glanrafon.example',
  securityTeam: 'seiberddiogelwch@glanrafon.example',
};
