import type * as v from 'valibot';

/** The parts of a valibot schema, or of one step of its pipe, that this reads. */
interface Shape {
  kind: string;
  type: string;
  entries?: Record<string, Shape>;
  wrapped?: Shape;
  item?: Shape;
  value?: Shape;
  options?: readonly unknown[];
  pipe?: readonly Shape[];
  requirement?: unknown;
  description?: string;
}

/**
 * What a schema wants at a place in it (`['sites', '2', 'phone']`), in words for whoever fills it in, made from the schema alone and never
 * from a value. Null where the schema knows no such place.
 */
export function wantedForm(schema: v.GenericSchema, path: readonly string[]): string | null {
  const shape = shapeAt(schema as unknown as Shape, path);
  return shape && inWords(shape);
}

function shapeAt(shape: Shape, path: readonly string[]): Shape | null {
  const [name, ...rest] = path;
  if (name === undefined) return shape;
  if (shape.wrapped) return shapeAt(shape.wrapped, path);
  if (shape.type === 'intersect') {
    // The later one is the narrower: what is wanted besides what any may have.
    const found = (shape.options as Shape[]).map((each) => shapeAt(each, path));
    return found.findLast((each) => each !== null) ?? null;
  }
  const inner = innerOf(shape, name);
  return inner ? shapeAt(inner, rest) : null;
}

function innerOf(shape: Shape, name: string): Shape | undefined {
  if (shape.entries) return Object.hasOwn(shape.entries, name) ? shape.entries[name] : undefined;
  return shape.type === 'record' ? shape.value : shape.item;
}

function inWords(shape: Shape): string {
  if (shape.wrapped) return shape.type === 'nullable' ? `${inWords(shape.wrapped)}, or null` : inWords(shape.wrapped);
  const steps = shape.pipe ?? [];
  const described = steps.find(({ type }) => type === 'description')?.description;
  if (described) return described;
  const step = (type: string) => steps.find((each) => each.type === type);
  switch (shape.type) {
    case 'string':
      if (step('email')) return 'an e-mail address';
      if (step('url')) return 'an address with https:// in front';
      return step('non_empty') ? 'a text that is not empty' : 'a text';
    case 'number':
      return `${step('integer') ? 'a whole number' : 'a number'}${rangeOf(step('min_value'), step('max_value'))}`;
    case 'boolean':
      return 'true or false';
    case 'picklist':
      return `one of ${(shape.options ?? []).join(', ')}`;
    case 'array':
      return `a list, each of it ${shape.item ? inWords(shape.item) : 'a value'}`;
    default:
      return shape.entries ? `an object with ${Object.keys(shape.entries).join(', ')}` : 'an object';
  }
}

function rangeOf(least: Shape | undefined, most: Shape | undefined): string {
  if (least && most) return ` from ${least.requirement} to ${most.requirement}`;
  if (least) return ` of ${least.requirement} or more`;
  return most ? ` of ${most.requirement} at most` : '';
}
