import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, ownProperties: true });

/**
 * Values that an adapted schema accepts, as a model might send them: optional properties now and then, values of enumerations,
 * branches of unions, sometimes properties that nobody declared. What the generator gets wrong (patterns, mostly) is left out,
 * so there may be fewer than asked for.
 */
export function sampleInstances(schema: Schema, count: number): unknown[] {
  const validate = ajv.compile(schema);
  const asSent = arbitraryOf(schema).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  const samples = fc.sample(asSent, { numRuns: count, seed: 1 });
  ajv.removeSchema(schema);
  return samples.filter((value) => {
    try {
      return validate(value);
    } catch {
      // Ajv's comparison stumbles over properties named like methods.
      return false;
    }
  });
}

function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.anyOf)) return fc.oneof(...(schema.anyOf as Schema[]).map(arbitraryOf));
  switch (schema.type) {
    case 'object':
      return objects(schema);
    case 'array':
      return fc
        .array(arbitraryOf(schema.items as Schema), lengths(schema, 'Items', 3))
        .map((items) => unique(schema, items));
    case 'string':
      return strings(schema);
    case 'integer':
      return fc.integer(bounds(schema)).map((value) => value * Number(schema.multipleOf ?? 1));
    case 'number':
      return fc.oneof(fc.integer(bounds(schema)), fc.double({ ...bounds(schema), noNaN: true }));
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

function objects(schema: Schema): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const declared = fc.record(
    Object.fromEntries(properties.map(([name, part]) => [name, arbitraryOf(part)])),
    {
      requiredKeys: (schema.required ?? []) as string[],
    },
  );
  const additional = schema.additionalProperties;
  if (additional === false) return declared;
  const values = additional === undefined ? fc.jsonValue({ maxDepth: 1 }) : arbitraryOf(additional as Schema);
  const extra = fc.dictionary(fc.stringMatching(/^extra_[a-z]{1,3}$/), values, { maxKeys: 1 });
  return fc.tuple(declared, extra).map(([known, more]) => ({ ...more, ...(known as object) }));
}

function strings(schema: Schema): fc.Arbitrary<string> {
  const plain = fc.string(lengths(schema, 'Length', 12));
  if (typeof schema.pattern !== 'string') return plain;
  try {
    return fc.oneof(plain, fc.stringMatching(new RegExp(schema.pattern, 'u')));
  } catch {
    return plain;
  }
}

function lengths(
  schema: Schema,
  kind: 'Items' | 'Length',
  room: number,
): { minLength: number; maxLength: number } {
  const minLength = Number(schema[`min${kind}`] ?? 0);
  return {
    minLength,
    maxLength: Math.max(minLength, Math.min(Number(schema[`max${kind}`] ?? Infinity), minLength + room)),
  };
}

function bounds(schema: Schema): { min: number; max: number } {
  const min = Math.ceil(Number(schema.minimum ?? schema.exclusiveMinimum ?? -1_000));
  const max = Math.floor(Number(schema.maximum ?? schema.exclusiveMaximum ?? min + 2_000));
  return { min, max: Math.max(min, max) };
}

function unique(schema: Schema, items: readonly unknown[]): readonly unknown[] {
  return schema.uniqueItems
    ? [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
    : items;
}
