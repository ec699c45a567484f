import { type Addressed, address } from './addressing.ts';
import type { Definitions } from './definitions/definition.ts';
import { sharePointDefinitions, signInDefinitions, transferDefinitions } from './definitions/other-surfaces.ts';
import { connectorDefinitions, graphDefinitions } from './definitions.ts';
import type { Exchange } from './recording.ts';

/** One of Microsoft's services, and what is known of it. */
export interface Surface {
  name: string;
  definitions: Definitions;
  /** Path below the surface, as its definitions have it; null where this is no path of it. */
  pathOf: (path: string) => Addressed | null;
}

const below = (start: RegExp, rename: (path: string) => string = (path) => path) => {
  return (path: string): Addressed | null =>
    start.test(path) ? { path: rename(path.replace(start, '')), form: null } : null;
};

/** Arguments of SharePoint's functions are parts of a path: `lists(guid'…')`. */
const withoutArguments = (path: string) =>
  path
    .replace(/guid'[^']*'/gi, "guid'{}'")
    .replace(/(\w+)=[^,()']+/g, '$1={}')
    .replace(/\('[^']*'\)/g, "('{}')")
    .replace(/\((\d+|true|false)\)/g, '({})');

const surfaces: Surface[] = [
  {
    name: 'Graph',
    definitions: graphDefinitions,
    // The beta version is no surface of ours: nothing in it is promised. https://learn.microsoft.com/graph/versioning-and-support
    pathOf: (path) => (path.startsWith('/graph/v1.0/') ? address(path.slice('/graph/v1.0'.length)) : null),
  },
  { name: 'Connector', definitions: connectorDefinitions, pathOf: below(/^\/connector(?=\/v3\/)/) },
  { name: 'SharePoint', definitions: sharePointDefinitions, pathOf: below(/^\/sites\/[^/]+\/_api/, withoutArguments) },
  { name: 'Sign-in', definitions: signInDefinitions, pathOf: below(/^\/login/) },
  // The keys of the Bot Framework are published at login.botframework.com.
  {
    name: 'Sign-in',
    definitions: signInDefinitions,
    pathOf: below(/^\/connector(?=\/(keys|\.well-known\/))/, (path) => `/bots${path}`),
  },
  { name: 'Transfer', definitions: transferDefinitions, pathOf: below(/^\/upload/) },
  {
    name: 'Transfer',
    definitions: transferDefinitions,
    pathOf: below(/^\/sites\/[^/]+\/_layouts\/15(?=\/download\.aspx)/),
  },
];

/** The service that a request goes to, and its path there. */
export function surfaceOf({ url }: Exchange): { surface: Surface; addressed: Addressed } | null {
  const path = url.replace(/\?.*$/s, '');
  for (const surface of surfaces) {
    const addressed = surface.pathOf(path);
    if (addressed) return { surface, addressed };
  }
  return null;
}
