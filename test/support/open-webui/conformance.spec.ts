import { conformanceFindings } from './conformance.js';
import type { ConformanceOptions } from './finding.js';
import type { JsonObject } from './json-object.js';
import {
  operationWithBody,
  operationWithProperty,
  sampleDocument,
  sampleOperation,
} from './sample-document.js';

const text = { type: 'string', description: 'A text' };
const body = (schema: unknown) => sampleDocument([operationWithBody(schema)]);
const property = (schema: unknown) => sampleDocument([operationWithProperty(schema)]);
const operation = (overrides: JsonObject) => sampleDocument([sampleOperation(overrides)]);
const named = (...names: string[]) =>
  sampleDocument(names.map((operationId) => sampleOperation({ operationId })));
const many = (count: number) => named(...Array.from({ length: count }, (_, index) => `demo_${1000 + index}`));
const parameter = (where: string, schema: unknown) =>
  operation({ parameters: [{ name: 'extra', in: where, schema }] });
const nested = (levels: number, kind: 'object' | 'array'): JsonObject => {
  if (levels === 0) {
    return text;
  }
  const inner = nested(levels - 1, kind);
  return kind === 'array' ? { type: 'array', items: inner } : { type: 'object', properties: { inner } };
};
const circular = {
  components: {
    schemas: { A: { $ref: '#/components/schemas/B' }, B: { items: { $ref: '#/components/schemas/A' } } },
  },
};
const longEnum = Array.from({ length: 150 }, (_, index) => `value_${index}`);

const rulesOf = (spec: unknown, options?: Partial<ConformanceOptions>): number[] => [
  ...new Set(conformanceFindings(spec, options).map(({ rule }) => rule)),
];

describe('a document that breaks no rule', () => {
  it.each<[string, JsonObject]>([
    ['one operation', sampleDocument()],
    ['no operation', sampleDocument([])],
    ['60 operations', many(60)],
    ['a tool without arguments', body({ type: 'object', properties: {} })],
    ['a list of types', property({ type: ['string', 'integer'], description: 'Either' })],
    [
      'a union of text and a list, beside its types',
      property({
        type: ['string', 'array'],
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
      }),
    ],
    [
      'a union of objects, beside their type',
      property({
        type: 'object',
        oneOf: [
          { type: 'object', properties: { a: text }, required: ['a'] },
          { type: 'object', properties: { b: text } },
        ],
      }),
    ],
    [
      'an integer branch beside number',
      property({ type: ['number', 'string'], anyOf: [{ type: 'integer' }, text] }),
    ],
    ['an open object as a property', property({ type: 'object', additionalProperties: true })],
    [
      'properties named like keywords',
      body({ type: 'object', properties: { $ref: text, required: text, type: text } }),
    ],
    ['values that look like schemas', property({ type: 'object', examples: [{ $ref: '#/a' }], title: 't' })],
    ['ten levels', property(nested(9, 'object'))],
    ['a default of null', property({ ...text, default: null })],
    [
      'a long enum, cut with an ellipsis',
      property({
        type: 'string',
        enum: longEnum,
        description: `One of ${longEnum.slice(0, 20).join(', ')}, …`,
      }),
    ],
    [
      'an enum described on the list of it',
      property({ type: 'array', items: { type: 'string', enum: ['a', 'b'] }, description: 'Of a or b' }),
    ],
    [
      'a health route without operationId',
      sampleDocument([], { paths: { '/health': { get: { responses: {} } } } }),
    ],
    [
      'a tool that is about health',
      sampleDocument([], { paths: { '/api/tools/APP_HEALTH/execute': { post: sampleOperation() } } }),
    ],
  ])('%s', (_, spec) => {
    expect(conformanceFindings(spec)).toEqual([]);
  });
});

