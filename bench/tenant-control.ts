/** The stand-in tenant's switches and its request log, over HTTP as anyone may use them (docs/sandbox.md). */
export interface LoggedRequest {
  number: number;
  at: string;
  method: string;
  path: string;
  status: number;
  caller: 'user' | 'app' | 'none';
  batched: boolean;
}

export class TenantControl {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.origin + path, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async token(order: object): Promise<string> {
    return (await this.send<{ access_token: string }>('POST', '/sandbox/token', order)).access_token;
  }

  async requestsSince(number: number): Promise<LoggedRequest[]> {
    return (await this.send<{ value: LoggedRequest[] }>('GET', `/sandbox/requests?since=${number}`)).value;
  }

  async lastRequest(): Promise<number> {
    return (await this.requestsSince(0)).at(-1)?.number ?? 0;
  }

  async resourceUnits(app: string): Promise<number> {
    const { apps } = await this.send<{ apps: Record<string, { resourceUnits: number }> }>('GET', '/sandbox/usage');
    return apps[app]?.resourceUnits ?? 0;
  }

  /** Each answer of Graph, uploads and connector comes so much later. */
  async delay(milliseconds: number): Promise<void> {
    for (const part of ['graph', 'upload', 'connector', 'login']) {
      await this.send('POST', '/sandbox/faults', {
        match: { part },
        times: null,
        effect: { kind: 'delay', milliseconds },
      });
    }
  }

  async noFaults(): Promise<void> {
    await this.send('DELETE', '/sandbox/faults');
  }
}
