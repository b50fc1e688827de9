import { type Adaptation, type Adapted, head, isFit, type Place, type Unfit } from './adaptation.js';
import { isObject, type JsonSchema, step } from './json-schema.js';
import { valuesOf } from './merge-schemas.js';
import type { RenamedProperty } from './property-names.js';
import { UNDECLARED } from './repair-schema.js';
import type { Alternative } from './schema-alternatives.js';
import { keptKeywords } from './schema-keywords.js';

const UNFIT_REASONS: Readonly<Record<Unfit, string>> = {
  file: 'it needs a file that was uploaded to Composio before',
  null: 'it accepts nothing but null',
  never: 'it accepts nothing',
};

/** Adapts an object. A property that cannot be offered is left out where it is optional; a required one takes the object along. */
export function adaptObject(
  { schema, references }: Alternative,
  place: Place,
  adaptation: Adaptation,
): Adapted | Unfit {
  if (adaptation.isBeyond(place)) {
    adaptation.lost(
      place.path,
      'properties',
      'wider',
      'it is too deep or the schema too large to be described',
    );
    return { schema: { ...head(schema, 'object'), properties: {} } };
  }
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const properties: [string, JsonSchema][] = [];
  const renames: [string, RenamedProperty][] = [];
  const offered: string[] = [];
  for (const [name, part] of Object.entries(propertiesOf(schema))) {
    const path = place.path + step(name);
    const adapted = adaptation.adapt(part, { path, depth: place.depth + 1, references });
    const outcome = adapted === 'null' && required.has(name) ? { schema: { type: 'null' } } : adapted;
    if (!isFit(outcome)) {
      if (required.has(name) && (outcome === 'file' || place.depth > 0)) return outcome;
      adaptation.lost(path, 'properties', 'wider', UNFIT_REASONS[outcome]);
      continue;
    }
    const given = adaptation.names.give(name);
    properties.push([given, outcome.schema]);
    if (given !== name || outcome.renames) renames.push([given, { ...outcome.renames, name }]);
    if (required.delete(name)) offered.push(given);
  }
  for (const name of [...required, ...((schema[UNDECLARED] as string[] | undefined) ?? [])]) {
    adaptation.lost(place.path, 'required', 'wider', `${name} is required but not described`);
  }
  const values = valuesOf(schema)?.filter(isObject);
  return {
    schema: {
      ...head(schema, 'object', values),
      properties: Object.fromEntries(properties),
      ...(offered.length > 0 ? { required: offered } : {}),
      ...keptKeywords(schema, 'object'),
      ...additionalOf(schema, { ...place, references }, adaptation),
    },
    renames: renames.length > 0 ? { properties: new Map(renames) } : undefined,
  };
}

function additionalOf(schema: JsonSchema, place: Place, adaptation: Adaptation): JsonSchema {
  const { additionalProperties: additional } = schema;
  if (additional === false) return { additionalProperties: false };
  if (!isObject(additional) || Object.keys(additional).length === 0) return {};
  const below = { ...place, path: `${place.path}/*`, depth: place.depth + 1 };
  const adapted = adaptation.adapt(additional, below);
  if (!isFit(adapted)) return { additionalProperties: false };
  if (place.depth > 0 && !adapted.renames) return { additionalProperties: adapted.schema };
  // At the top, Open WebUI passes on declared arguments only, and takes a tool that is open there for one without arguments.
  adaptation.lost(below.path, 'additionalProperties', 'wider', 'further properties are not described');
  return {};
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}
