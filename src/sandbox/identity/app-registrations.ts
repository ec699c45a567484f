import type { Tenant } from '../tenant.ts';
import { botFrameworkAudience, ownAudiences } from './access-tokens.ts';

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredential */
export interface FederatedCredential {
  name: string;
  issuer: string;
  /** Compared to the letter, capitals too. */
  subject: string;
  audience: string;
}

/** An app as the tenant's administrator has registered and consented it. */
export interface AppRegistration {
  clientId: string;
  name: string;
  certificates: { thumbprintSha256: string; publicKeyPem: string }[];
  secrets: string[];
  /** Tokens of another issuer that count as this app's credential. Absent in older states. */
  federatedCredentials?: FederatedCredential[];
  /** Origins whose pages may ask for tokens through a host (`brk-multihub://` redirects). */
  brokerOrigins: string[];
  /** Pages of a single-page app that the sign-in window may return to, exactly. Absent in older states. */
  spaRedirectUris?: string[];
  /** Whether a program without a page or a secret may sign people in. Absent in older states. */
  allowsPublicClient?: boolean;
  /** Delegated scopes that the administrator consented to for everyone. */
  delegatedConsent: string[];
  /** Application permissions of Graph. */
  applicationRoles: string[];
  /** Those of SharePoint, which are consented to apart: Graph's open none of its own REST. Absent in older states. */
  sharePointRoles?: string[];
  api: { audience: string; scopes: string[] } | null;
  outlook: { paneUrl: string; label: string } | null;
  teams: {
    teamsAppId: string;
    tabs: { entityId: string; name: string; url: string }[];
    bot: { id: string; endpoint: string } | null;
    /** Persona keys or object ids, or everyone. */
    installedFor: 'everyone' | string[];
  } | null;
}

export function prepareAppRegistrations(tenant: Tenant): void {
  tenant.db.exec(
    'CREATE TABLE IF NOT EXISTS app_registrations (client_id TEXT PRIMARY KEY, registration TEXT NOT NULL)',
  );
}

export function findApp(tenant: Tenant, clientId: string): AppRegistration | null {
  const row = tenant.db.prepare('SELECT registration FROM app_registrations WHERE client_id = ?').get(clientId) as
    | { registration: string }
    | undefined;
  return row ? (JSON.parse(row.registration) as AppRegistration) : null;
}

export function listApps(tenant: Tenant): AppRegistration[] {
  const rows = tenant.db.prepare('SELECT registration FROM app_registrations ORDER BY client_id').all() as {
    registration: string;
  }[];
  return rows.map((row) => JSON.parse(row.registration) as AppRegistration);
}

export function saveApp(tenant: Tenant, registration: AppRegistration): void {
  tenant.db
    .prepare(
      'INSERT INTO app_registrations (client_id, registration) VALUES (?, ?) ON CONFLICT (client_id) DO UPDATE SET registration = excluded.registration',
    )
    .run(registration.clientId, JSON.stringify(registration));
}

/** What a token of the app by itself carries for this resource: roles are consented to for one resource each. */
export function rolesFor(tenant: Tenant, app: AppRegistration, audience: string): readonly string[] {
  if (audience === botFrameworkAudience) return [];
  return audience === ownAudiences(tenant).sharepoint ? (app.sharePointRoles ?? []) : app.applicationRoles;
}

export function deleteApp(tenant: Tenant, clientId: string): boolean {
  return tenant.db.prepare('DELETE FROM app_registrations WHERE client_id = ?').run(clientId).changes > 0;
}
