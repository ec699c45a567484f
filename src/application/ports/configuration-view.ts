/** One row of the Config list as it stands there. */
export interface ConfigurationRow {
  key: string;
  /** JSON, or what somebody took for it. */
  text: string;
  /** UTC, of the last change. */
  changedAt: string | null;
}

/** The Config list with the signed-in person's own rights. Everyone may read it; it is changed in SharePoint alone. F26 */
export interface ConfigurationView {
  /** Whether the person is one of those who keep it: the page is offered to them, and open to all. */
  isKeeper(): Promise<boolean>;
  /** `listUrl` is where it is changed; null when SharePoint does not say. */
  read(): Promise<{ rows: ConfigurationRow[]; listUrl: string | null }>;
}
