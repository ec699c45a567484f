/**
 * `npm run conformance:definitions`: fetches the pinned packages and writes graph.json and connector.json from them.
 * With `--check` it writes nothing, and ends with 1 where the files are not what the packages say.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Definitions } from './definition.ts';
import { keepReachable } from './keep-reachable.ts';
import { alsoKept, describedEnums, describedTypes, isKept, kindsOfOpenApiEndpoints } from './kept-endpoints.ts';
import { connectorPackage, endpointPackages, modelsPackage, openApiClientPackage } from './packages.ts';
import { readConnector } from './read-connector.ts';
import { readModels } from './read-models.ts';
import { readOpenApiClient } from './read-openapi-client.ts';
import { readRequestBuilders } from './read-request-builders.ts';
import { type PinnedPackage, unpackPackage } from './unpack-package.ts';

/** Steps from a body or an answer within which types are kept: a message's attachment's item is two. */
const depth = 2;

const named = ({ name, version }: PinnedPackage) => `${name}@${version}`;

function readGraph(into: string): Definitions {
  const models = readModels(readFileSync(join(unpackPackage(modelsPackage, into), 'models/index.js'), 'utf8'));
  const builders = endpointPackages.map((each) => readRequestBuilders(unpackPackage(each, into), isKept));
  const client = readFileSync(join(unpackPackage(openApiClientPackage, into), 'dist/generated/client.js'), 'utf8');
  const fromOpenApi = readOpenApiClient(
    client,
    (path) => /^\/(drives|groups)\b/.test(path) && isKept(path),
    kindsOfOpenApiEndpoints,
  );
  const types = Object.assign({}, models.types, describedTypes, ...builders.map((each) => each.types));
  const endpoints = [...builders.flatMap((each) => each.endpoints), ...fromOpenApi];
  const from = [modelsPackage, ...endpointPackages, openApiClientPackage].map(named);
  return keepReachable({ from, endpoints, types, enums: { ...models.enums, ...describedEnums } }, alsoKept, depth);
}

function readBotConnector(into: string): Definitions {
  const folder = join(unpackPackage(connectorPackage, into), 'lib/connectorApi');
  const operations = readFileSync(join(folder, 'operations/conversations.js'), 'utf8');
  return readConnector(named(connectorPackage), operations, readFileSync(join(folder, 'models/mappers.js'), 'utf8'));
}

/** One line for each endpoint, type and enum: a change of a package is read line by line. */
function print({ from, endpoints, types, enums }: Definitions): string {
  const lines = (values: unknown[]) => values.map((value) => `    ${JSON.stringify(value)}`).join(',\n');
  const members = (values: Record<string, unknown>) =>
    Object.entries(values)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const order = (each: { path: string; method: string }) => `${each.path} ${each.method}`;
  const sorted = endpoints.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
  const sortedEnums = Object.fromEntries(Object.entries(enums).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `{
  "from": ${JSON.stringify(from)},
  "endpoints": [\n${lines(sorted)}\n  ],
  "types": {\n${members(types)}\n  },
  "enums": {\n${members(sortedEnums)}\n  }
}
`;
}

const into = mkdtempSync(join(tmpdir(), 'definitions-'));
try {
  const files = { 'graph.json': print(readGraph(into)), 'connector.json': print(readBotConnector(into)) };
  for (const [name, text] of Object.entries(files)) {
    const file = join(import.meta.dirname, name);
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    const isSame = readFileSync(file, 'utf8') === text;
    process.stdout.write(`${name} ${isSame ? 'is what the packages say' : 'is not what the packages say'}\n`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  rmSync(into, { recursive: true });
}
