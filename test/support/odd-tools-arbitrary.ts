import * as fc from 'fast-check';

import { annotated, oddDefinitions, oddDescription, oddLeaf, oddName } from './odd-tools-leaves.js';
import { type JsonSchema, outputSchema, type WireTool, wireTool } from './odd-tools.js';

/** A list of what a required member may be, given the names that are declared. */
const REQUIRED: readonly ((names: readonly string[]) => JsonSchema)[] = [
  () => ({}),
  (names) => ({ required: [...names] }),
  (names) => ({ required: names.slice(0, 1) }),
  (names) => ({ required: [...names, ...names] }),
  (names) => ({ required: [...names, 'undeclared'] }),
  () => ({ required: null }),
  () => ({ required: 'id' }),
  () => ({ required: true }),
  () => ({ required: [1, null] }),
];

/**
 * The input schema of a tool as Composio may give it: a root of type object, as deep as told, full of what breaks
 * consumers. Always a value that JSON can hold; names such as `__proto__` are members of their own.
 */
export function arbitrarySchema(depth = 12): fc.Arbitrary<JsonSchema> {
  const node = fc.oneof(
    { weight: 5, arbitrary: arbitraryNode(depth) },
    { weight: 1, arbitrary: arbitraryTower(depth) },
  );
  const definitions = oddDefinitions(arbitraryNode(Math.min(depth, 2)));
  return fc
    .tuple(
      objectOf(node),
      fc.option(definitions, { freq: 3, nil: undefined }),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: rootOddities(arbitraryNode(1)) },
      ),
    )
    .map(([object, $defs, oddities]) => ({
      ...object,
      ...oddities,
      type: 'object',
      ...($defs ? { $defs, definitions: { Old: { type: 'string' } } } : {}),
    }));
}

/** A tool in Composio's wire shape around an arbitrary input schema. */
export function arbitraryTool(depth = 6): fc.Arbitrary<WireTool> {
  const slug = fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^ODD_[A-Z]{2,8}(_[A-Z0-9]{1,8}){1,5}$/) },
    { weight: 1, arbitrary: fc.stringMatching(/^_[0-9]{2}ODD_[A-Z]{2,8}$/) },
    { weight: 1, arbitrary: fc.stringMatching(/^ODD_A{60}[A-C]{1,4}$/) },
  );
  const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'important', 'mcpIgnore', 'deprecated'];
  return fc
    .record({
      slug,
      name: fc.string({ maxLength: 30 }),
      description: oddDescription.map((text) => (typeof text === 'string' ? text : '')),
      input_parameters: fc.oneof(
        { weight: 12, arbitrary: arbitrarySchema(depth) },
        {
          weight: 1,
          arbitrary: fc.constantFrom<JsonSchema>({}, { type: 'object' }, { type: 'object', properties: {} }),
        },
      ),
      output_parameters: fc.constantFrom<JsonSchema>(
        {},
        outputSchema(),
        outputSchema({ $ref: '#/$defs/Gone' }),
      ),
      no_auth: fc.boolean(),
      scopes: fc.constantFrom<string[]>([], ['notes.read'], ['notes.read', 'notes.write']),
      tags: fc.subarray(hints),
      is_deprecated: fc.boolean(),
    })
    .map((members) => wireTool({ ...members }));
}

function arbitraryNode(depth: number): fc.Arbitrary<unknown> {
  return fc.letrec<{ node: unknown }>((tie) => {
    const child = tie('node');
    return {
      node: fc.oneof(
        { maxDepth: depth, depthSize: 'small' },
        { weight: 6, arbitrary: oddLeaf },
        { weight: 3, arbitrary: annotated(objectOf(child)) },
        { weight: 2, arbitrary: annotated(arrayOf(child)) },
        { weight: 3, arbitrary: annotated(unionOf(child)) },
        { weight: 1, arbitrary: annotated(conditionOf(child)) },
      ),
    };
  }).node;
}

