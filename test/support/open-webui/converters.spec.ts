import { convertDirect } from './direct-converter.js';
import { convertGlobal } from './global-converter.js';
import { ImportCrash } from './import-crash.js';
import type { JsonObject } from './json-object.js';
import { operationWithBody, operationWithProperty, sampleDocument } from './sample-document.js';

const components = {
  schemas: {
    Person: { type: 'object', properties: { name: { type: 'string' } } },
    Size: { type: 'string', enum: ['s', 'm'] },
    Chain: { $ref: '#/components/schemas/Size' },
    'a~1b': { type: 'integer' },
    Self: { type: 'object', properties: { next: { $ref: '#/components/schemas/Self' } } },
    Ping: { type: 'object', properties: { pong: { $ref: '#/components/schemas/Pong' } } },
    Pong: { type: 'object', properties: { ping: { $ref: '#/components/schemas/Ping' } } },
  },
  deep: { Nested: { type: 'number' } },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const person = { type: 'object', properties: { name: { type: 'string' } } };

const body = (schema: unknown) => documentOf(operationWithBody(schema));
const property = (schema: unknown) => documentOf(operationWithProperty(schema));

function documentOf(operation: JsonObject): JsonObject {
  return sampleDocument([operation], { components });
}

describe('a property of the body', () => {
  const rows: { row: string; input: unknown; global: unknown; direct: unknown }[] = [
    {
      row: 'keywords other than type, description, properties, required, items and unions',
      input: {
        type: 'string',
        description: 'd',
        enum: ['a'],
        default: 'a',
        format: 'f',
        pattern: 'p',
        minLength: 1,
        title: 't',
        const: 'a',
        examples: ['a'],
        additionalProperties: false,
      },
      global: {
        type: 'string',
        description: 'd',
        enum: ['a'],
        default: 'a',
        format: 'f',
        pattern: 'p',
        minLength: 1,
        title: 't',
        const: 'a',
        examples: ['a'],
        additionalProperties: false,
      },
      direct: { type: 'string', description: 'd' },
    },
    {
      row: 'a description beside a reference',
      input: { ...ref('Person'), description: 'd' },
      global: person,
      direct: person,
    },
    {
      row: 'a reference to a reference',
      input: ref('Chain'),
      global: { type: 'string', enum: ['s', 'm'] },
      direct: { type: 'string' },
    },
    {
      row: 'allOf around a reference, as @nestjs/swagger emits it',
      input: { allOf: [ref('Size')], description: 'd' },
      global: { allOf: [{ type: 'string', enum: ['s', 'm'] }], description: 'd', type: 'string' },
      direct: { allOf: [{ type: 'string' }], description: 'd' },
    },
    {
      row: 'allOf around a nested object: a contradictory type is added',
      input: { allOf: [ref('Person')] },
      global: { allOf: [person], type: 'string' },
      direct: { allOf: [person] },
    },
    {
      row: 'only oneOf',
      input: { oneOf: [{ type: 'integer' }, person] },
      global: { oneOf: [{ type: 'integer' }, person], type: 'string' },
      direct: { oneOf: [{ type: 'integer' }, person] },
    },
    {
      row: 'anyOf with one branch that is not null',
      input: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], description: 'd' },
      global: { type: 'integer', minimum: 1, description: 'd' },
      direct: { anyOf: [{ type: 'integer' }, { type: 'null' }], description: 'd' },
    },
    {
      row: 'a real union beside its types',
      input: { type: ['integer', 'object'], anyOf: [{ type: 'integer' }, person] },
      global: { type: ['integer', 'object'], anyOf: [{ type: 'integer' }, person] },
      direct: { type: ['integer', 'object'], anyOf: [{ type: 'integer' }, person] },
    },
    {
      row: 'a real union with null and no type',
      input: { anyOf: [{ type: 'integer' }, person, { type: 'null' }] },
      global: { anyOf: [{ type: 'integer' }, person] },
      direct: { anyOf: [{ type: 'integer' }, person, { type: 'null' }] },
    },
    { row: 'an empty schema', input: {}, global: { type: 'string' }, direct: {} },
    {
      row: 'nullable',
      input: { type: 'string', nullable: true },
      global: { type: 'string', nullable: true },
      direct: { type: 'string' },
    },
    {
      row: 'a list of types with null',
      input: { type: ['string', 'null'] },
      global: { type: ['string', 'null'] },
      direct: { type: ['string', 'null'] },
    },
    {
      row: 'keywords neither client enters',
      input: {
        type: 'object',
        additionalProperties: ref('Person'),
        prefixItems: [ref('Person')],
        not: ref('Person'),
        if: ref('Person'),
      },
      global: {
        type: 'object',
        additionalProperties: ref('Person'),
        prefixItems: [ref('Person')],
        not: ref('Person'),
        if: ref('Person'),
      },
      direct: { type: 'object' },
    },
    {
      row: 'a missing type deep inside',
      input: { type: 'array', items: { properties: { a: { enum: [1] } } } },
      global: {
        type: 'array',
        items: { properties: { a: { type: 'string', enum: [1] } } },
      },
      direct: { type: 'array', items: { properties: { a: {} } } },
    },
    {
      row: 'a reference outside components.schemas',
      input: { $ref: '#/components/deep/Nested' },
      global: { type: 'number' },
      direct: {},
    },
    {
      row: 'an external reference',
      input: { $ref: 'http://127.0.0.1/x.json#/Size' },
      global: { type: 'string' },
      direct: { type: 'string' },
    },
    { row: 'a dangling reference', input: ref('Missing'), global: { type: 'string' }, direct: {} },
    {
      row: 'an escaped pointer, never decoded',
      input: ref('a~1b'),
      global: { type: 'integer' },
      direct: { type: 'integer' },
    },
  ];

  it.each(rows)('$row', ({ input, global, direct }) => {
    const spec = property(input);
    expect(convertGlobal(spec)[0]?.parameters['properties']).toEqual({ value: global });
    expect(convertDirect(spec)[0]?.parameters['properties']).toEqual({ value: direct });
  });

  it.each([
    ['itself', 'Self', { next: { type: 'string' } }],
    ['another', 'Ping', { pong: { type: 'object', properties: { ping: { type: 'string' } } } }],
  ])(
    'a reference circular through %s is cut by the backend and overflows the page',
    (_, name, properties) => {
      const spec = property(ref(name));
      expect(convertGlobal(spec)[0]?.parameters['properties']).toEqual({
        value: { type: 'object', properties },
      });
      expect(() => convertDirect(spec)).toThrow(RangeError);
    },
  );

  it('the same reference twice in a row is no circle', () => {
    const spec = documentOf(
      operationWithBody({ type: 'object', properties: { from: ref('Person'), to: ref('Person') } }),
    );
    expect(convertGlobal(spec)[0]?.parameters['properties']).toEqual({ from: person, to: person });
    expect(convertDirect(spec)[0]?.parameters['properties']).toEqual({ from: person, to: person });
  });

  it('a reference without components is empty to the backend and fails the page', () => {
    const { components: _, ...spec } = property(ref('Person'));
    expect(convertGlobal(spec)[0]?.parameters['properties']).toEqual({ value: { type: 'string' } });
    expect(() => convertDirect(spec)).toThrow(TypeError);
  });

  it('a property named __proto__ is lost by the page', () => {
    const spec = documentOf(operationWithBody({ type: 'object', properties: { ['__proto__']: person } }));
    expect(Object.keys(convertGlobal(spec)[0]?.parameters['properties'] ?? {})).toEqual(['__proto__']);
    expect(Object.keys(convertDirect(spec)[0]?.parameters['properties'] ?? {})).toEqual([]);
  });
});

