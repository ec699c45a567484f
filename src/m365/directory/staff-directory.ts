import type { StaffDirectory } from '../../application/ports/directory.ts';
import { type Graph, segment } from '../graph/client.ts';
import { managerOrNull, userOrNull } from './person-directory.ts';
import { isActiveStaff, toStaffRecord } from './schema.ts';

/** The directory with the service's rights (application permission User.Read.All). */
export function createStaffDirectory(graph: Graph): StaffDirectory {
  return {
    find: async (id) => {
      const user = await userOrNull(graph, `/users/${segment(id)}`);
      return user && isActiveStaff(user) ? toStaffRecord(user) : null;
    },
    managerOf: (id) => managerOrNull(graph, `/users/${segment(id)}/manager`),
  };
}
