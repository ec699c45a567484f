import type { ListPlan } from './site-plan.ts';

/** Settings of a list that Graph has no door to. https://learn.microsoft.com/dotnet/api/microsoft.sharepoint.client.list */
export interface ListSettings {
  /** Kept out of search, and so out of everything that is built upon it. */
  NoCrawl: boolean;
  /** Files beside a row, which none of our rules about evidence knows. */
  EnableAttachments: boolean;
  EnableVersioning: boolean;
  /** Earlier versions kept of a row. */
  MajorVersionLimit: number;
  /** Kept off people's computers. */
  ExcludeFromOfflineClient: boolean;
  /** Comments of SharePoint's own beside a row: they are in no history of ours. */
  DisableCommenting: boolean;
}

/** Versions kept where a row may be restored: more than a report is ever worked on. */
export const versions = 100;

/** Decision 0172 says why each. A larger number of versions than planned is left as it is. */
export function plannedSettings({ name, template }: ListPlan): Partial<ListSettings> {
  // Everyone reads Config anyway.
  const isOpen = name === 'Config';
  const isLibrary = template === 'documentLibrary';
  const isRestored = isOpen || name === 'Incidents' || name === 'IncidentsHR';
  return {
    ...(isOpen ? {} : { NoCrawl: true, ExcludeFromOfflineClient: true }),
    ...(isLibrary ? {} : { EnableAttachments: false, DisableCommenting: true }),
    ...(isRestored ? { EnableVersioning: true, MajorVersionLimit: versions } : {}),
  };
}
