export type FindingKind =
  /** No such path. */
  | 'path'
  /** The path is there, in a form of address that no definition writes down. */
  | 'address'
  /** The endpoint stands on a page of Microsoft's, and in no definition that a program can read. */
  | 'described'
  /** The path is there, and not with this method. */
  | 'method'
  /** A query parameter that the endpoint does not take, or a value it cannot have. */
  | 'query'
  /** A name in `$select`, `$expand`, `$filter` or `$orderby` that is no property of the type. */
  | 'name'
  /** A header that is missing or has no such value. */
  | 'header'
  /** A member of the body that the type does not have, or of another kind. */
  | 'body'
  /** The same of what was answered. */
  | 'answer';

export interface Finding {
  kind: FindingKind;
  /** What it is about: `$orderby`, `message.subject`. */
  what: string;
  why: string;
}

export type Report = (finding: Finding) => void;
