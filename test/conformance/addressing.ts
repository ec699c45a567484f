export interface Addressed {
  /** Path as the definitions have it, ids left in. */
  path: string;
  /** Name of the form of address that was used, as the list of exceptions has it; null where the definitions have it themselves. */
  form: string | null;
}

const forms: [RegExp, string, string][] = [
  [/^\/sites\/([^/:]+):\/(.+?):?$/, "/sites/$1/getByPath(path='{}')", 'a site by its path'],
  [/^\/drives\/([^/]+)\/(?:root|items\/[^/]+):\/.+:\/(\w+)$/, '/drives/$1/items/by-path/$2', 'a file by its path'],
  [/^\/drives\/([^/]+)\/(?:root|items\/[^/]+):\/[^:]+:?$/, '/drives/$1/items/by-path', 'a file by its path'],
  [/^\/drives\/([^/]+)\/root\/(\w+)$/, '/drives/$1/items/root/$2', 'the root of a drive as an item'],
];

/**
 * Turns the documented forms of address into those of the definitions: `/me` is the signed-in person's
 * `/users/{id}`, a function may be written without its brackets, and files and sites may be named by path.
 */
export function address(path: string): Addressed {
  const own = path.replace(/^\/me(?=\/|$)/, '/users/me').replace(/\/delta$/, '/delta()');
  for (const [pattern, to, form] of forms) {
    if (pattern.test(own)) return { path: own.replace(pattern, to), form };
  }
  return { path: own, form: null };
}
