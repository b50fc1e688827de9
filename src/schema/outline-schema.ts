import { isObject, type JsonSchema } from './json-schema.js';

/** So many properties are more than any model fills in. */
const MOST_PROPERTIES = 200;
const KEPT = new Set(['type', 'description', 'file_uploadable']);

/** Of a schema that is too large or too deep to be described: its properties, without what is below them. */
export function outlineOf(source: unknown): JsonSchema {
  const { properties, required }: JsonSchema = isObject(source) ? source : {};
  const entries = Object.entries(isObject(properties) ? properties : {}).slice(0, MOST_PROPERTIES);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, part]) => [name, headOf(part)])),
    required,
  };
}

function headOf(part: unknown): JsonSchema {
  return Object.fromEntries(
    Object.entries(isObject(part) ? part : {}).filter(([keyword]) => KEPT.has(keyword)),
  );
}
