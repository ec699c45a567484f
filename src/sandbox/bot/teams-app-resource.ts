import { GraphFailure, type SandboxContext } from '../http.ts';
import { catalogueId, installationId, type TeamsApp } from './installations.ts';

/** https://learn.microsoft.com/graph/api/resources/teamsapp */
export function teamsAppResource(app: TeamsApp) {
  return {
    id: catalogueId(app),
    externalId: app.teams.teamsAppId,
    displayName: app.name,
    distributionMethod: 'organization',
  };
}

/** https://learn.microsoft.com/graph/api/resources/userscopeteamsappinstallation */
export function installationResource(app: TeamsApp, userId: string, isExpanded: boolean) {
  return { id: installationId(app, userId), ...(isExpanded && { teamsApp: teamsAppResource(app) }) };
}

const equalsText = /^\s*([\w/]+)\s+eq\s+'((?:[^']|'')*)'\s*$/;

/**
 * The one kind of filter these collections take: `property eq 'text'`, several joined by `and`.
 * `read` gives a property's value; anything it does not know is refused, as Graph does.
 */
export function filterBy<Item>(
  c: SandboxContext,
  items: Item[],
  read: Record<string, (item: Item) => string | null>,
): Item[] {
  const filter = c.req.query('$filter');
  if (!filter) return items;
  return filter.split(/\s+and\s+/i).reduce((left, clause) => {
    const [, property, text] = equalsText.exec(clause) ?? [];
    const value = property === undefined ? undefined : read[property];
    if (!value || text === undefined) {
      throw new GraphFailure(400, 'BadRequest', `The filter '${clause}' is not supported here.`);
    }
    return left.filter((item) => value(item) === text.replaceAll("''", "'"));
  }, items);
}
