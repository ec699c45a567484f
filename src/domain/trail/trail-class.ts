/**
 * What the trail says of a field when it changes. `value`: a code, number or yes/no, before and after. `ref`: an id, time, date or hash,
 * likewise. `person`: somebody of the directory, by id alone. `withheld`: words, and whatever is personal or about health: that it changed and
 * how long it is, never what it says. `machinery`: nothing, because it is the service's own memory, follows from another field, or has
 * entries of its own. X-AUD-1, X-SAFE-1
 */
type Anything = 'machinery' | 'withheld';
type Scalar = string | number | boolean;

/** A string that can hold any words is never a `value`: whoever adds one has to say what it is. */
type Leaf<T> = string extends T ? 'ref' : 'value';

/** The class of a type, with every field of it: one that is added later does not compile until it has a class. */
export type ClassOf<T> = Anything | Shown<NonNullable<T>>;

type Shown<T> = [T] extends [Scalar]
  ? Leaf<T>
  : [T] extends [readonly (infer E)[]]
    ? [E] extends [Scalar]
      ? Leaf<E>
      : ListOf<E>
    : [T] extends [{ id: string; name: string }]
      ? 'person' | PartsOf<T>
      : PartsOf<T>;

/** `by` tells the entries of a list apart; null where only their order does. */
interface ListOf<E> {
  by: (keyof E & string) | null;
  each: ClassOf<E>;
}

export type PartsOf<T> = { readonly [K in keyof T]-?: ClassOf<T[K]> };

/** Any class, for code that walks through one. */
export type AnyClass = Anything | 'value' | 'ref' | 'person' | AnyList | { readonly [field: string]: AnyClass };

export interface AnyList {
  readonly by: string | null;
  readonly each: AnyClass;
}
