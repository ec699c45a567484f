import type { Difference, OwnLevel } from './difference.ts';
import { type ListSettings, plannedSettings } from './list-settings.ts';
import { type FoundAssignment, type FoundGuards, type FoundSettings, type FoundUser, sameId } from './read-guards.ts';
import { type FoundList, findList } from './read-structure.ts';
import { type Holders, isApp, isLimited, levelNames, loginOf, ownLevels, sameLogin } from './site-levels.ts';
import type { ListPlan } from './site-plan.ts';

const noGroup = '00000000-0000-0000-0000-000000000000';

/** What is wrong with who may read and write, and with settings that only SharePoint's own REST shows. */
export function compareGuards(
  guards: FoundGuards,
  lists: readonly FoundList[],
  plans: readonly ListPlan[],
  holders: Holders,
): Difference[] {
  const ofLists = plans.flatMap((plan) => {
    const id = findList(lists, plan.name)?.id;
    const settings = id === undefined ? undefined : guards.lists.find((list) => sameId(list.Id, id));
    return compareList(guards, plan, settings, holders);
  });
  return [...compareSite(guards), ...ofLists];
}

function compareSite({ levels, membersCanShare, groupId, users }: FoundGuards): Difference[] {
  const differences: Difference[] = [];
  for (const level of Object.keys(ownLevels) as OwnLevel[]) {
    const found = levels.find(({ Name }) => Name === levelNames[level]);
    const { High, Low } = ownLevels[level].mask;
    if (!found) differences.push({ effort: 'make', kind: 'levelMissing', level });
    else if (String(found.BasePermissions.High) !== High || String(found.BasePermissions.Low) !== Low) {
      differences.push({ effort: 'byHand', kind: 'levelOfOtherRights', level });
    }
  }
  if (membersCanShare) differences.push({ effort: 'change', kind: 'membersMayShare' });
  if (groupId !== '' && groupId !== noGroup) differences.push({ effort: 'byHand', kind: 'ownedByGroup' });
  const administrators = users.filter(({ IsSiteAdmin, LoginName }) => IsSiteAdmin && !isApp(LoginName));
  const named = administrators.map(({ Id, Title, LoginName }): Difference => {
    return { effort: 'note', kind: 'siteAdministrator', name: Title || LoginName, principalId: Id };
  });
  return [...differences, ...named];
}

/** `found` is absent for a list that is still to be made: SharePoint makes it open to the site, and searched. */
function compareList(
  guards: FoundGuards,
  plan: ListPlan,
  found: FoundSettings | undefined,
  holders: Holders,
): Difference[] {
  const { name: list, readSecurity, writeSecurity } = plan;
  const differences: Difference[] = [];
  // Rows before people: a list that is open to everyone must already hide other people's rows.
  const [read, write] = [found?.ReadSecurity ?? 1, found?.WriteSecurity ?? 1];
  if (plan.template !== 'documentLibrary' && (read !== readSecurity || write !== writeSecurity)) {
    differences.push({ effort: 'change', kind: 'rowRules', list, readSecurity, writeSecurity });
  }
  if (!found?.HasUniqueRoleAssignments) {
    differences.push({ effort: 'change', kind: 'inheritsRights', list });
    differences.push(...leftBehind(guards.self, list));
  }
  const present = (found && guards.assignments.get(found.Id)) ?? [];
  return [...differences, ...compareHolders(guards, plan, present, holders), ...compareSettings(plan, found)];
}

/** Ending the inheritance gives full control to whoever ends it: known beforehand, so that a plan says all that apply will do. */
function leftBehind(self: FoundUser | null, list: string): Difference[] {
  if (!self?.IsSiteAdmin || isApp(self.LoginName)) return [];
  return [{ effort: 'change', kind: 'ownRightLeft', list, principalId: self.Id }];
}

function compareHolders(
  { self }: FoundGuards,
  plan: ListPlan,
  present: readonly FoundAssignment[],
  holders: Holders,
): Difference[] {
  const list = plan.name;
  const loginIn = ({ Member }: FoundAssignment) => Member?.LoginName ?? '';
  const missing = plan.access
    .filter(({ group, role }) => {
      const own = present.filter((one) => sameLogin(loginIn(one), loginOf(holders, group)));
      return !own.some(({ RoleDefinitionBindings }) =>
        RoleDefinitionBindings.some(({ Name }) => Name === levelNames[role]),
      );
    })
    .map(({ group, role }): Difference => ({ effort: 'make', kind: 'holderMissing', list, group, role }));
  const extra = present.flatMap((one): Difference[] => {
    if (isApp(loginIn(one))) return [];
    const access = plan.access.find(({ group }) => sameLogin(loginIn(one), loginOf(holders, group)));
    const levels = one.RoleDefinitionBindings.map(({ Name, Id }) => Name || String(Id)).filter(
      (level) => !isLimited(level) && (access === undefined || level !== levelNames[access.role]),
    );
    if (levels.length === 0) return [];
    if (access?.before && levels.every((level) => level === levelNames[access.before ?? access.role])) {
      const { group, role, before } = access;
      return [{ effort: 'byHand', kind: 'earlierLevel', list, group, role, before }];
    }
    if (self?.IsSiteAdmin && one.PrincipalId === self.Id && levels.every((level) => level === levelNames.fullControl)) {
      return [{ effort: 'change', kind: 'ownRightLeft', list, principalId: self.Id }];
    }
    const holder = one.Member?.Title || loginIn(one);
    return [{ effort: 'byHand', kind: 'holderUnplanned', list, holder, principalId: one.PrincipalId, levels }];
  });
  return [...missing, ...extra];
}

function compareSettings(plan: ListPlan, found: FoundSettings | undefined): Difference[] {
  const wanted = Object.entries(plannedSettings(plan)) as [keyof ListSettings, boolean | number][];
  const differing = wanted.filter(([setting, value]) => {
    const now = found?.[setting];
    return typeof value === 'number' ? Number(now ?? 0) < value : now !== value;
  });
  if (differing.length === 0) return [];
  return [{ effort: 'change', kind: 'settingsDiffer', list: plan.name, settings: Object.fromEntries(differing) }];
}
