import type { Definitions, EndpointDefinition, Kind, TypeDefinition } from './definition.ts';

const primitives: Record<string, Kind> = {
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  DateTime: 'date',
  ByteArray: 'bytes',
};

/** `type: { name: "Sequence", element: { … } }` and the like, as they stand in the package's mappers. */
function kindOf(text: string): Kind {
  const name = /type: \{\s+name: "(\w+)"/.exec(text)?.[1] ?? '';
  if (name === 'Sequence') {
    const element = /element: \{([\s\S]*)\}/.exec(text)?.[1] ?? '';
    return `${kindOf(element)}[]`;
  }
  if (name === 'Composite') return /className: "(\w+)"/.exec(text)?.[1] ?? 'any';
  return primitives[name] ?? 'any';
}

function typesIn(mappers: string): Record<string, TypeDefinition> {
  const types: Record<string, TypeDefinition> = {};
  for (const [, name = '', body = ''] of mappers.matchAll(/^exports\.(\w+) = \{\n([\s\S]*?)^\};/gm)) {
    const properties: Record<string, Kind> = {};
    for (const [, text = ''] of body.matchAll(/^ {12}(\w+: \{\n[\s\S]*?)^ {12}\}/gm)) {
      const key = /serializedName: "([^"]+)"/.exec(text)?.[1];
      if (key) properties[key] = kindOf(text.replace(/^\w+: \{/, ''));
    }
    types[name] = { properties };
  }
  return types;
}

function endpointsIn(operations: string): EndpointDefinition[] {
  const specs = [...operations.matchAll(/^const \w+OperationSpec = \{\n([\s\S]*?)^\};/gm)];
  return specs.map(([, spec = '']) => {
    const query = /queryParameters: \[([\s\S]*?)\]/.exec(spec)?.[1] ?? '';
    const body = /requestBody: \{[\s\S]*?Mappers\.(\w+)/.exec(spec)?.[1];
    const answers = /responses: \{([\s\S]*?)default:/.exec(spec)?.[1] ?? '';
    const named = /Mappers\.(\w+)/.exec(answers)?.[1];
    const answer = named ?? (answers.includes('bodyMapper') ? kindOf(answers) : undefined);
    return {
      method: /httpMethod: "(\w+)"/.exec(spec)?.[1] ?? '',
      path: `/${/path: "([^"]+)"/.exec(spec)?.[1] ?? ''}`.replace(/\{\w+\}/g, '{}'),
      query: [...query.matchAll(/Parameters\.(\w+)/g)].map(([, name = '']) => name),
      ...(body && { body }),
      ...(answer && { answer }),
    };
  });
}

/** The Bot connector: operations and types of Microsoft's own client of it. */
export function readConnector(from: string, operations: string, mappers: string): Definitions {
  return { from: [from], endpoints: endpointsIn(operations), types: typesIn(mappers), enums: {} };
}
