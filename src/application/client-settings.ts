import type { Language, Role } from '../domain/incident/vocabulary.ts';
import type { AreaRules } from './business-area.ts';
import type { Organisation, Site } from './organisation.ts';

export type Bilingual = Record<Language, string>;

/** A place to turn to, from the Config list. Names and numbers are never in code (C-01, C-27). */
export interface Contact {
  role: Role | 'employeeAssistance' | 'emergency';
  name: Bilingual;
  /** As it is to be dialled and shown; null when there is none. */
  phone: string | null;
  address: string | null;
}

/** How a tenant decides what Microsoft's pages leave open (`npm run tenant:check`). Everything absent is as usual. */
export interface TenantOutcomes {
  /** Delegated permission for the site. `Sites.Selected` unless named. */
  siteScope?: 'Sites.Selected' | 'Sites.ReadWrite.All' | 'Sites.Manage.All';
  /** False where rows of a list cannot be asked for in an order: then they are put into it here. */
  ordersRows?: boolean;
}

/**
 * What the pane and the tab are told when the service hands out their page (in the page itself, so that no request is
 * needed and it is there when everything else is down). Holds nothing secret.
 */
export interface ClientSettings {
  tenantId: string;
  clientId: string;
  /** For example `https://login.microsoftonline.com/<tenant>`. */
  authority: string;
  /** For example `https://graph.microsoft.com/v1.0`. */
  graphBaseUrl: string;
  /** The scope of our own API, `api://<client id>/access_as_user`. */
  serviceScope: string;
  /** Where Office.js is loaded from: Microsoft's CDN in production. */
  officeScriptUrl: string;
  /** Exact origins of Teams hosts that teams-js may talk to, beyond its own list. */
  teamsHostOrigins: string[];
  site: {
    id: string;
    lists: {
      intake: string;
      incidents: string;
      incidentsHr: string;
      audit: string;
      auditHr: string;
      switchboard: string;
    };
    evidenceDrives: { default: string; hr: string };
  };
  /** The Config list, and the groups whose members keep it. */
  configuration?: { listId: string; keepers: string[] };
  /** How this tenant decides what Microsoft's pages leave open; absent where it is as usual. */
  tenant?: TenantOutcomes;
  /** Where the reporter's client sends the original (COM-6.1-3). */
  itSecurityMailbox: string;
  contacts: Contact[];
  /** As in the Config list, so that the preview says what the service will do; left out where it says nothing. C-12, C-03. */
  hours?: NonNullable<Organisation['hours']>;
  retention?: NonNullable<Organisation['retention']>;
  sites: Site[];
  /** Without their mailboxes. */
  areas: AreaRules[];
  deadlines?: NonNullable<Organisation['deadlines']>;
  /** Roles whose mailbox the Config list names. */
  recipientRoles: Role[];
  organisationName: Bilingual;
  /** Shown on every page of the stand-in tenant; null in production. */
  demoNotice: string | null;
}
