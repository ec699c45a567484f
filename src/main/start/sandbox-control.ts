import * as v from 'valibot';
import type { GetToken } from '../../m365/graph/authorization.ts';
import { StartFailure } from './start-failure.ts';

const tenantSchema = v.object({ tenantId: v.string(), domain: v.string(), graph: v.string(), issuer: v.string() });
const personasSchema = v.object({
  personas: v.array(
    v.object({ key: v.string(), description: v.string(), displayName: v.string(), userPrincipalName: v.string() }),
  ),
});
const tokenSchema = v.object({ access_token: v.string() });

export type Persona = v.InferOutput<typeof personasSchema>['personas'][number];

/** The stand-in tenant's own switches, as anyone may use them over HTTP. */
export class SandboxControl {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  tenant() {
    return this.#ask(tenantSchema, 'GET', '/sandbox/tenant');
  }

  async personas(): Promise<Persona[]> {
    return (await this.#ask(personasSchema, 'GET', '/sandbox/personas')).personas;
  }

  async registerApp(clientId: string, registration: unknown): Promise<void> {
    await this.#ask(v.unknown(), 'PUT', `/sandbox/apps/${clientId}`, registration);
  }

  /** Tokens of an app that is registered, without a person; `audience` for another resource than Graph. */
  appToken(clientId: string, audience?: string): GetToken {
    return async () => {
      const order = { app: clientId, scopes: ['.default'], ...(audience === undefined ? {} : { audience }) };
      return (await this.#ask(tokenSchema, 'POST', '/sandbox/token', order)).access_token;
    };
  }

  async #ask<S extends v.GenericSchema>(schema: S, method: string, path: string, body?: unknown) {
    const response = await fetch(this.origin + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new StartFailure(`The tenant refused ${method} ${path}: ${await response.text()}`);
    return v.parse(schema, await response.json());
  }
}
