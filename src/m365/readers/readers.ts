import * as v from 'valibot';
import type { Readers } from '../../application/ports/readers.ts';
import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';
import { type Graph, segment } from '../graph/client.ts';

const groupsSchema = v.object({ value: v.array(v.string()) });

/**
 * Membership of the groups that provisioning gives a register to. SharePoint cannot be asked on a person's behalf with the app's
 * own token, and the group is what SharePoint trims by. Needs the application permission GroupMember.Read.All.
 */
export class GroupReaders implements Readers {
  readonly #graph: Graph;
  readonly #groups: Record<CaveatBoundary, string[]>;

  constructor(graph: Graph, groups: Record<CaveatBoundary, string[]>) {
    this.#graph = graph;
    this.#groups = groups;
  }

  async mayRead(staffId: string, boundary: CaveatBoundary): Promise<boolean> {
    const groupIds = this.#groups[boundary];
    if (groupIds.length === 0) return false;
    const answer = await this.#graph.json(groupsSchema, {
      method: 'POST',
      path: `/users/${segment(staffId)}/checkMemberGroups`,
      body: { groupIds },
    });
    return answer.value.some((id) => groupIds.includes(id));
  }
}
