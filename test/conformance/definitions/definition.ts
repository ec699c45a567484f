/**
 * What a value may be: `string`, `number`, `boolean`, `date` (with time and zone), `dateOnly`, `timeOnly`, `duration`, `guid`, `bytes`,
 * `any`, `enum:Name`, `Name` of a type, and any of
 * these with `[]` behind it.
 */
export type Kind = string;

export interface TypeDefinition {
  /** The type whose properties it has too. */
  base?: string;
  properties: Record<string, Kind>;
  /** `@odata.type` of each type that may stand in its place, and that type's name. */
  derived?: Record<string, string>;
}

export interface EndpointDefinition {
  /** In capitals. */
  method: string;
  /** Below the version, each variable part as `{}`: `/sites/{}/lists/{}/items`. */
  path: string;
  /** Query parameters it takes. */
  query: string[];
  /** What its JSON body is; absent where it takes none, `bytes` where it takes a stream. */
  body?: Kind;
  /** What it answers; absent where it answers nothing or the source does not say. */
  answer?: Kind;
  /** Page that describes it, where Microsoft publishes no definition of it that a program can read. */
  page?: string;
}

export interface Definitions {
  /** `name@version` of the packages they were taken from. */
  from: string[];
  endpoints: EndpointDefinition[];
  types: Record<string, TypeDefinition>;
  enums: Record<string, string[]>;
}