describe('a document that breaks one rule', () => {
  it.each<[number, string, unknown]>([
    [1, 'no object', []],
    [1, 'no paths', { info: {} }],
    [1, 'paths is null', sampleDocument([], { paths: null })],
    [2, 'a null path item', sampleDocument([], { paths: { '/a': null } })],
    [2, 'a null operation', sampleDocument([], { paths: { '/health': { get: null } } })],
    [2, 'a boolean property', property(true)],
    [2, 'a null property', property(null)],
    [2, 'a boolean where no client looks', property({ ...text, not: false })],
    [2, 'required: null', property({ type: 'object', required: null })],
    [2, 'a null schema', body(null)],
    [2, 'parameters: null', operation({ parameters: null })],
    [3, 'a reference', property({ $ref: '#/components/schemas/A' })],
    [
      3,
      'a reference where no client looks',
      property({ type: 'object', additionalProperties: { $ref: '#/a' } }),
    ],
    [3, 'a reference as the body schema', body({ $ref: '#/components/schemas/A' })],
    [3, 'a reference as the request body', operation({ requestBody: { $ref: '#/a' } })],
    [3, 'a reference as a path item', sampleDocument([], { paths: { '/a': { $ref: '#/b' } } })],
    [3, 'a reference as a parameter', operation({ parameters: [{ $ref: '#/components/parameters/A' }] })],
    [3, 'no components', sampleDocument([sampleOperation()], { components: undefined })],
    [3, 'a circle that no request enters', sampleDocument([sampleOperation()], circular)],
    [4, 'no operationId', operation({ operationId: undefined })],
    [4, 'an illegal operationId', named('demo.send')],
    [4, 'an operationId of 65 characters', named('n'.repeat(65))],
    [4, 'a duplicate operationId', named('demo_a', 'demo_a')],
    [5, '61 operations', many(61)],
    [6, 'too many bytes', property({ type: 'string', description: 'ä'.repeat(500_000) })],
    [8, 'no request body', operation({ requestBody: undefined })],
    [8, 'another media type', operation({ requestBody: { content: { 'text/plain': {} } } })],
    [
      8,
      'a media type with a charset',
      operation({
        requestBody: {
          content: { 'application/json; charset=utf-8': { schema: { type: 'object', properties: {} } } },
        },
      }),
    ],
    [8, 'a body that is a list', body({ type: 'array', items: { type: 'string' } })],
    [8, 'a body without a type', body({ properties: { text }, required: ['text'] })],
    [8, 'a body without properties', body({ type: 'object' })],
    [
      8,
      'a union as body',
      body({ type: 'object', properties: { text }, anyOf: [{ type: 'object' }, { type: 'object' }] }),
    ],
    [8, 'an undeclared required name', body({ type: 'object', properties: { text }, required: ['other'] })],
    [8, 'a name the page loses', body({ type: 'object', properties: { ['__proto__']: text } })],
    [8, 'a body that is never sent', sampleDocument([], { paths: { '/a': { get: sampleOperation() } } })],
    [9, 'a query parameter', parameter('query', { type: 'string' })],
    [9, 'a path placeholder', sampleDocument([], { paths: { '/a/{id}': { post: sampleOperation() } } })],
    [11, 'no type', property({ description: 'Anything' })],
    [11, 'an unknown type', property({ type: 'any' })],
    [11, 'a type of its enum only', property({ enum: ['a'], description: 'a' })],
    [11, 'allOf', property({ type: 'string', allOf: [{ type: 'string' }] })],
    [11, 'only oneOf', property({ oneOf: [text, { type: 'integer' }] })],
    [11, 'anyOf with an untyped branch', property({ anyOf: [text, { minLength: 2 }] })],
    [11, 'a type that refuses a branch', property({ type: 'string', anyOf: [text, { type: 'integer' }] })],
    [11, 'a branch without a type', property({ type: 'string', anyOf: [text, { minLength: 2 }] })],
    [11, 'a union with null', property({ type: ['string', 'null'], anyOf: [text, { type: 'null' }] })],
    [11, 'a union of one', property({ type: 'string', anyOf: [text] })],
    [11, 'a list without items', property({ type: 'array' })],
    [11, 'a list of anything', property({ type: 'array', items: {} })],
    [11, 'a tuple', property({ type: 'array', prefixItems: [text] })],
    [
      11,
      'no type deep inside',
      property({ type: 'array', items: { type: 'object', properties: { a: {} } } }),
    ],
    [11, 'eleven objects', property(nested(10, 'object'))],
    [11, 'eleven lists', property(nested(10, 'array'))],
    [13, 'an open body', body({ type: 'object', properties: { text }, additionalProperties: true })],
    [
      13,
      'patterns in a body',
      body({ type: 'object', properties: { text }, patternProperties: { '^x': text } }),
    ],
    [14, 'an enum nobody described', property({ type: 'string', enum: ['a', 'b'], description: 'b' })],
    [14, 'an enum inside another word', property({ type: 'string', enum: ['low'], description: 'below' })],
    [14, 'a default nobody described', property({ type: 'integer', default: 3, description: 'From 30' })],
    [14, 'a constant nobody described', property({ type: 'string', const: 'a', description: 'Fixed' })],
    [
      14,
      'a long enum cut without an ellipsis',
      property({ type: 'string', enum: longEnum, description: longEnum.slice(0, 20).join(', ') }),
    ],
    [
      14,
      'a long enum cut too early',
      property({ type: 'string', enum: longEnum, description: 'value_0, …' }),
    ],
    [14, 'a short enum cut', property({ type: 'string', enum: ['a', 'b', 'c'], description: 'a, b, …' })],
    [15, 'no description', operation({ description: undefined })],
    [15, 'an empty description', operation({ description: ' ' })],
    [15, 'a long description', operation({ description: 'x'.repeat(1025) })],
    [32, 'no version', sampleDocument([], { info: { title: 't', description: 'd' } })],
    [33, 'a suffix of another name', named('demo_a', 'x_demo_a')],
    [33, 'a suffix in the midst of a word', named('ejson', 'json')],
    [38, 'a health tool', sampleDocument([], { paths: { '/health': { get: { operationId: 'health' } } } })],
    [
      38,
      'an allowlist tool in a scope',
      sampleDocument([], { paths: { '/toolkits/a/api/allowlist': { put: { operationId: 'set' } } } }),
    ],
    [39, 'a cookie parameter', parameter('cookie', { type: 'string' })],
  ])('%d: %s', (rule, _, spec) => {
    expect(rulesOf(spec)).toEqual([rule]);
  });

  it.each<[string, unknown, number[]]>([
    ['a header parameter is also a parameter', parameter('header', { type: 'string' }), [9, 39]],
    ['so is a boolean in the query', parameter('query', { type: 'boolean' }), [9, 12]],
    ['a tuple is read as no schema', property({ type: 'array', items: [text] }), [2, 11]],
    ['so is a query parameter without a type', parameter('query', {}), [9, 12]],
  ])('%s', (_, spec, rules) => {
    expect(rulesOf(spec)).toEqual(rules);
  });
});

