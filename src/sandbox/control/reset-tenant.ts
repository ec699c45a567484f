import type { Tenant } from '../tenant.ts';
import { usualOutcomes } from './outcomes.ts';

/** Kept so that a running product stays known, and tokens handed out stay good. */
const apps = new Set(['app_registrations', 'managed_identities']);
const kept = new Set(['signing_keys', ...apps]);

/** Empties every table, whoever made it, and puts clock, faults and counts back. */
export function resetTenant(tenant: Tenant, options: { apps: boolean }): void {
  const tables = tenant.db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'")
    .all() as { name: string }[];
  tenant.db.transaction(() => {
    for (const { name } of tables) {
      if (!kept.has(name) || (options.apps && apps.has(name))) tenant.db.exec(`DELETE FROM "${name}"`);
    }
  })();
  tenant.clock.moveTo(new Date());
  tenant.faults.clear();
  tenant.usage.clear();
  tenant.outcomes = { ...usualOutcomes };
}
