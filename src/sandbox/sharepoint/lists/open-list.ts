import { type ListAccess, openList, requireRight } from '../access/effective-rights.ts';
import { ensureCaller, type Principal } from '../access/principals.ts';
import { itemNotFound } from '../failures.ts';
import type { Call } from '../routing.ts';
import type { Site } from '../sites/site-store.ts';
import { findList, type ListRecord } from './list-store.ts';

/** A list that the caller has been let into. */
export interface OpenedList {
  list: ListRecord;
  access: ListAccess;
  /** The caller's own row among the site's people. */
  self: Principal;
}

export function openListFor(call: Call, site: Site, list: ListRecord): OpenedList {
  const self = ensureCaller(call.services, site.number, call.caller);
  return { list, access: openList(call.services, site, list, call.caller, self.id), self };
}

/** The list named in the path, if the caller may read it and has the right besides. */
export function openCalledList(call: Call, site: Site, right = 0): OpenedList {
  const list = findList(call.services, site.number, call.params.list ?? '');
  if (!list) throw itemNotFound();
  const opened = openListFor(call, site, list);
  requireRight(opened.access, right);
  return opened;
}
