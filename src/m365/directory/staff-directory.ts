import type { StaffDirectory, StaffRecord } from '../../application/ports/directory.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { type Graph, type GraphRequest, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';
import { managerOrNull, userOrNull } from './person-directory.ts';
import { addressesIn, addressesSchema, isActiveStaff, toStaffRecord, userFields, userSchema } from './schema.ts';

/** The directory with the service's rights (application permission User.Read.All). */
export function createStaffDirectory(graph: Graph): StaffDirectory {
  return {
    find: async (id) => {
      const user = await userOrNull(graph, `/users/${segment(id)}`, userSchema);
      return user && isActiveStaff(user) ? toStaffRecord(user) : null;
    },
    reportsOf: (id) => reportsOf(graph, id),
    addressesOf: (id) => addressesOf(graph, id),
    managerOf: (id) => managerOrNull(graph, `/users/${segment(id)}/manager`),
  };
}

/** https://learn.microsoft.com/graph/api/resources/user: `proxyAddresses` comes only when it is asked for. */
async function addressesOf(graph: Graph, id: string): Promise<string[]> {
  const user = await userOrNull(graph, `/users/${segment(id)}`, addressesSchema);
  return user ? addressesIn(user) : [];
}

/** https://learn.microsoft.com/graph/api/user-list-directreports */
async function reportsOf(graph: Graph, id: string): Promise<StaffRecord[]> {
  const request: GraphRequest = {
    method: 'GET',
    path: `/users/${segment(id)}/directReports`,
    query: { $select: userFields, $top: '100' },
  };
  const reports: StaffRecord[] = [];
  let cursor: string | undefined;
  try {
    do {
      const page = await readPage(graph, userSchema, request, cursor);
      reports.push(...page.items.filter(isActiveStaff).map(toStaffRecord));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  } catch (error) {
    if (!isRemoteError(error) || error.code !== 'notFound') throw error;
  }
  return reports;
}
