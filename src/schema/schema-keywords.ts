import { spend } from './bounded.js';
import { fitsType, type JsonSchema, type TypeName, typeOfValue, typesOf } from './json-schema.js';
import { valuesOf } from './merge-schemas.js';

/** What says something about values of one type, and is passed on as it is. */
const KEPT: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['minItems', 'maxItems', 'uniqueItems'],
  object: ['minProperties', 'maxProperties'],
};

/** What neither Open WebUI nor model providers know; the server checks it all the same. */
const UNKNOWN: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  array: ['contains', 'unevaluatedItems'],
  object: [
    'patternProperties',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties',
  ],
};
const UNKNOWN_ANYWHERE = ['not', 'if'];

/** Which type is meant where a schema names none. */
const TELLING: readonly (readonly [TypeName, readonly string[]])[] = [
  [
    'object',
    ['properties', 'required', 'additionalProperties', ...(KEPT.object ?? []), ...(UNKNOWN.object ?? [])],
  ],
  ['array', ['items', 'prefixItems', ...(KEPT.array ?? []), ...(UNKNOWN.array ?? [])]],
  ['number', KEPT.number ?? []],
];

/** The keywords of a schema that go into its adapted form for a type. */
export function keptKeywords(schema: JsonSchema, type: TypeName): JsonSchema {
  if (typeof schema.pattern === 'string') spend(schema.pattern.length);
  return Object.fromEntries(
    (KEPT[type] ?? []).flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])),
  );
}

/** The keywords of a schema that its adapted form for a type leaves out although they restrict it. */
export function lostKeywords(schema: JsonSchema, type: TypeName): string[] {
  return [...UNKNOWN_ANYWHERE, ...(UNKNOWN[type] ?? [])].filter((keyword) => keyword in schema);
}

/**
 * The one type of a schema that names at most one: the one it names, or else the one that its values or keywords speak of, or
 * else text, which can carry anything.
 * @returns undefined where its values are of several types
 */
export function inferType(schema: JsonSchema): TypeName | undefined {
  const [named] = typesOf(schema) ?? [];
  if (named) return named;
  const values = valuesOf(schema);
  if (values) {
    const types = new Set(values.map(typeOfValue));
    if (types.has('number')) types.delete('integer');
    const [only] = types;
    return types.size === 1 ? only : undefined;
  }
  return TELLING.find(([, keywords]) => keywords.some((keyword) => keyword in schema))?.[0] ?? 'string';
}

/** Whether a value is of a type. */
export function isOfType(value: unknown, type: TypeName): boolean {
  return fitsType(typeOfValue(value), type);
}
