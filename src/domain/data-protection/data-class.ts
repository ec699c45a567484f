/**
 * What data protection law makes of a field. `none`: nothing about a person. `ordinary`: personal data. `special`: may tell of health, origin,
 * belief, orientation (UK GDPR article 9). `offence`: may allege a crime of somebody (article 10). A field of free words has the gravest class
 * of what people write there, special before offence where both may stand in it. B-DP-1
 */
export const dataClasses = ['none', 'ordinary', 'special', 'offence'] as const;
export type DataClass = (typeof dataClasses)[number];

/** The class of a field, or of each of its parts; of a list, of each entry. */
export type Classified<T> = DataClass | Parts<NonNullable<T>>;

type Parts<T> = T extends readonly (infer E)[] ? Parts<NonNullable<E>> : T extends object ? DataParts<T> : DataClass;

/** A class for every field: one that is added later does not compile until it has one. */
export type DataParts<T> = { readonly [K in keyof T]-?: Classified<T[K]> };

/** Any of the above, for code that walks through it. */
export type AnyData = DataClass | { readonly [field: string]: AnyData };

/** Paths of all fields by their class, `report.account.bomb.age`; in the order they are declared. */
export function fieldsByClass(data: AnyData): Record<DataClass, string[]> {
  const found: Record<DataClass, string[]> = { none: [], ordinary: [], special: [], offence: [] };
  const walk = (each: AnyData, path: string): void => {
    if (typeof each === 'string') found[each].push(path);
    else for (const [name, inner] of Object.entries(each)) walk(inner, path === '' ? name : `${path}.${name}`);
  };
  walk(data, '');
  return found;
}
