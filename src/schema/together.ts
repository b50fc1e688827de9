import { distinctValues, isObject, type JsonSchema } from './json-schema.js';
import type { Alternative } from './schema-alternatives.js';

/**
 * Several kinds of objects as one: with the properties of all, and required what all require. It accepts more than they do.
 */
export function togetherAs(alternatives: readonly Alternative[]): Alternative {
  const [first] = alternatives;
  if (!first) return { schema: {}, references: new Set() };
  if (alternatives.length === 1) return first;
  const schemas = alternatives.map(({ schema }) => schema);
  const properties = schemas.map((schema) => (isObject(schema.properties) ? schema.properties : {}));
  const names = [...new Set(properties.flatMap(Object.keys))];
  const required = schemas.map((schema) => new Set((schema.required ?? []) as string[]));
  const closed = schemas.every((schema) => schema.additionalProperties === false);
  return {
    references: new Set(alternatives.flatMap(({ references }) => [...references])),
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, oneOfThese(properties, name)])),
      required: [...(required[0] ?? [])].filter((name) => required.every((all) => all.has(name))),
      ...(closed ? { additionalProperties: false } : {}),
    },
  };
}

function oneOfThese(properties: readonly JsonSchema[], name: string): unknown {
  const declared = properties.filter((part) => Object.hasOwn(part, name)).map((part) => part[name]);
  const distinct = distinctValues(declared);
  return distinct.length === 1 ? distinct[0] : { anyOf: distinct };
}
