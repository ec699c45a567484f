import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

/**
 * Fluent's themes as style rules, with only the tokens that the page's own rules use: the page then has the right
 * colours before any script, follows the system until the host says, and carries no theme in its script.
 */
export function themeRules(css: string): string {
  const used = [...new Set(css.match(/var\(--(\w+)\)/g) ?? [])].map((use) => use.slice('var(--'.length, -1));
  const light = declarations(webLightTheme, used);
  const dark = declarations(webDarkTheme, used);
  const highContrast = declarations(teamsHighContrastTheme, used);
  return [
    `:root{color-scheme:light;${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
    `:root[data-theme=highContrast]{color-scheme:dark;${highContrast}}`,
  ].join('\n');
}

function declarations(theme: Theme, used: string[]): string {
  const values = theme as unknown as Record<string, string | number | undefined>;
  return used
    .map((token) => {
      const value = values[token];
      if (value === undefined) throw new Error(`The style sheet uses "${token}", which is no token of Fluent's.`);
      return `--${token}:${value}`;
    })
    .join(';');
}
