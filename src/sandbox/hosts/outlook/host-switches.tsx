import { capabilityWords, clientNames, clients, lacks } from './clients.ts';
import { type HostProfile, locales, themes } from './host-profile.ts';

const themeWords: Record<HostProfile['theme'], string> = {
  light: 'Light',
  dark: 'Dark',
  highContrast: 'High contrast',
};
const localeWords: Record<HostProfile['locale'], string> = { 'en-GB': 'English', 'cy-GB': 'Cymraeg' };

/** The switches that a real Outlook has in its settings, or has by being another Outlook. */
export function HostSwitches({
  profile,
  onChange,
}: {
  profile: HostProfile;
  onChange(part: Partial<HostProfile>): void;
}) {
  return (
    <div className="switches">
      <label>
        Theme{' '}
        <select
          value={profile.theme}
          onChange={(event) => onChange({ theme: themes.find((theme) => theme === event.target.value) ?? 'light' })}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {themeWords[theme]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Outlook’s language{' '}
        <select
          value={profile.locale}
          onChange={(event) => onChange({ locale: locales.find((locale) => locale === event.target.value) ?? 'en-GB' })}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeWords[locale]}
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>An older or broken Outlook</summary>
        <label>
          Which Outlook{' '}
          <select
            value={profile.client}
            onChange={(event) => onChange({ client: clientNames.find((name) => name === event.target.value) ?? 'web' })}
          >
            {clientNames.map((name) => (
              <option key={name} value={name}>
                {clients[name].words}
              </option>
            ))}
          </select>
        </label>
        {lacks.map((capability) => (
          <label key={capability}>
            <input
              type="checkbox"
              checked={profile.without.includes(capability)}
              onChange={(event) =>
                onChange({
                  without: lacks.filter((known) =>
                    known === capability ? event.target.checked : profile.without.includes(known),
                  ),
                })
              }
            />{' '}
            {capabilityWords[capability]}
          </label>
        ))}
      </details>
    </div>
  );
}
