import { escapeHtml } from '../control/control-page.ts';
import type { SandboxApp } from '../http.ts';
import { personOfPersona } from '../identity/directory-store.ts';
import { organisation, personas } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { clientNames, clients } from './outlook/clients.ts';

const hosts = [
  ['outlook', 'Outlook'],
  ['teams', 'Teams'],
  ['sharepoint', 'SharePoint'],
] as const;

const style = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .4rem .7rem; border-bottom: 1px solid #8886; }
  th[scope=row] { font-weight: 600; }
  .note { border-left: .3rem solid #b35c00; padding: .4rem .8rem; }
`;

function launcherPage(tenant: Tenant): string {
  const rows = personas.map(({ key, description }) => {
    const name = personOfPersona(tenant, key)?.displayName ?? key;
    const links = hosts.map(
      ([path, title]) =>
        `<td><a href="/${path}?persona=${key}" aria-label="${escapeHtml(`${title} as ${name}`)}">${title}</a></td>`,
    );
    return `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(description)}</td>${links.join('')}</tr>`;
  });
  const outlooks = clientNames
    .map((name) => `<a href="/outlook?client=${name}">${escapeHtml(clients[name].words)}</a>`)
    .join(', ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Stand-in tenant</title><style>${style}</style></head><body><main>
<h1>Stand-in tenant</h1>
<p class="note">This stands in for Microsoft 365 so that the app can be tried and tested. ${escapeHtml(organisation.name)} and everyone in it are invented.</p>
<p>Choose a person and where to be that person.</p>
<table><thead><tr><th scope="col">Person</th><th scope="col">Who it is</th><th scope="col" colspan="3">Go to</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<p>Outlook can be another one: ${outlooks}.</p>
<p><a href="/sandbox">Control page</a>: clock, faults, tokens for any Graph client.</p>
</main></body></html>`;
}

/** The first page: every host page for every persona. */
export function registerLauncher(app: SandboxApp, tenant: Tenant): void {
  app.get('/', (c) => c.html(launcherPage(tenant)));
}
