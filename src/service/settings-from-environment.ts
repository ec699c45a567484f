import type * as v from 'valibot';

/** The parts of a valibot schema that this reads. */
interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  wrapped?: Shape;
}

/** Names that are ours and name no setting: where the settings lie, where `npm start` keeps its state, and how much it says. */
const otherNames: ReadonlySet<string> = new Set(['URDDAS_SETTINGS', 'URDDAS_STATE_DIR', 'URDDAS_VERBOSE']);

/** An administrator's own, for `npm run provision`: a service that may read them has more rights than it should. */
export const tokenNames: ReadonlySet<string> = new Set(['URDDAS_GRAPH_TOKEN', 'URDDAS_SHAREPOINT_TOKEN']);

interface Place {
  path: string[];
  shape: Shape;
}

/**
 * `URDDAS_GRAPH_BASE_URL` for `graphBaseUrl`, `URDDAS_SITE_LISTS_INTAKE` for `site.lists.intake`: the name of every setting, made from the
 * schema, so that none can be forgotten.
 */
export function variablesOf(schema: v.GenericSchema): Map<string, Place> {
  const found = new Map<string, Place>();
  const walk = (shape: Shape, path: string[]) => {
    const inner = unwrapped(shape);
    if (inner.entries) for (const [name, each] of Object.entries(inner.entries)) walk(each, [...path, name]);
    else found.set(variableFor(path), { path, shape });
  };
  walk(schema as unknown as Shape, []);
  return found;
}

function variableFor(path: readonly string[]): string {
  return ['URDDAS', ...path.map((part) => part.replace(/[A-Z]/g, '_$&').toUpperCase())].join('_');
}

/**
 * Puts what the environment says over what the file says. A list is written with spaces; an empty value is null where there may be none.
 * Gives also the names that are no setting: a name that is misspelt would otherwise be a setting that nobody made.
 */
export function withEnvironment(
  raw: unknown,
  environment: NodeJS.ProcessEnv,
  variables: Map<string, Place>,
): { raw: Record<string, unknown>; unknown: string[] } {
  const settings = structuredClone(isRecord(raw) ? raw : {});
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('URDDAS_') || otherNames.has(name) || value === undefined) continue;
    const place = variables.get(name);
    if (place) put(settings, place.path, settingOf(value, place.shape));
    else unknown.push(name);
  }
  return { raw: settings, unknown };
}

function put(settings: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    settings[name] = value;
    return;
  }
  const inner = isRecord(settings[name]) ? settings[name] : {};
  settings[name] = inner;
  put(inner, rest, value);
}

/** As the schema wants it; what it cannot be read as is left for the schema to refuse. */
function settingOf(text: string, shape: Shape): unknown {
  if (text === '' && isNullable(shape)) return null;
  const { type } = unwrapped(shape);
  if (type === 'array') return text.split(/\s+/).filter(Boolean);
  return type === 'number' && text.trim() !== '' ? Number(text) : text;
}

function unwrapped(shape: Shape): Shape {
  return shape.wrapped && (shape.type === 'optional' || shape.type === 'nullable') ? unwrapped(shape.wrapped) : shape;
}

function isNullable(shape: Shape): boolean {
  return shape.type === 'nullable' || (shape.wrapped !== undefined && isNullable(shape.wrapped));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
