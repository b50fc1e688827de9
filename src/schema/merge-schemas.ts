import { spend } from './bounded.js';
import {
  canonical,
  fitsType,
  isNever,
  isObject,
  type JsonSchema,
  NEVER,
  type TypeName,
  typesOf,
} from './json-schema.js';
import { UNDECLARED } from './repair-schema.js';

/** For what stands under a name, it takes a few times as long. */
const STEPS_PER_NAME = 10;

const LARGER_WINS = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);
const SMALLER_WINS = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);

/**
 * One schema that accepts what both accept, for repaired schemas without references and combinations at their top.
 * Schemas below become `allOf` of both, to be merged when they are reached.
 * @param conflict called with each keyword of which only one side could be kept
 * @returns `NEVER` where it is plain that nothing satisfies both
 */
export function mergeSchemas(a: JsonSchema, b: JsonSchema, conflict: (keyword: string) => void): JsonSchema {
  spend(STEPS_PER_NAME);
  if (isNever(a) || isNever(b)) return NEVER;
  const types = commonTypes(typesOf(a), typesOf(b));
  if (types?.length === 0) return NEVER;
  const values = commonValues(valuesOf(a), valuesOf(b));
  if (values?.length === 0) return NEVER;
  const { enum: _a, const: _ac, ...restA } = a;
  const { enum: _b, const: _bc, ...restB } = b;
  const merged: Record<string, unknown> = { ...restA };
  for (const [keyword, value] of Object.entries(restB)) {
    if (!(keyword in restA)) merged[keyword] = value;
    else if (LARGER_WINS.has(keyword)) merged[keyword] = Math.max(restA[keyword] as number, value as number);
    else if (SMALLER_WINS.has(keyword)) merged[keyword] = Math.min(restA[keyword] as number, value as number);
    else if (keyword === 'required' || keyword === UNDECLARED) {
      merged[keyword] = union(restA[keyword] as string[], value as string[]);
    } else if (keyword === 'description' || keyword === 'default') merged[keyword] = value;
    else if (keyword === 'items') merged.items = both(restA.items, value);
    else if (canonical(restA[keyword]) !== canonical(value) && !MERGED_BELOW.has(keyword)) conflict(keyword);
  }
  if (types) merged.type = types.length === 1 ? types[0] : types;
  if (values) merged.enum = values;
  return { ...merged, ...mergeObjects(a, b) };
}

const MERGED_BELOW = new Set(['type', 'properties', 'additionalProperties']);

/** The values that `enum` and `const` leave; undefined where they leave all. */
export function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  const named = Array.isArray(schema.enum) ? schema.enum : undefined;
  if (!('const' in schema)) return named;
  return commonValues(named, [schema.const]);
}

function commonValues(a?: readonly unknown[], b?: readonly unknown[]): readonly unknown[] | undefined {
  if (!a || !b) return a ?? b;
  const known = new Set(b.map(canonical));
  return a.filter((value) => known.has(canonical(value)));
}

function commonTypes(a?: readonly TypeName[], b?: readonly TypeName[]): readonly TypeName[] | undefined {
  if (!a || !b) return a ?? b;
  const common = new Set(a.flatMap((x) => b.flatMap((y) => (fitsType(x, y) ? x : fitsType(y, x) ? y : []))));
  return [...common].filter((type) => type !== 'integer' || !common.has('number'));
}

/** A property counts for both sides: where one does not declare it, that side's `additionalProperties` speaks of it. */
function mergeObjects(a: JsonSchema, b: JsonSchema): JsonSchema {
  const [inA, inB] = [propertiesOf(a), propertiesOf(b)];
  const additional = both(a.additionalProperties, b.additionalProperties);
  const names = union([...inA.keys()], [...inB.keys()]);
  if (names.length === 0) return additional === undefined ? {} : { additionalProperties: additional };
  const schemas = names.map((name): [string, unknown] => [
    name,
    both(inA.get(name) ?? a.additionalProperties, inB.get(name) ?? b.additionalProperties),
  ]);
  return {
    properties: Object.fromEntries(
      schemas.map(([name, schema]) => [name, schema === false ? NEVER : schema]),
    ),
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  spend(STEPS_PER_NAME * (a.length + b.length));
  return [...new Set([...a, ...b])];
}

function propertiesOf(schema: JsonSchema): ReadonlyMap<string, unknown> {
  return new Map(isObject(schema.properties) ? Object.entries(schema.properties) : []);
}

function both(a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  if (a === false || b === false) return false;
  return canonical(a) === canonical(b) ? a : { allOf: [a, b] };
}
