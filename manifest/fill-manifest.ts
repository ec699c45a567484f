/** What the manifest leaves open: where an organisation runs the product, and who it is. */
export interface ManifestValues {
  /** Id of the app in Teams, a GUID of its own. */
  TEAMS_APP_ID: string;
  /** Id of the add-in-only manifest, a GUID of its own: the two are linked, so that nobody sees two buttons. */
  OUTLOOK_ADDIN_ID: string;
  /** Client id of the app registration in Entra. */
  APP_CLIENT_ID: string;
  BOT_ID: string;
  /** Origin the pages are served from, without a slash at the end. */
  APP_ORIGIN: string;
  /** Its host, with the port where it has one. */
  APP_HOST: string;
  /** At most 32 characters. */
  ORGANISATION_NAME: string;
  ORGANISATION_URL: string;
  PRIVACY_URL: string;
  TERMS_URL: string;
}

/**
 * Puts the values into the places marked with the name in `${{…}}`. The text stays JSON whatever a value holds. Throws
 * `RangeError` for a mark that has no value: a half-filled manifest would be refused much later, and with less said.
 */
export function fillManifest(text: string, values: ManifestValues): string {
  return text.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as keyof ManifestValues] : undefined;
    if (value === undefined) throw new RangeError(`The manifest asks for ${name}, which has no value.`);
    return JSON.stringify(value).slice(1, -1);
  });
}
