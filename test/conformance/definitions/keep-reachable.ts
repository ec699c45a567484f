import type { Definitions, Kind, TypeDefinition } from './definition.ts';

const bare = (kind: Kind) => kind.replaceAll('[]', '');

/**
 * Leaves only what the endpoints can reach within `depth` steps from a body or an answer. A kind that was left out becomes
 * `unread:Name`: whoever meets it has to reach further, instead of taking anything for right.
 */
export function keepReachable(all: Definitions, roots: string[], depth: number): Definitions {
  const types: Record<string, TypeDefinition> = {};
  const enums: Record<string, string[]> = {};
  let edge = [...new Set([...all.endpoints.flatMap(({ body, answer }) => [body, answer]), ...roots])];
  for (let step = 0; step <= depth; step += 1) {
    const next: Kind[] = [];
    for (const kind of edge) {
      const name = kind && bare(kind);
      const found = name && !types[name] && all.types[name];
      if (!name || !found) continue;
      types[name] = found;
      const inherited = chainOf(all, found);
      next.push(...Object.values(found.derived ?? {}));
      for (const type of [found, ...inherited.map((each) => all.types[each])])
        next.push(...Object.values(type?.properties ?? {}));
    }
    edge = [...new Set(next)];
    // What a kept type stands on, and what may stand in its place, is kept with it.
    for (const name of Object.keys(types)) addRelated(all, types, name);
  }
  for (const type of Object.values(types)) {
    for (const kind of Object.values(type.properties)) {
      const name = /^enum:(\w+)/.exec(kind)?.[1];
      if (name) enums[name] = all.enums[name] ?? [];
    }
  }
  return { ...all, types: markUnread(all, types), enums };
}

function chainOf(all: Definitions, type: TypeDefinition): string[] {
  const base = type.base && all.types[type.base];
  return type.base && base ? [type.base, ...chainOf(all, base)] : [];
}

function addRelated(all: Definitions, types: Record<string, TypeDefinition>, name: string): void {
  const type = all.types[name];
  if (!type) return;
  // Everything in Graph stands in the place of an Entity: that would keep all of it.
  const inItsPlace = name === 'Entity' ? [] : Object.values(type.derived ?? {});
  for (const each of [...chainOf(all, type), ...inItsPlace]) {
    const found = all.types[each];
    if (found) types[each] ??= found;
  }
}

function markUnread(all: Definitions, types: Record<string, TypeDefinition>): Record<string, TypeDefinition> {
  const marked = Object.entries(types).map(([name, type]) => {
    const properties = Object.entries(type.properties).map(([key, kind]) => {
      const isLeftOut = bare(kind) in all.types && !(bare(kind) in types);
      return [key, isLeftOut ? `unread:${kind}` : kind] as const;
    });
    const derived = Object.entries(type.derived ?? {}).filter(([, each]) => each in types);
    const { derived: _, ...rest } = type;
    return [
      name,
      {
        ...rest,
        properties: Object.fromEntries(properties),
        ...(derived.length > 0 && { derived: Object.fromEntries(derived) }),
      },
    ] as const;
  });
  return Object.fromEntries(marked.sort(([one], [other]) => (one < other ? -1 : 1)));
}