describe('options and hints', () => {
  it('null among the types is a hint of the lowest severity', () => {
    const findings = [{ type: ['string', 'null'] }, { type: 'string', nullable: true }].flatMap((schema) =>
      conformanceFindings(property(schema)),
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      [11, 'L'],
      [11, 'L'],
    ]);
  });

  it.each<[string, unknown, Partial<ConformanceOptions>, number[]]>([
    ['127 operations when allowed', many(127), { maxOperations: 500 }, []],
    ['128 operations never', many(128), { maxOperations: 500 }, [5]],
    ['a smaller document', sampleDocument(), { maxBytes: 100 }, [6]],
    ['fewer levels', property(nested(3, 'object')), { maxDepth: 3 }, [11]],
    ['a shorter description', sampleDocument(), { maxDescription: 10 }, [15]],
    [
      'fewer values',
      property({ type: 'string', enum: ['a', 'b', 'c'], description: 'a, …' }),
      { enumMentions: 1 },
      [],
    ],
    ['a prefix', sampleDocument(), { prefix: 'other_' }, [33]],
    ['a prefix that is there', sampleDocument(), { prefix: 'demo_' }, []],
  ])('%s', (_, spec, options, rules) => {
    expect(rulesOf(spec, options)).toEqual(rules);
  });

  it('a finding says where', () => {
    expect(conformanceFindings(property({ type: 'array', items: {} }))).toEqual([
      {
        rule: 11,
        severity: 'H',
        operationId: 'demo_send_note',
        path: 'post /api/tools/note_0/execute properties/value/items',
        message: 'No explicit type, but undefined: the backend fills in string',
      },
    ]);
  });
});
