import * as v from 'valibot';
import type { Directory, StaffRecord } from '../../application/ports/directory.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { type Graph, type GraphRequest, literal } from '../graph/client.ts';
import { isActiveStaff, toStaffRecord, userFields, userSchema } from './schema.ts';

const shown = 10;
const searched = ['displayName', 'surname', 'userPrincipalName'] as const;

/** The directory with the signed-in person's own rights. */
export function createDirectory(graph: Graph): Directory {
  return {
    me: async () => toStaffRecord(await graph.json(userSchema, read('/me'))),
    myManager: () => managerOrNull(graph, '/me/manager'),
    search: async (text) => {
      const wanted = text.trim();
      if (wanted.length < 2) return [];
      const $filter = searched.map((field) => `startswith(${field},${literal(wanted)})`).join(' or ');
      const { value } = await graph.json(v.object({ value: v.array(userSchema) }), {
        method: 'GET',
        path: '/users',
        query: { $filter, $select: userFields, $top: '50' },
      });
      return value.filter(isActiveStaff).slice(0, shown).map(toStaffRecord);
    },
  };
}

/** Null when there is none, or the one there is has left. */
export async function managerOrNull(graph: Graph, path: string): Promise<StaffRecord | null> {
  const manager = await userOrNull(graph, path, userSchema);
  return manager && isActiveStaff(manager) ? toStaffRecord(manager) : null;
}

/** With the properties that the schema names. Null when there is none. */
export async function userOrNull<E extends v.ObjectEntries>(
  graph: Graph,
  path: string,
  schema: v.ObjectSchema<E, undefined>,
): Promise<v.InferOutput<v.ObjectSchema<E, undefined>> | null> {
  try {
    return await graph.json(schema, read(path, Object.keys(schema.entries).join(',')));
  } catch (error) {
    if (isRemoteError(error) && error.code === 'notFound') return null;
    throw error;
  }
}

function read(path: string, $select = userFields): GraphRequest {
  return { method: 'GET', path, query: { $select } };
}
