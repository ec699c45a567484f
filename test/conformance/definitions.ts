import connectorJson from './definitions/connector.json' with { type: 'json' };
import type { Definitions, EndpointDefinition, Kind, TypeDefinition } from './definitions/definition.ts';
import graphJson from './definitions/graph.json' with { type: 'json' };
import { describedOfGraph } from './definitions/other-surfaces.ts';

const generated: Definitions = graphJson;

/** Graph v1.0: what was generated, and what stands on a page only. */
export const graphDefinitions: Definitions = {
  from: generated.from,
  endpoints: [...generated.endpoints, ...describedOfGraph.endpoints],
  types: { ...generated.types, ...describedOfGraph.types },
  enums: { ...generated.enums, ...describedOfGraph.enums },
};
export const connectorDefinitions: Definitions = connectorJson;

/** The type's own properties and those of what it stands on. */
export function propertiesOf(definitions: Definitions, name: string): Record<string, Kind> {
  const type = typeOf(definitions, name);
  return { ...(type.base && propertiesOf(definitions, type.base)), ...type.properties };
}

export function typeOf(definitions: Definitions, name: string): TypeDefinition {
  const type = definitions.types[name];
  if (!type)
    throw new Error(`The definitions hold no type ${name}: extract it, or no request with it can be held to it.`);
  return type;
}

/** Every type that may stand where `name` is declared, itself first. */
export function typesInPlaceOf(definitions: Definitions, name: string): string[] {
  return [...new Set([name, ...Object.values(typeOf(definitions, name).derived ?? {})])];
}

const segments = (path: string) => path.split('/').filter(Boolean);
/** More literal parts win: `/drives/{}/root` before `/drives/{}/{}`. */
const literals = (path: string) => segments(path).filter((each) => each !== '{}').length;

function isPath(template: string, path: string): boolean {
  const wanted = segments(template);
  const given = segments(path);
  return wanted.length === given.length && wanted.every((each, index) => each === '{}' || each === given[index]);
}

/** Endpoints whose path is this one, one for each method. */
export function endpointsAt(definitions: Definitions, path: string): EndpointDefinition[] {
  const found = definitions.endpoints.filter((each) => isPath(each.path, path));
  const best = Math.max(0, ...found.map((each) => literals(each.path)));
  return found.filter((each) => literals(each.path) === best);
}
