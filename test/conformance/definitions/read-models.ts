import type { Kind, TypeDefinition } from './definition.ts';

/** Where generated code keeps the types of a package, as text. */
interface Models {
  types: Record<string, TypeDefinition>;
  enums: Record<string, string[]>;
}

const primitives: Record<string, Kind> = {
  getStringValue: 'string',
  getBooleanValue: 'boolean',
  getNumberValue: 'number',
  getDateValue: 'date',
  getDateOnlyValue: 'dateOnly',
  getTimeOnlyValue: 'timeOnly',
  getDurationValue: 'duration',
  getGuidValue: 'guid',
  getByteArrayValue: 'bytes',
};

/** The type behind `createFooFromDiscriminatorValue`. */
export const typeOfFactory = (factory: string) => /^create(\w+)FromDiscriminatorValue$/.exec(factory)?.[1];

function kindOf(getter: string, argument: string): Kind {
  const named = typeOfFactory(argument);
  switch (getter) {
    case 'getObjectValue':
      return named ?? 'any';
    case 'getCollectionOfObjectValues':
      return `${named ?? 'any'}[]`;
    case 'getEnumValue':
      return `enum:${argument.replace(/Object$/, '')}`;
    case 'getCollectionOfEnumValues':
      return `enum:${argument.replace(/Object$/, '')}[]`;
    case 'getCollectionOfPrimitiveValues':
      return `${argument.replaceAll('"', '').replace(/^Date$/, 'date') || 'any'}[]`;
    default:
      return primitives[getter] ?? 'any';
  }
}

const property = /"([^"]+)": n => \{ \w+\.\w+ = n\.(\w+)\(([^)]*)\)/g;

function typesIn(text: string): Record<string, TypeDefinition> {
  const types: Record<string, TypeDefinition> = {};
  for (const [, name = '', body = ''] of text.matchAll(/function deserializeInto(\w+)\([^)]*\) \{\n([\s\S]*?)\n\}/g)) {
    const base = /Object\.assign\(\{\}, deserializeInto(\w+)\(/.exec(body)?.[1];
    const properties = Object.fromEntries(
      [...body.matchAll(property)].map(([, key = '', getter = '', argument = '']) => [key, kindOf(getter, argument)]),
    );
    types[name] = { ...(base && { base }), properties };
  }
  for (const [, name = '', body = ''] of text.matchAll(
    /function create(\w+)FromDiscriminatorValue\(\w+\) \{\n([\s\S]*?)\n\}/g,
  )) {
    const cases = [...body.matchAll(/case "(#microsoft\.graph\.[^"]+)":\s+return deserializeInto(\w+);/g)];
    const found = types[name];
    if (found && cases.length > 0)
      found.derived = Object.fromEntries(cases.map(([, tag = '', type = '']) => [tag, type]));
  }
  return types;
}

function enumsIn(text: string): Record<string, string[]> {
  return Object.fromEntries(
    [...text.matchAll(/export const (\w+)Object = \{\n([\s\S]*?)\n\};/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\s+\w+: "([^"]*)",?$/gm)].map(([, value = '']) => value),
    ]),
  );
}

/**
 * Types and enums of code that Microsoft's Kiota generated from the description of Graph: every deserializer lists all
 * properties of its type, every factory the types that may stand in its place.
 */
export function readModels(text: string): Models {
  return { types: typesIn(text), enums: enumsIn(text) };
}
