import type { SandboxContext } from '../../http.ts';
import { invalidRequest } from '../failures.ts';
import { type FilterNode, parseFilter } from '../odata/filter-syntax.ts';

type Entry = Record<string, unknown>;

function fieldValue(entry: Entry, field: string): unknown {
  if (!(field in entry)) throw invalidRequest(`The field or property '${field}' does not exist.`);
  const value = entry[field];
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function holds(entry: Entry, node: FilterNode): boolean {
  if (node.kind === 'not') return !holds(entry, node.inner);
  if (node.kind !== 'compare') {
    const [left, right] = [holds(entry, node.left), holds(entry, node.right)];
    return node.kind === 'and' ? left && right : left || right;
  }
  const wanted = typeof node.value === 'string' ? node.value.toLowerCase() : node.value;
  const value = fieldValue(entry, node.field);
  if (node.comparator === 'eq') return value === wanted;
  if (node.comparator === 'ne') return value !== wanted;
  if (node.comparator === 'startswith') return String(value).startsWith(String(wanted));
  throw invalidRequest(`The operator '${node.comparator}' is not supported here.`);
}

/** `Member/Title` keeps all of `Member`. */
function projected(entry: Entry, select: string): Entry {
  const wanted = select.split(',').map((name) => name.trim().split('/')[0] ?? '');
  if (wanted.includes('*')) return entry;
  for (const name of wanted) fieldValue(entry, name);
  return Object.fromEntries(Object.entries(entry).filter(([name]) => wanted.includes(name)));
}

/** Applies `$filter`, `$top` and `$select`; refuses the options that SharePoint has and this stand-in has not. */
export function applyRestOptions(c: SandboxContext, value: unknown): unknown {
  const refused = ['$orderby', '$skip', '$skiptoken'].find((name) => c.req.query(name) !== undefined);
  if (refused !== undefined) throw invalidRequest(`The stand-in does not answer ${refused} here.`);
  const { $filter: filter, $top: top, $select: select } = c.req.query();
  const shown = (entry: Entry) => (select === undefined ? entry : projected(entry, select));
  if (!Array.isArray(value)) return select === undefined || typeof value !== 'object' ? value : shown(value as Entry);
  const node = filter === undefined ? null : parseFilter(filter);
  const kept = (value as Entry[]).filter((entry) => node === null || holds(entry, node));
  if (top !== undefined && !/^[1-9]\d*$/.test(top)) throw invalidRequest('The value of $top is not valid.');
  return kept.slice(0, top === undefined ? kept.length : Number(top)).map(shown);
}
