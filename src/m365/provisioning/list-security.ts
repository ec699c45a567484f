import * as v from 'valibot';
import type { SharePointRest } from './sharepoint-rest.ts';
import type { Say } from './site-lists.ts';
import type { ListPlan, SiteGroup } from './site-plan.ts';

type Role = ListPlan['access'][number]['role'];

/** Names of SharePoint's own levels, which every site has; `add` and `answer` are ours. */
const levelNames: Record<Role, string> = {
  read: 'Read',
  add: 'Urddas: add and see own',
  answer: 'Urddas: answer what is asked',
  contribute: 'Contribute',
  fullControl: 'Full Control',
};

/**
 * Read (176, 138612833) and Add Items: nobody who holds it can change or delete a row, nor override the rule that
 * each sees the own rows only (facts 1.7).
 */
const addLevel = { High: '176', Low: String(138612833 | 2) };
/** Read and Edit Items: a question can be answered, and neither made nor deleted. */
const answerLevel = { High: '176', Low: String(138612833 | 4) };

const ownLevels = [
  {
    role: 'add',
    description: 'Adds rows and sees the own ones; changes and deletes none.',
    mask: addLevel,
    order: 140,
  },
  {
    role: 'answer',
    description: 'Fills in rows that are there; adds and deletes none.',
    mask: answerLevel,
    order: 141,
  },
] as const;

const levelsSchema = v.object({ value: v.array(v.object({ Id: v.number(), Name: v.string() })) });
const idSchema = v.object({ Id: v.number() });
const listSchema = v.object({
  ReadSecurity: v.optional(v.number()),
  WriteSecurity: v.optional(v.number()),
  HasUniqueRoleAssignments: v.optional(v.boolean(), false),
});
const assignmentsSchema = v.object({
  value: v.array(
    v.object({
      PrincipalId: v.number(),
      Member: v.optional(v.object({ Title: v.optional(v.string(), ''), LoginName: v.optional(v.string(), '') })),
      RoleDefinitionBindings: v.optional(v.array(v.object({ Id: v.number(), Name: v.optional(v.string()) })), []),
    }),
  ),
});

/** The levels by role; makes ours when the site has not got them. */
export async function ensureLevels(rest: SharePointRest, say: Say): Promise<Record<Role, number>> {
  const { value } = await rest.get(levelsSchema, 'web/roledefinitions?$select=Id,Name');
  const known = new Map(value.map((level) => [level.Name, level.Id]));
  for (const { role, description, mask, order } of ownLevels) {
    const Name = levelNames[role];
    if (known.has(Name)) continue;
    const { Id } = await rest.post(idSchema, 'web/roledefinitions', {
      Name,
      Description: description,
      Order: order,
      BasePermissions: mask,
    });
    known.set(Name, Id);
    say(`permission level "${Name}": created`);
  }
  const idOf = (role: Role) => {
    const id = known.get(levelNames[role]);
    if (id === undefined) throw new Error(`The site has no permission level "${levelNames[role]}".`);
    return id;
  };
  return {
    read: idOf('read'),
    add: idOf('add'),
    answer: idOf('answer'),
    contribute: idOf('contribute'),
    fullControl: idOf('fullControl'),
  };
}

/** The site's own ids of the groups, which a group has only after it was asked for once. */
export async function ensurePrincipals(
  rest: SharePointRest,
  logins: Record<SiteGroup, string>,
): Promise<Record<SiteGroup, number>> {
  const entries: [string, number][] = [];
  for (const [group, logonName] of Object.entries(logins)) {
    const { Id } = await rest.post(idSchema, 'web/ensureuser', { logonName });
    entries.push([group, Id]);
  }
  return Object.fromEntries(entries) as Record<SiteGroup, number>;
}

/** Breaks inheritance once, sets who sees which rows, and gives the planned groups their level. */
export async function ensureListSecurity(
  rest: SharePointRest,
  list: { id: string; plan: ListPlan },
  levels: Record<Role, number>,
  principals: Record<SiteGroup, number>,
  say: Say,
): Promise<void> {
  const { plan } = list;
  const path = `web/lists(guid'${list.id}')`;
  const now = await rest.get(listSchema, `${path}?$select=ReadSecurity,WriteSecurity,HasUniqueRoleAssignments`);
  // Rows before people: a list that is open to everyone must already hide other people's rows.
  const isLibrary = plan.template === 'documentLibrary';
  if (!isLibrary && (now.ReadSecurity !== plan.readSecurity || now.WriteSecurity !== plan.writeSecurity)) {
    await rest.merge(path, { ReadSecurity: plan.readSecurity, WriteSecurity: plan.writeSecurity });
    say(`list ${plan.name}: rows readable ${plan.readSecurity}, writable ${plan.writeSecurity}`);
  }
  if (!now.HasUniqueRoleAssignments) {
    await rest.post(v.unknown(), `${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
    say(`list ${plan.name}: no longer inherits who may read it`);
  }
  const { value: present } = await rest.get(
    assignmentsSchema,
    `${path}/roleassignments?$expand=Member,RoleDefinitionBindings`,
  );
  for (const { group, role } of plan.access) {
    const [principal, level] = [principals[group], levels[role]];
    const own = present.find((assignment) => assignment.PrincipalId === principal)?.RoleDefinitionBindings ?? [];
    if (!own.some((binding) => binding.Id === level)) {
      await rest.post(
        v.unknown(),
        `${path}/roleassignments/addroleassignment(principalid=${principal},roledefid=${level})`,
      );
      say(`list ${plan.name}: ${group} may ${role}`);
    }
    for (const other of own.filter((binding) => binding.Id !== level && !isLimited(binding.Name))) {
      say(`list ${plan.name}: ${group} also holds "${other.Name ?? other.Id}", left as it is`);
    }
  }
  const planned = new Set(plan.access.map(({ group }) => principals[group]));
  for (const { PrincipalId, Member, RoleDefinitionBindings } of present) {
    // An app's entry gives no person anything; what apps may do is their grant's business.
    if (planned.has(PrincipalId) || Member?.LoginName.startsWith('i:0i.t|')) continue;
    const names = RoleDefinitionBindings.map((binding) => binding.Name ?? String(binding.Id));
    if (names.every(isLimited)) continue;
    say(`list ${plan.name}: "${Member?.Title ?? PrincipalId}" holds "${names.join(', ')}", which is not in the plan`);
  }
}

/** What SharePoint gives by itself so that someone can reach an item below. */
function isLimited(name: string | undefined): boolean {
  return name === 'Limited Access' || name === 'Web-Only Limited Access';
}
