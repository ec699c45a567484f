import type { ListSettings } from './list-settings.ts';
import type { SiteGroup, SiteRole } from './site-plan.ts';

export type Role = SiteRole;

/** The permission levels the plan adds to SharePoint's own. */
export type OwnLevel = 'add' | 'answer' | 'keep';

/**
 * One way in which a site is not as planned. `make` and `change` are carried out by `apply`; `byHand` is for a person to decide, because
 * carrying it out would delete something, take a right away, or cannot be done; `note` is no fault and is only said.
 */
export type Difference = { effort: 'make' | 'change' | 'byHand' | 'note' } & Kind;

type Kind =
  // Seen over Graph alone.
  | { kind: 'listMissing'; list: string }
  | { kind: 'listOfOtherShape'; list: string; found: string }
  | { kind: 'listUnplanned'; list: string }
  /** Empty, and made by somebody else under a name of ours. */
  | { kind: 'listTakenOver'; list: string }
  | { kind: 'columnMissing'; list: string; column: string }
  | { kind: 'columnOfOtherType'; list: string; column: string; wanted: string; found: string }
  /** `rows` is how many the list holds where that was read: past 20 000 SharePoint makes no index any more. */
  | { kind: 'indexMissing'; list: string; column: string; rows: number | null }
  | { kind: 'notUnique'; list: string; column: string; rows: number | null }
  | { kind: 'choicesMissing'; list: string; column: string; choices: string[] }
  | { kind: 'columnRequired'; list: string; column: string }
  | { kind: 'columnUnworded'; list: string; column: string; what: ('name' | 'description')[] }
  | { kind: 'columnRenamed'; list: string; column: string; found: string }
  | { kind: 'columnUnplanned'; list: string; column: string }
  // Seen over SharePoint's own REST.
  | { kind: 'levelMissing'; level: OwnLevel }
  | { kind: 'levelOfOtherRights'; level: OwnLevel }
  | { kind: 'membersMayShare' }
  | { kind: 'ownedByGroup' }
  | { kind: 'siteAdministrator'; name: string; principalId: number }
  | { kind: 'rowRules'; list: string; readSecurity: 1 | 2; writeSecurity: 1 | 2 | 4 }
  | { kind: 'inheritsRights'; list: string }
  | { kind: 'holderMissing'; list: string; group: SiteGroup; role: Role }
  /** Somebody holds a level that the plan does not give them, or a planned group holds another one besides. */
  | { kind: 'holderUnplanned'; list: string; holder: string; principalId: number; levels: string[] }
  /** A planned group still holds besides what it got from an earlier plan. */
  | { kind: 'earlierLevel'; list: string; group: SiteGroup; role: Role; before: Role }
  /** What SharePoint leaves to whoever ended the inheritance, and who has everything here as the site's administrator anyway. */
  | { kind: 'ownRightLeft'; list: string; principalId: number }
  | { kind: 'settingsDiffer'; list: string; settings: Partial<ListSettings> }
  | { kind: 'viewMissing'; list: string; view: string }
  | { kind: 'viewDiffers'; list: string; view: string; viewId: string; what: ViewPart[] }
  | { kind: 'formatDiffers'; list: string; column: string }
  | { kind: 'shownInForm'; list: string; columns: string[] }
  // The app, and what the service reads.
  | { kind: 'grantMissing'; app: string; grantId: string | null }
  | { kind: 'configMissing'; key: string }
  | { kind: 'configDiffers'; key: string };

export type ViewPart = 'name' | 'columns' | 'rows' | 'default';

/** The list a difference is in, or null when it is the site's. */
export function listOf(difference: Difference): string | null {
  return 'list' in difference ? difference.list : null;
}

/** True for what `apply` carries out. */
export function isCarriedOut({ effort }: Difference): boolean {
  return effort === 'make' || effort === 'change';
}
