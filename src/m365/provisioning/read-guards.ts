import * as v from 'valibot';
import type { SharePointRest } from './sharepoint-rest.ts';

const flag = v.nullish(v.boolean(), false);
const listSchema = v.object({
  Id: v.string(),
  Title: v.string(),
  ItemCount: v.number(),
  Hidden: flag,
  IsCatalog: flag,
  IsApplicationList: flag,
  IsSystemList: flag,
  ReadSecurity: v.nullish(v.number(), 1),
  WriteSecurity: v.nullish(v.number(), 1),
  HasUniqueRoleAssignments: flag,
  NoCrawl: flag,
  EnableAttachments: flag,
  EnableVersioning: flag,
  MajorVersionLimit: v.nullish(v.number(), 0),
  ExcludeFromOfflineClient: flag,
  DisableCommenting: flag,
});
const assignmentSchema = v.object({
  PrincipalId: v.number(),
  Member: v.nullish(v.object({ Title: v.nullish(v.string(), ''), LoginName: v.nullish(v.string(), '') })),
  RoleDefinitionBindings: v.nullish(v.array(v.object({ Id: v.number(), Name: v.nullish(v.string(), '') })), []),
});
const levelSchema = v.object({
  Id: v.number(),
  Name: v.string(),
  BasePermissions: v.object({ High: v.union([v.string(), v.number()]), Low: v.union([v.string(), v.number()]) }),
});
const userSchema = v.object({
  Id: v.number(),
  Title: v.nullish(v.string(), ''),
  LoginName: v.string(),
  IsSiteAdmin: flag,
});
const webSchema = v.object({ MembersCanShare: v.nullish(v.boolean(), true) });
const siteSchema = v.object({ GroupId: v.nullish(v.string(), '') });
const many = <S extends v.GenericSchema>(schema: S) => v.object({ value: v.array(schema) });

export type FoundSettings = v.InferOutput<typeof listSchema>;
export type FoundAssignment = v.InferOutput<typeof assignmentSchema>;
export type FoundUser = v.InferOutput<typeof userSchema>;

/** Who may do what on the site, as SharePoint's own REST shows it. */
export interface FoundGuards {
  lists: FoundSettings[];
  /** By list id; for lists with rights of their own alone. */
  assignments: Map<string, FoundAssignment[]>;
  levels: v.InferOutput<typeof levelSchema>[];
  /** Whom the site has met: a group is here only once somebody asked for it. */
  users: FoundUser[];
  /** Null where an app asks: it holds nothing by itself. */
  self: FoundUser | null;
  membersCanShare: boolean;
  groupId: string;
}

/** Who asks. Whoever may open the site at all may ask this. */
export function readSelf(rest: SharePointRest): Promise<FoundUser> {
  return rest.get(userSchema, 'web/currentuser?$select=Id,Title,LoginName,IsSiteAdmin');
}

/** `list` is the path of a list with rights of its own. */
export async function readHolders(rest: SharePointRest, list: string): Promise<FoundAssignment[]> {
  const path = `${list}/roleassignments?$expand=Member,RoleDefinitionBindings`;
  return (await rest.get(many(assignmentSchema), path)).value;
}

/** Reads only, at once what can be asked at once. `titles` are the lists whose holders matter; `who` asks. */
export async function readGuards(
  rest: SharePointRest,
  titles: readonly string[],
  who: 'person' | 'app' = 'person',
): Promise<FoundGuards> {
  const select = Object.keys(listSchema.entries).join(',');
  // Alone first: where SharePoint refuses whoever asks, it is asked once.
  const { value: lists } = await rest.get(many(listSchema), `web/lists?$select=${select}`);
  const own = lists.filter(({ Title, HasUniqueRoleAssignments }) => HasUniqueRoleAssignments && titles.includes(Title));
  const holders = own.map(async ({ Id }): Promise<[string, FoundAssignment[]]> => {
    return [Id, await readHolders(rest, `web/lists(guid'${Id}')`)];
  });
  const [assignments, levels, users, self, web, site] = await Promise.all([
    Promise.all(holders),
    rest.get(many(levelSchema), 'web/roledefinitions?$select=Id,Name,BasePermissions'),
    rest.get(many(userSchema), 'web/siteusers?$select=Id,Title,LoginName,IsSiteAdmin'),
    who === 'app' ? null : readSelf(rest),
    rest.get(webSchema, 'web?$select=MembersCanShare'),
    rest.get(siteSchema, 'site?$select=GroupId'),
  ]);
  return {
    lists,
    assignments: new Map(assignments),
    levels: levels.value,
    users: users.value,
    self,
    membersCanShare: web.MembersCanShare,
    groupId: site.GroupId,
  };
}

/** Rows that a list holds, by its id. */
export function rowsIn(guards: FoundGuards | null): (listId: string) => number | null {
  return (listId) => guards?.lists.find(({ Id }) => sameId(Id, listId))?.ItemCount ?? null;
}

export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
