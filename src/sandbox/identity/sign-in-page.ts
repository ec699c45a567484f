import { escapeHtml } from '../control/control-page.ts';
import type { SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { personOfPersona } from './directory-store.ts';
import { personas } from './organisation.ts';

/** A page of the stand-in's sign-in. `inside` is HTML. */
export const signInPage = (c: SandboxContext, title: string, inside: string, status: 200 | 400 = 200) =>
  c.html(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:26rem;margin:0 auto;padding:1rem}button{font:inherit;display:block;width:100%;margin:.3rem 0;padding:.4rem;text-align:left}</style></head>
<body><main><p>This stands in for Microsoft’s sign-in. Everyone in it is invented.</p><h1>${title}</h1>${inside}</main></body></html>`,
    status,
  );

/** A button for everybody whom one may be. */
export function personaButtons(tenant: Tenant): string {
  return personas
    .map(({ key }) => {
      const name = personOfPersona(tenant, key)?.displayName ?? key;
      return `<button name="persona" value="${key}">${escapeHtml(name)}</button>`;
    })
    .join('');
}
