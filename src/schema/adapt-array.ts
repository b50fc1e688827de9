import { type Adaptation, type Adapted, head, isFit, type Place, type Unfit } from './adaptation.js';
import type { JsonSchema } from './json-schema.js';
import { valuesOf } from './merge-schemas.js';
import type { Alternative } from './schema-alternatives.js';
import { keptKeywords } from './schema-keywords.js';

const TEXT: JsonSchema = { type: 'string' };

/** Adapts an array: its items always have a type. Of a tuple it says which kinds of items there are, not where. */
export function adaptArray(
  { schema, references }: Alternative,
  place: Place,
  adaptation: Adaptation,
): Adapted | Unfit {
  const values = valuesOf(schema)?.filter(Array.isArray);
  const self = { ...head(schema, 'array', values), ...keptKeywords(schema, 'array') };
  if (adaptation.isBeyond(place)) {
    adaptation.lost(place.path, 'items', 'wider', 'it is too deep or the schema too large to be described');
    return { schema: { ...self, items: TEXT } };
  }
  const below = { path: `${place.path}/*`, depth: place.depth + 1, references };
  const items = adaptation.adapt(itemsOf(schema, place, adaptation), below);
  if (items === 'file') return 'file';
  if (!isFit(items)) {
    adaptation.lost(place.path, 'items', 'narrower', 'only an empty array is offered');
    return { schema: { ...self, items: TEXT, maxItems: 0 } };
  }
  const { prefixItems: tuple, items: rest } = schema;
  const closed = Array.isArray(tuple) && rest === false ? { maxItems: tuple.length } : {};
  return {
    schema: { ...self, ...closed, items: items.schema },
    renames: items.renames && { items: items.renames },
  };
}

function itemsOf(schema: JsonSchema, place: Place, adaptation: Adaptation): JsonSchema {
  const tuple = (schema.prefixItems as JsonSchema[] | undefined) ?? [];
  const rest = schema.items === false ? [] : [(schema.items ?? {}) as JsonSchema];
  if (tuple.length === 0) return rest[0] ?? { not: {} };
  adaptation.lost(place.path, 'prefixItems', 'wider', 'which kind of item stands where is not said');
  return { anyOf: [...tuple, ...(schema.items === undefined ? [] : rest)] };
}
