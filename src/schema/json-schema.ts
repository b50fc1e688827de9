import { spend } from './bounded.js';

/** A JSON Schema that is an object; the boolean ones are written `{}` and `NEVER`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Accepts nothing. */
export const NEVER: JsonSchema = Object.freeze({ not: Object.freeze({}) });

/** The types of JSON Schema. */
export const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;
export type TypeName = (typeof TYPES)[number];

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a schema accepts nothing, as far as that is plain to see. */
export function isNever(schema: JsonSchema): boolean {
  return isObject(schema.not) && Object.keys(schema.not).length === 0;
}

/** The types that a well-formed schema names; undefined where it names none. */
export function typesOf(schema: JsonSchema): readonly TypeName[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  return (Array.isArray(type) ? type : [type]) as TypeName[];
}

/** The type of a JSON value; a whole number is an integer. */
export function typeOfValue(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as TypeName;
}

/** Whether a value of type `actual` fits where `wanted` is named. */
export function fitsType(actual: TypeName, wanted: TypeName): boolean {
  return actual === wanted || (actual === 'integer' && wanted === 'number');
}

/** JSON text that is equal for equal values, whatever the order of members. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    spend(STEPS_PER_VALUE);
    return JSON.stringify(value);
  }
  return JSON.stringify(value, (_, part: unknown) => {
    spend(STEPS_PER_VALUE);
    return isObject(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}

const STEPS_PER_VALUE = 8;

/** Whether a value has no more than so many levels of lists and objects. */
export function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

/** One step of a JSON pointer. */
export function step(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Values without those that are equal to another, in the order of their first. */
export function distinctValues<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()];
}
