import type { Incident } from '../incident/incident.ts';
import { incidentClasses } from './incident-classes.ts';
import type { AnyClass, AnyList } from './trail-class.ts';

type Scalar = string | number | boolean;

/** `withheld`: characters of a text or entries of a list; null where even that would say too much. Null: nothing is there. */
export type TrailValue = Scalar | Scalar[] | { withheld: number | null } | null;

/** One field that a change made another: its place in the record, for example `tasks[t1].done.at`. */
export interface TrailChange {
  field: string;
  before: TrailValue;
  after: TrailValue;
}

type Leaf = 'value' | 'ref' | 'person' | 'withheld';

/**
 * What a change made of a record, field by field, as far as the trail may say it: old and new value of codes, ids and times, of words only
 * that they changed. Empty when nothing changed that is not the service's own memory. X-AUD-1
 */
export function trailChanges(before: Incident, after: Incident): TrailChange[] {
  return compare('', incidentClasses, before, after);
}

function compare(field: string, rule: AnyClass, before: unknown, after: unknown): TrailChange[] {
  if (rule === 'machinery' || Object.is(before, after)) return [];
  if (typeof rule === 'string') return compareLeaf(field, rule, before, after);
  if (isListRule(rule)) return compareList(field, rule, before, after);
  const parts: Record<string, AnyClass> = rule;
  return Object.entries(parts).flatMap(([name, part]) =>
    compare(field === '' ? name : `${field}.${name}`, part, partOf(before, name), partOf(after, name)),
  );
}

function compareLeaf(field: string, rule: Leaf, before: unknown, after: unknown): TrailChange[] {
  if (isNothing(before, after) && isNothing(after, before)) return [];
  // Somebody's new name is no other person.
  const isSame = rule === 'person' ? partOf(before, 'id') === partOf(after, 'id') : inOrder(before) === inOrder(after);
  return isSame ? [] : [{ field, before: shown(rule, before), after: shown(rule, after) }];
}

function compareList(field: string, { by, each }: AnyList, before: unknown, after: unknown): TrailChange[] {
  const keyed = (list: unknown) =>
    new Map(
      (Array.isArray(list) ? list : []).map((item: unknown, index) => [
        String(by === null ? index : partOf(item, by)),
        item,
      ]),
    );
  const [old, present] = [keyed(before), keyed(after)];
  const keys = new Set([...old.keys(), ...present.keys()]);
  return [...keys].flatMap((key, index) =>
    compare(`${field}[${isRef(key) ? key : index}]`, each, old.get(key), present.get(key)),
  );
}

/** No record has a part that is called `each`. */
function isListRule(rule: Exclude<AnyClass, string>): rule is AnyList {
  return Object.hasOwn(rule, 'each');
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Beside a part that was not there at all, an unticked box says nothing. */
function isNothing(value: unknown, other: unknown): boolean {
  const isBlank = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isBlank || (value === false && other === undefined);
}

function shown(rule: Leaf, value: unknown): TrailValue {
  if (value === undefined || value === null || value === '') return null;
  if (rule === 'person') return String(partOf(value, 'id'));
  if (rule === 'value' || (rule === 'ref' && isRef(value))) return value as Scalar | Scalar[];
  return { withheld: typeof value === 'string' || Array.isArray(value) ? value.length : null };
}

/** Ids of steps and sites come from the reporter's device: one that could be words is taken for words. */
function isRef(value: unknown): boolean {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.every((each) => typeof each === 'string' && /^[\w.:+/@-]{1,100}$/.test(each));
}

/** As JSON with the fields of objects in order, so that two that say the same are the same. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
