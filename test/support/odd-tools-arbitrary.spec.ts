import * as fc from 'fast-check';

import { arbitrarySchema, arbitraryTool } from './odd-tools-arbitrary.js';
import { isObject, type JsonObject } from './open-webui/json-object.js';

const SEED = 20_260_501;
const SAMPLE = fc.sample(arbitrarySchema(), { numRuns: 1_500, seed: SEED });

/** Every object inside a value; members of `properties` are among them. */
function objectsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => objectsIn(item));
  }
  return isObject(value) ? [value, ...Object.values(value).flatMap((item) => objectsIn(item))] : [];
}

function depthOf(value: unknown): number {
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : undefined;
  return inner ? 1 + Math.max(0, ...inner.map((item) => depthOf(item))) : 0;
}

const OBJECTS = SAMPLE.flatMap((schema) => objectsIn(schema));
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const names = (node: JsonObject): string[] =>
  isObject(node['properties']) ? Object.keys(node['properties']) : [];

const ODDITIES: Record<string, (node: JsonObject) => boolean> = {
  'recursive reference': (node) => node['$ref'] === '#/$defs/Tree',
  'mutually recursive reference': (node) => node['$ref'] === '#/$defs/Ping',
  'dangling reference': (node) => node['$ref'] === '#/$defs/Missing',
  'external reference': (node) => /^(http|file):/.test(String(node['$ref'])),
  'escaped reference': (node) => /~[01]/.test(String(node['$ref'])),
  'reference with siblings': (node) => '$ref' in node && Object.keys(node).length > 1,
  'boolean property': (node) =>
    isObject(node['properties']) && Object.values(node['properties']).includes(true),
  'null property': (node) => isObject(node['properties']) && Object.values(node['properties']).includes(null),
  'required null': (node) => node['required'] === null,
  'required text': (node) => typeof node['required'] === 'string',
  'required twice': (node) => new Set(list(node['required'])).size < list(node['required']).length,
  'required undeclared': (node) => list(node['required']).includes('undeclared'),
  'properties null': (node) => node['properties'] === null,
  allOf: (node) => list(node['allOf']).length > 1,
  'conflicting bounds': (node) => JSON.stringify(node['allOf'])?.startsWith('[{"minimum":5}') ?? false,
  'anyOf with null': (node) => JSON.stringify(node['anyOf'])?.endsWith('{"type":"null"}]') ?? false,
  'oneOf with null': (node) => JSON.stringify(node['oneOf'])?.endsWith('{"type":"null"}]') ?? false,
  'empty anyOf': (node) => JSON.stringify(node['anyOf']) === '[]',
  'union of objects': (node) => node['type'] === 'object' && list(node['anyOf']).length > 1,
  nullable: (node) => node['nullable'] === true,
  'list of types': (node) => list(node['type']).length > 1,
  'type null': (node) => node['type'] === null,
  'empty schema': (node) => Object.keys(node).length === 0,
  'properties without type': (node) => 'properties' in node && !('type' in node),
  'items without type': (node) => 'items' in node && !('type' in node),
  'enum without type': (node) => Array.isArray(node['enum']) && !('type' in node),
  'array without items': (node) => node['type'] === 'array' && !('items' in node) && !('prefixItems' in node),
  'array of anything': (node) => JSON.stringify(node['items']) === '{}',
  tuple: (node) => Array.isArray(node['items']),
  prefixItems: (node) => Array.isArray(node['prefixItems']),
  'const null': (node) => node['const'] === null,
  'const object': (node) => isObject(node['const']),
  'enum with null': (node) => list(node['enum']).includes(null),
  'enum of mixed types': (node) => new Set(list(node['enum']).map((item) => typeof item)).size > 2,
  'long enum': (node) => list(node['enum']).length > 100,
  'empty enum': (node) => JSON.stringify(node['enum']) === '[]',
  'default of another type': (node) => node['type'] === 'integer' && typeof node['default'] === 'string',
  'name __proto__': (node) => names(node).includes('__proto__'),
  'name constructor': (node) => names(node).includes('constructor'),
  'empty name': (node) => names(node).includes(''),
  'long name': (node) => names(node).some((name) => name.length > 64),
  'colliding names': (node) => names(node).includes('x.y') && names(node).includes('x_y'),
  'additionalProperties true': (node) => node['additionalProperties'] === true,
  'additionalProperties false': (node) => node['additionalProperties'] === false,
  'additionalProperties schema': (node) => isObject(node['additionalProperties']),
  patternProperties: (node) => 'patternProperties' in node,
  propertyNames: (node) => 'propertyNames' in node,
  not: (node) => 'not' in node,
  'if, then, else': (node) => 'if' in node && 'then' in node,
  dependentRequired: (node) => 'dependentRequired' in node,
  'exclusiveMinimum number': (node) => typeof node['exclusiveMinimum'] === 'number',
  'exclusiveMinimum boolean': (node) => typeof node['exclusiveMinimum'] === 'boolean',
  format: (node) => 'format' in node,
  'invalid pattern': (node) => node['pattern'] === '([a-z',
  'pattern with a lookahead': (node) => String(node['pattern']).includes('(?='),
  'catastrophic pattern': (node) => node['pattern'] === '^(a+)+$',
  minProperties: (node) => 'minProperties' in node,
  uniqueItems: (node) => 'uniqueItems' in node,
  multipleOf: (node) => 'multipleOf' in node,
  file_uploadable: (node) => node['file_uploadable'] === true,
  'examples and title': (node) => 'examples' in node && 'title' in node,
  human_parameter_name: (node) => 'human_parameter_name' in node,
  'null description': (node) => node['description'] === null,
  'huge description': (node) => String(node['description']).length > 5_000,
  'HTML description': (node) => String(node['description']).startsWith('<b '),
};

describe('the arbitrary schema', () => {
  it.each(Object.entries(ODDITIES))('comes with: %s', (_, predicate) => {
    expect(OBJECTS.some(predicate)).toBe(true);
  });

  it('has a root of type object and survives the wire', () => {
    for (const schema of SAMPLE) {
      expect(schema['type']).toBe('object');
      expect(JSON.stringify(JSON.parse(JSON.stringify(schema)))).toBe(JSON.stringify(schema));
    }
  });

  it('is as deep as asked, and plain ones stay small', () => {
    expect(Math.max(...SAMPLE.map((schema) => depthOf(schema['properties'])))).toBeGreaterThan(12);
    const shallow = fc.sample(arbitrarySchema(1), { numRuns: 300, seed: SEED });
    expect(Math.max(...shallow.map((schema) => depthOf(schema['properties'])))).toBeLessThan(12);
  });

  it('is the same for the same seed', () => {
    expect(fc.sample(arbitrarySchema(), { numRuns: 20, seed: 7 })).toEqual(
      fc.sample(arbitrarySchema(), { numRuns: 20, seed: 7 }),
    );
  });
});

it('the arbitrary tool has a legal slug, sometimes too long for a function name', () => {
  const tools = fc.sample(arbitraryTool(), { numRuns: 300, seed: SEED });
  expect(tools.filter(({ slug }) => !/^[A-Z0-9_]+$/.test(slug))).toEqual([]);
  expect(tools.some(({ slug }) => slug.length > 64)).toBe(true);
  expect(tools.some(({ slug }) => slug.startsWith('_'))).toBe(true);
  expect(tools.some(({ description }) => description === '')).toBe(true);
  expect(tools.some(({ description }) => description.length > 1_024)).toBe(true);
});
