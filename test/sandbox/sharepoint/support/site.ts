import { type RunningSandbox, startSandbox } from '../../../../src/sandbox/server.ts';

/** Client ids of the apps that the tests speak as. */
export const apps = {
  provisioner: '11111111-1111-4111-8111-111111111111',
  service: '22222222-2222-4222-8222-222222222222',
  pane: '33333333-3333-4333-8333-333333333333',
};

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the tenant answered
  body: any;
}

export type Send = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string>; raw?: BodyInit },
) => Promise<Answer>;

/** A tenant with its site, spoken to over real HTTP. */
export class TestTenant {
  readonly sandbox: RunningSandbox;

  constructor(sandbox: RunningSandbox) {
    this.sandbox = sandbox;
  }

  static async start(file = ':memory:'): Promise<TestTenant> {
    return new TestTenant(await startSandbox({ port: 0, file }));
  }

  async token(order: Record<string, unknown>): Promise<string> {
    const response = await fetch(`${this.sandbox.origin}/sandbox/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    const body = (await response.json()) as { access_token?: string };
    if (!body.access_token) throw new Error(`No token: ${JSON.stringify(body)}`);
    return body.access_token;
  }

  /** Speaks to any path of the tenant, or to an absolute address it gave, with one token. */
  sender(token: string | null, prefix = ''): Send {
    return async (method, path, options = {}) => {
      const isRaw = options.raw !== undefined;
      const response = await fetch(path.startsWith('http') ? path : this.sandbox.origin + prefix + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(isRaw ? { body: options.raw as BodyInit } : {}),
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      };
    };
  }

  async app(app: keyof typeof apps, ...scopes: string[]): Promise<Send> {
    return this.sender(await this.token({ app: apps[app], scopes }), '/graph/v1.0');
  }

  async persona(persona: string, ...scopes: string[]): Promise<Send> {
    return this.sender(await this.token({ persona, app: apps.pane, scopes }), '/graph/v1.0');
  }

  /** SharePoint REST of the site, as the app with full control unless a persona is named. */
  async rest(order: { persona?: string; scopes?: string[] } = {}): Promise<Send> {
    const scopes = order.scopes ?? [order.persona ? 'AllSites.FullControl' : 'Sites.FullControl.All'];
    const token = await this.token({
      app: apps.provisioner,
      ...(order.persona ? { persona: order.persona } : {}),
      scopes,
      audience: `${this.sandbox.origin}/sites`,
    });
    return this.sender(token, '/sites/urddas/_api/web');
  }

  control(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.sender(null, '/sandbox')(method, path, body === undefined ? {} : { body });
  }

  async person(key: string): Promise<{ id: string; displayName: string; userPrincipalName: string }> {
    const { body } = await this.control('GET', '/personas');
    return body.personas.find((one: { key: string }) => one.key === key);
  }

  /** Object id of a group of the directory. */
  group(displayName: string): string {
    const row = this.sandbox.tenant.db.prepare('SELECT id FROM groups WHERE display_name = ?').get(displayName);
    return (row as { id: string }).id;
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }
}

export const site = '/sites/localhost:/sites/urddas:';

const text = (name: string, more: Record<string, unknown> = {}) => ({ name, text: {}, ...more });

/** Columns of a list with one of everything the tests need. */
export const registerColumns = [
  text('Key', { indexed: true, enforceUniqueValues: true }),
  text('Reference', { indexed: true }),
  text('Plain'),
  { name: 'State', indexed: true, choice: { choices: ['received', 'acknowledged', 'closed'] } },
  { name: 'ReportedAt', indexed: true, dateTime: { format: 'dateTime' } },
  { name: 'Count', number: {} },
  { name: 'Urgent', boolean: {} },
  { name: 'Details', text: { allowMultipleLines: true } },
  { name: 'Secret', hidden: true, text: {} },
  { name: 'Tags', choice: { displayAs: 'checkBoxes', choices: ['a', 'b', 'c'] } },
  { name: 'Handler', personOrGroup: {} },
];

/** Makes a list with full rights and gives back how to speak to its rows. */
export async function makeList(
  tenant: TestTenant,
  displayName: string,
  columns: unknown[] = registerColumns,
): Promise<string> {
  const admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  const made = await admin('POST', `${site}/lists`, {
    body: { displayName, columns, list: { template: 'genericList' } },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return `${site}/lists/${made.body.id}`;
}

/** Breaks a list's inheritance and gives logins roles on it, as provisioning does. */
export async function trimList(
  tenant: TestTenant,
  title: string,
  grants: { login: string; role: string }[],
  security: { ReadSecurity?: number; WriteSecurity?: number } = {},
): Promise<void> {
  const rest = await tenant.rest();
  const list = `/lists/GetByTitle('${title}')`;
  await rest('POST', list, { body: security, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
  await rest('POST', `${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
  for (const { login, role } of grants) {
    const user = await rest('POST', '/ensureuser', { body: { logonName: login } });
    const level = await rest('GET', `/roledefinitions/getbyname('${role}')`);
    const done = await rest(
      'POST',
      `${list}/roleassignments/addroleassignment(principalid=${user.body.Id},roledefid=${level.body.Id})`,
    );
    if (done.status !== 200)
      throw new Error(JSON.stringify({ login, role, user: user.body, level: level.body, done: done.body }));
  }
}

export const everyone = (tenant: TestTenant) =>
  `c:0-.f|rolemanager|spo-grid-all-users/${tenant.sandbox.tenant.tenantId}`;

/** The permission level that lets people add rows and see them, and change nothing. */
export async function makeAddOnlyLevel(tenant: TestTenant): Promise<void> {
  const rest = await tenant.rest();
  // View, add, open, versions and what opening pages needs; neither edit (4) nor delete (8).
  await rest('POST', '/roledefinitions', {
    body: {
      Name: 'Add and view',
      Description: '',
      BasePermissions: { High: '176', Low: String(138612833 | 2) },
      Order: 200,
    },
  });
}
