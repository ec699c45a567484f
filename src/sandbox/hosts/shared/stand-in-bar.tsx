import type { HostSession } from './host-session.ts';

/** The line on every host page that says what it is, and lets one become another person. */
export function StandInBar({ product, session }: { product: string; session: HostSession }) {
  return (
    <header className="stand-in">
      <p>
        This is a stand-in for <strong>{product}</strong>, made for trying and testing. Everyone in it is invented.
      </p>
      <label>
        Signed in as{' '}
        <select
          value={session.persona.key}
          onChange={(event) => {
            const url = new URL(window.location.href);
            url.searchParams.set('persona', event.target.value);
            window.location.assign(url);
          }}
        >
          {session.personas.map((persona) => (
            <option key={persona.key} value={persona.key}>
              {persona.displayName} ({persona.key})
            </option>
          ))}
        </select>
      </label>
      <a href="/">All pages</a>
    </header>
  );
}
