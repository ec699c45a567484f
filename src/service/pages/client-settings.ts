import { areaRules } from '../../application/business-area.ts';
import type { ClientSettings, TenantOutcomes } from '../../application/client-settings.ts';
import type { Organisation } from '../../application/organisation.ts';
import { roles } from '../../domain/incident/vocabulary.ts';
import type { ServiceSettings } from '../settings.ts';

/** What our pages are told. Holds nothing that everyone who can open the page may not know. */
export function clientSettingsFrom(settings: ServiceSettings, organisation: Organisation): ClientSettings {
  const { intake, incidents, incidentsHr, audit, auditHr, switchboard } = settings.site.lists;
  const { hours, retention, deadlines, recipients } = organisation;
  return {
    tenantId: settings.tenantId,
    clientId: settings.clientId,
    authority: settings.authority,
    graphBaseUrl: settings.graphBaseUrl,
    serviceScope: `api://${settings.clientId}/access_as_user`,
    officeScriptUrl: settings.officeScriptUrl,
    teamsHostOrigins: settings.teamsHostOrigins,
    site: {
      id: settings.site.id,
      lists: { intake, incidents, incidentsHr, audit, auditHr, switchboard },
      evidenceDrives: settings.site.evidenceDrives,
    },
    configuration: { listId: settings.site.lists.config, keepers: settings.configurationKeepers },
    ...(Object.keys(settings.tenant).length > 0 ? { tenant: pageOutcomes(settings.tenant) } : {}),
    itSecurityMailbox: organisation.recipients.itSecurity.address,
    contacts: organisation.contacts.map((contact) => ({ ...contact })),
    ...(hours ? { hours } : {}),
    ...(retention ? { retention } : {}),
    ...(deadlines ? { deadlines } : {}),
    sites: organisation.sites,
    areas: organisation.areas.map(areaRules),
    recipientRoles: roles.filter((role) => recipients[role] !== undefined),
    organisationName: organisation.organisationName,
    demoNotice: settings.demoNotice,
  };
}

function pageOutcomes({ siteScope, ordersRows }: ServiceSettings['tenant']): TenantOutcomes {
  return { ...(siteScope && { siteScope }), ...(ordersRows !== undefined && { ordersRows }) };
}

/** JSON that can stand in a script element: nothing in it can close the element or begin a comment. */
export function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