/** One straight line of nested schemas: the deep ones, which would be too wide if they branched. */
function arbitraryTower(depth: number): fc.Arbitrary<unknown> {
  const storey = fc.constantFrom<(inner: unknown) => JsonSchema>(
    (inner) => ({ type: 'object', properties: { inner }, required: ['inner'] }),
    (inner) => ({ properties: { inner } }),
    (items) => ({ type: 'array', items }),
    (inner) => ({ anyOf: [inner, { type: 'null' }] }),
    (inner) => ({ allOf: [inner] }),
    (inner) => ({ type: 'object', additionalProperties: inner }),
  );
  return fc
    .tuple(oddLeaf, fc.array(storey, { minLength: Math.ceil(depth / 2), maxLength: depth, size: 'max' }))
    .map(([leaf, storeys]) => storeys.reduce((inner, wrap) => wrap(inner), leaf));
}

function propertiesOf(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  const colliding = fc.tuple(child, child).map(([dot, line]): [string, unknown][] => [
    ['x.y', dot],
    ['x_y', line],
  ]);
  return fc
    .tuple(
      fc.array(fc.tuple(oddName, child), { maxLength: 4 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: colliding }),
    )
    .map(([members, pair]): JsonSchema => Object.fromEntries<unknown>([...members, ...pair]));
}

function objectOf(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  const extras = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(true, false, {}).map((open) => ({ additionalProperties: open })),
    },
    { weight: 1, arbitrary: child.map((schema) => ({ additionalProperties: schema })) },
    { weight: 1, arbitrary: child.map((schema) => ({ patternProperties: { '^x-': schema, '([': true } })) },
    { weight: 1, arbitrary: fc.constant({ propertyNames: { pattern: '^[a-z]+$' }, minProperties: 1 }) },
    { weight: 1, arbitrary: fc.constant({ dependentRequired: { id: ['query'] }, maxProperties: 2 }) },
  );
  const type = fc.constantFrom<JsonSchema>(
    { type: 'object' },
    { type: 'object' },
    {},
    { type: ['object', 'null'] },
  );
  return fc
    .tuple(type, propertiesOf(child), fc.constantFrom(...REQUIRED), extras)
    .map(([typed, properties, required, extra]) => ({
      ...typed,
      properties,
      ...required(Object.keys(properties)),
      ...extra,
    }));
}

function arrayOf(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  const items = fc.oneof(
    { weight: 4, arbitrary: child.map((schema) => ({ items: schema })) },
    { weight: 1, arbitrary: fc.constantFrom({}, { items: {} }, { items: true }) },
    { weight: 1, arbitrary: fc.array(child, { maxLength: 2 }).map((schemas) => ({ items: schemas })) },
    { weight: 1, arbitrary: fc.array(child, { maxLength: 2 }).map((schemas) => ({ prefixItems: schemas })) },
  );
  const extras = fc.constantFrom({}, {}, { uniqueItems: true }, { minItems: 2, maxItems: 1 });
  const type = fc.constantFrom<JsonSchema>({ type: 'array' }, { type: 'array' }, {});
  return fc.tuple(type, items, extras).map(([typed, held, extra]) => ({ ...typed, ...held, ...extra }));
}

function unionOf(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  const nothing = fc.constantFrom<unknown[]>([], [], [{ type: 'null' }]);
  const branches = fc
    .tuple(fc.array(child, { maxLength: 3 }), nothing)
    .map(([real, none]) => [...real, ...none]);
  const objects = fc.array(objectOf(child), { minLength: 2, maxLength: 3 });
  const bounds = fc.constant([{ minimum: 5 }, { maximum: 3 }, { type: 'integer' }]);
  return fc.oneof(
    branches.map((anyOf) => ({ anyOf })),
    branches.map((oneOf) => ({ oneOf })),
    objects.map((anyOf) => ({ type: 'object', anyOf })),
    fc.oneof(objects, bounds, fc.array(child, { maxLength: 3 })).map((allOf) => ({ allOf })),
    branches.map((anyOf) => ({ type: 'string', anyOf })),
  );
}

function conditionOf(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  return fc.oneof(
    child.map((schema) => ({ type: 'string', not: schema })),
    fc.tuple(child, child).map(([test, result]): JsonSchema => {
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      return { type: 'object', if: test, then: result, else: {} };
    }),
  );
}

function rootOddities(child: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  return fc.oneof(
    unionOf(child),
    fc.constantFrom<JsonSchema>({ properties: null }, { nullable: true }, { $ref: '#/$defs/Tree' }),
    fc.constantFrom<JsonSchema>({ additionalProperties: true }, { title: 'Request', description: null }),
  );
}
