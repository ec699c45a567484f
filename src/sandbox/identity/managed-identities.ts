import { randomBytes } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** A user-assigned identity, given to one host that may speak for it. */
export interface ManagedIdentity {
  clientId: string;
  name: string;
  /** What the host must show at its own endpoint (`IDENTITY_HEADER`), so that nobody else on the way can ask there. */
  header: string;
}

export function prepareManagedIdentities(tenant: Tenant): void {
  tenant.db.exec(
    'CREATE TABLE IF NOT EXISTS managed_identities (client_id TEXT PRIMARY KEY, name TEXT NOT NULL, header TEXT NOT NULL)',
  );
}

export function listManagedIdentities(tenant: Tenant): ManagedIdentity[] {
  return tenant.db
    .prepare('SELECT client_id AS clientId, name, header FROM managed_identities ORDER BY client_id')
    .all() as ManagedIdentity[];
}

/** Made anew it gets another header, as a host does that starts again. */
export function saveManagedIdentity(tenant: Tenant, clientId: string, name: string): ManagedIdentity {
  const identity = { clientId, name, header: randomBytes(16).toString('hex') };
  tenant.db
    .prepare('INSERT OR REPLACE INTO managed_identities (client_id, name, header) VALUES (?, ?, ?)')
    .run(identity.clientId, identity.name, identity.header);
  return identity;
}

export function deleteManagedIdentity(tenant: Tenant, clientId: string): boolean {
  return tenant.db.prepare('DELETE FROM managed_identities WHERE client_id = ?').run(clientId).changes > 0;
}
