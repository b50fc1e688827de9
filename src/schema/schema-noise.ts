import { isObject } from './json-schema.js';

const NOISE = new Set(['title', 'examples', 'human_parameter_name', 'human_parameter_description']);

/** A schema without what only people's forms need: a fifth of its bytes. Properties that happen to have such a name stay. */
export function withoutNoise(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutNoise);
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (NOISE.has(keyword)) return [];
    if (keyword === 'properties' && isObject(value)) {
      return [
        [
          keyword,
          Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutNoise(part)])),
        ],
      ];
    }
    return [[keyword, withoutNoise(value)]];
  });
  return Object.fromEntries(entries);
}