describe('the root of the body', () => {
  const none = { type: 'object', properties: {}, required: [] };
  const some = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
  const rows: { row: string; input: unknown; global: unknown; direct: unknown }[] = [
    { row: 'an object', input: { ...person, required: ['name'] }, global: some, direct: some },
    {
      row: 'a reference',
      input: ref('Person'),
      global: { ...some, required: [] },
      direct: { ...some, required: [] },
    },
    { row: 'allOf', input: { allOf: [person] }, global: none, direct: none },
    { row: 'oneOf', input: { oneOf: [person, person] }, global: none, direct: none },
    { row: 'free form', input: { type: 'object', additionalProperties: true }, global: none, direct: none },
    {
      row: 'properties without a type',
      input: { properties: person.properties, required: ['name'] },
      global: some,
      direct: none,
    },
    {
      row: 'a list of types',
      input: { ...person, type: ['object', 'null'], required: ['name'] },
      global: some,
      direct: none,
    },
    {
      row: 'an array',
      input: { type: 'array', items: person },
      global: { type: 'array', items: person },
      direct: { type: 'array', items: person },
    },
  ];

  it.each(rows)('$row', ({ input, global, direct }) => {
    const spec = body(input);
    expect(convertGlobal(spec)[0]?.parameters).toEqual(global);
    expect(convertDirect(spec)[0]?.parameters).toEqual(direct);
  });
});

describe('what the backend raises at', () => {
  it.each<[string, unknown]>([
    ['a boolean body schema', body(true)],
    ['a null body schema', body(null)],
    ['a boolean property', property(true)],
    ['boolean items', property({ type: 'array', items: false })],
    ['a boolean branch', property({ anyOf: [true, { type: 'string' }] })],
    ['required: null', body({ type: 'object', properties: {}, required: null })],
    ['required: null deep inside', property({ type: 'object', required: null })],
    ['a null property', property(null)],
    ['paths: null', sampleDocument([], { paths: null })],
    ['a null path item', sampleDocument([], { paths: { '/a': null } })],
    ['a null operation', sampleDocument([null])],
    ['a document that is no object', ['paths']],
  ])('%s', (_, spec) => {
    expect(() => convertGlobal(spec)).toThrow(ImportCrash);
  });

  it('the page fails without paths, the backend has no tools', () => {
    expect(convertGlobal({ openapi: '3.1.0' })).toEqual([]);
    expect(() => convertDirect({ openapi: '3.1.0' })).toThrow(TypeError);
    expect(() => convertDirect({ paths: null })).toThrow(TypeError);
  });

  it('the page takes a boolean schema for an empty one', () => {
    expect(convertDirect(property(true))[0]?.parameters['properties']).toEqual({ value: {} });
  });
});
