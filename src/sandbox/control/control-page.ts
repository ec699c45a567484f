import { personOfPersona } from '../identity/directory-store.ts';
import { organisation, personas } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
  pre, code { font: 13px/1.45 ui-monospace, monospace; } pre { overflow-x: auto; padding: .8rem; border: 1px solid #8886; border-radius: .4rem; }
  .note { border-left: .3rem solid #b35c00; padding: .4rem .8rem; }
  button { font: inherit; }
`;

const examples = (origin: string) => [
  [
    'A token for a persona',
    `curl -s ${origin}/sandbox/token -H 'content-type: application/json' -d '{"persona":"reporter","scopes":["User.Read","Mail.Read"]}'`,
  ],
  [
    'A token for an app alone',
    `curl -s ${origin}/sandbox/token -H 'content-type: application/json' -d '{"app":"<client id>","scopes":["User.Read.All"]}'`,
  ],
  ['Ask Graph', `curl -s ${origin}/graph/v1.0/me -H "authorization: Bearer $TOKEN"`],
  [
    'The next three writes to a list are throttled',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph","method":"POST","path":"*/lists/*/items"},"times":3,"effect":{"kind":"status","status":429,"retryAfter":2}}'`,
  ],
  [
    'The write goes through, the answer says 500',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"method":"POST","path":"*/lists/*/items"},"effect":{"kind":"status","status":500,"after":true}}'`,
  ],
  [
    'The connection breaks after the work',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph","path":"*/sendMail"},"effect":{"kind":"drop","after":true}}'`,
  ],
  [
    'Uploads break after the second chunk',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"upload"},"effect":{"kind":"breakUpload","afterChunks":2}}'`,
  ],
  [
    'Tokens have run out',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph","persona":"reporter"},"effect":{"kind":"tokenExpired"}}'`,
  ],
  [
    'A scope is missing',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph","path":"*/manager"},"times":null,"effect":{"kind":"missingScope"}}'`,
  ],
  [
    'A delta token is too old',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph"},"effect":{"kind":"deltaGone"}}'`,
  ],
  [
    'Webhooks: never, late, twice',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"webhook"},"times":null,"effect":{"kind":"webhook","delivery":"late","delaySeconds":30}}'`,
  ],
  [
    'The bot is not installed',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"connector"},"times":null,"effect":{"kind":"notInstalled"}}'`,
  ],
  [
    'A card action times out',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"invoke"},"effect":{"kind":"timeout"}}'`,
  ],
  [
    'The sign-in asks for another factor',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"signin","persona":"reporter"},"effect":{"kind":"signIn","refusal":"interaction_required"}}'`,
  ],
  [
    'Everything is slow',
    `curl -s ${origin}/sandbox/faults -H 'content-type: application/json' -d '{"match":{"part":"graph"},"times":null,"effect":{"kind":"delay","milliseconds":1500}}'`,
  ],
  ['Take all faults away', `curl -s -X DELETE ${origin}/sandbox/faults`],
  [
    'Move the clock a day on',
    `curl -s ${origin}/sandbox/clock -H 'content-type: application/json' -d '{"advanceSeconds":86400}'`,
  ],
  ['Fill the register', `curl -s ${origin}/sandbox/seed -H 'content-type: application/json' -d '{"incidents":50000}'`],
  [
    'Somebody leaves; somebody has no manager',
    `curl -s -X PATCH ${origin}/sandbox/people/reporter -H 'content-type: application/json' -d '{"manager":null}'`,
  ],
  ['What was asked, and what it cost', `curl -s '${origin}/sandbox/requests?since=0'; curl -s ${origin}/sandbox/usage`],
  ['Start again', `curl -s -X POST ${origin}/sandbox/reset`],
];

/** The page that shows the switches; every switch is one HTTP request, so the page is mostly their documentation. */
export function controlPage(tenant: Tenant): string {
  const faults = tenant.faults.list();
  const faultRows = faults
    .map(
      (
        rule,
      ) => `<tr><td><code>${escapeHtml(JSON.stringify(rule.match))}</code></td><td><code>${escapeHtml(JSON.stringify(rule.effect))}</code></td>
        <td>${rule.hits} of ${rule.times ?? 'any number'}</td><td><button type="button" data-remove="${escapeHtml(rule.id)}">Remove</button></td></tr>`,
    )
    .join('');
  const personaRows = personas
    .map(({ key, description }) => {
      const person = personOfPersona(tenant, key);
      return `<tr><td><code>${key}</code></td><td>${escapeHtml(person?.displayName ?? '')}</td><td>${escapeHtml(person?.userPrincipalName ?? '')}</td><td>${escapeHtml(description)}</td></tr>`;
    })
    .join('');
  const exampleBlocks = examples(tenant.origin)
    .map(([title = '', command = '']) => `<h3>${escapeHtml(title)}</h3><pre>${escapeHtml(command)}</pre>`)
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Control page of the stand-in tenant</title><style>${style}</style></head><body>
<h1>Control page of the stand-in tenant</h1>
<p class="note">This is a stand-in for Microsoft 365, with an invented organisation (${escapeHtml(organisation.name)}). It is not Microsoft 365 and holds no real person's data.</p>
<p>Clock: <time>${tenant.clock.now().toISOString()}</time> · Graph: <code>${tenant.origin}/graph/v1.0</code> · tenant <code>${tenant.tenantId}</code> · <a href="/">Host pages</a></p>
<h2>Faults that are switched on</h2>
${faults.length === 0 ? '<p>None.</p>' : `<table><thead><tr><th>When</th><th>What happens</th><th>Has acted</th><th><span hidden>Remove</span></th></tr></thead><tbody>${faultRows}</tbody></table>`}
<h2>Personas</h2>
<table><thead><tr><th>Key</th><th>Name</th><th>Address</th><th>Who it is</th></tr></thead><tbody>${personaRows}</tbody></table>
<h2>The switches</h2>
<p>A fault acts on what matches it: <code>part</code> (graph, login, connector, sharepoint, upload, signin, webhook, invoke, host), <code>method</code>,
<code>path</code> (with <code>*</code>), text in the <code>body</code>, <code>persona</code>, <code>app</code>. It lets <code>skip</code> matches by, acts <code>times</code> (1; null: until removed).</p>
${exampleBlocks}
<script>
  document.addEventListener('click', async (event) => {
    const id = event.target.dataset?.remove;
    if (id && (await fetch('/sandbox/faults/' + id, { method: 'DELETE' })).ok) location.reload();
  });
</script>
</body></html>`;
}
