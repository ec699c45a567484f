/**
 * What a difference of the site is about. `missing`: a list, a column, an index or a rule against doubles; `rights`: who may read or change
 * what; `settings`: search, versions, files beside rows, copies on computers; `unseen`: SharePoint does not let the service look;
 * `looks`: words and what else changes nothing for anybody; `pages`: views, formats and forms of SharePoint's own pages.
 */
export const siteFaults = ['missing', 'rights', 'settings', 'unseen', 'looks', 'pages'] as const;
export type SiteFault = (typeof siteFaults)[number];
export type GraveSiteFault = Exclude<SiteFault, 'looks' | 'pages'>;

/** One way in which the site is not as it was made ready. Holds no name and no address of a person, so that it may be logged. */
export interface SiteFinding {
  fault: SiteFault;
  /** A code, for example `indexMissing`. */
  kind: string;
  /** By the plan's name; null where it is the site's. */
  list: string | null;
  /** Column, view, level, setting, or the number by which the site knows whoever holds a right; null where the kind says it all. */
  part: string | null;
}

/** Looks at the one site as it stands now. */
export interface SiteInspection {
  /**
   * Reads only. `withPages` reads views and formats too, which costs twice as many requests; without it no `pages` are found. Empty: as it
   * was made ready. Throws `RemoteError` where it could not be seen, which is never the same as being right.
   */
  inspect(options?: { withPages?: boolean }): Promise<SiteFinding[]>;
}
