import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EndpointDefinition, Kind, TypeDefinition } from './definition.ts';
import { readModels, typeOfFactory } from './read-models.ts';

interface Builders {
  endpoints: EndpointDefinition[];
  /** Bodies and answers that belong to one endpoint alone, under `<path> <name>`. */
  types: Record<string, TypeDefinition>;
}

/** `{+baseurl}/users/{user%2Did}/messages{?%24top}` as `/users/{}/messages` and its query parameters. */
function readTemplate(template: string): { path: string; query: string[] } {
  const [, path = '', options = ''] = /^\{\+baseurl\}([^?]*?)(?:\{\?([^}]*)\})?$/.exec(template) ?? [];
  return {
    path: path.replace(/\{[^}]+\}/g, '{}').replaceAll('%24', '$'),
    query: options
      ? options
          .replaceAll('*', '')
          .split(',')
          .map((name) => decodeURIComponent(name))
      : [],
  };
}

function bodyKind(request: string): string | undefined {
  if (request.includes('"setStreamContent"')) return 'bytes';
  return /requestBodySerializer: serialize(\w+)/.exec(request)?.[1];
}

function endpointsIn(text: string, nameOf: (type: string, path: string) => Kind): EndpointDefinition[] {
  const templates = new Map(
    [...text.matchAll(/export const (\w+UriTemplate) = "([^"]+)";/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const block = /RequestsMetadata = \{\n([\s\S]*?)\n\};/.exec(text)?.[1] ?? '';
  const requests = [...block.matchAll(/^ {4}(\w+): \{\n([\s\S]*?)\n {4}\},/gm)];
  return requests.map(([, method = '', request = '']) => {
    const template = templates.get(/uriTemplate: (\w+)/.exec(request)?.[1] ?? '') ?? '';
    const { path, query } = readTemplate(template);
    const body = bodyKind(request);
    const factory = /responseBodyFactory: "?(\w+)"?/.exec(request)?.[1];
    const answer = factory === 'ArrayBuffer' ? 'bytes' : factory && (typeOfFactory(factory) ?? factory);
    // A template is shared by all methods of its path; its parameters are those of the method that has a mapper for them.
    return {
      method: method.toUpperCase(),
      path,
      query: request.includes('queryParametersMapper') ? query : [],
      ...(body && { body: body === 'bytes' ? body : nameOf(body, path) }),
      ...(answer && { answer: answer === 'bytes' ? answer : nameOf(answer, path) }),
    };
  });
}

/**
 * The description of Graph names the parameters of its actions as `Message` and `AttachmentItem`, the pages some so and most as
 * `message`; both are taken. https://learn.microsoft.com/graph/api/user-sendmail
 */
function asDocumented(type: TypeDefinition): TypeDefinition {
  const lower = (name: string) => name.slice(0, 1).toLowerCase() + name.slice(1);
  const properties = Object.entries(type.properties).map(([name, kind]) => ({ [name]: kind, [lower(name)]: kind }));
  return { ...type, properties: Object.assign({}, ...properties) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.js'))
    .map((name) => join(folder, name));
}

/** Endpoints of a package of request builders that Kiota generated. `keep` says which paths are wanted. */
export function readRequestBuilders(folder: string, keep: (path: string) => boolean): Builders {
  const builders: Builders = { endpoints: [], types: {} };
  for (const file of filesBelow(folder)) {
    const text = readFileSync(file, 'utf8');
    const own = readModels(text).types;
    const nameOf = (type: string, path: string) => (type in own ? `${path} ${type}` : type);
    const endpoints = endpointsIn(text, nameOf).filter(({ path }) => keep(path));
    builders.endpoints.push(...endpoints);
    const path = endpoints[0]?.path;
    if (path) for (const [name, type] of Object.entries(own)) builders.types[`${path} ${name}`] = asDocumented(type);
  }
  return builders;
}
