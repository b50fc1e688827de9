import { adaptSchema } from './adapt-schema.js';

const text = { type: 'string' };

/** The adapted schema of one optional property `p`. */
function adapted(schema: unknown, $defs?: unknown): unknown {
  const properties = adaptSchema({ type: 'object', properties: { p: schema }, $defs })?.schema.properties;
  return (properties as Record<string, unknown>).p;
}

describe('adaptSchema: a property', () => {
  it.each([
    ['says nothing', {}, text],
    ['is true', true, text],
    ['is null', null, text],
    [
      'has noise',
      {
        ...text,
        title: 'P',
        examples: [1],
        human_parameter_name: 'x',
        human_parameter_description: 'y',
        $comment: 'z',
      },
      text,
    ],
    [
      'has a reference',
      { $ref: '#/$defs/A', description: 'Own.' },
      { type: 'integer', description: 'Own.', minimum: 1 },
    ],
    ['has a dangling reference', { $ref: '#/$defs/None' }, text],
    ['has a reference elsewhere', { $ref: 'http://127.0.0.1/a.json' }, text],
    ['is nullable by OpenAPI 3.0', { ...text, nullable: true, default: null }, text],
    ['is nullable by a list of types', { type: ['string', 'null'], minLength: 1 }, { ...text, minLength: 1 }],
    [
      'is nullable by a union',
      { anyOf: [{ type: 'integer' }, { type: 'null' }], default: 3 },
      { type: 'integer', description: 'Default: 3.', default: 3 },
    ],
    ['is a union of one', { oneOf: [text] }, text],
    [
      'is a real union',
      { description: 'Who.', anyOf: [text, { type: 'integer' }], default: 'a' },
      { description: 'Who. Default: a.', default: 'a', anyOf: [text, { type: 'integer' }] },
    ],
    [
      'is a union by a list of types',
      { type: ['string', 'integer'], minimum: 1, maxLength: 3 },
      {
        anyOf: [
          { ...text, maxLength: 3 },
          { type: 'integer', minimum: 1 },
        ],
      },
    ],
    [
      'is a union of objects',
      { anyOf: [{ properties: { a: text }, required: ['a'] }, { properties: { b: text } }] },
      {
        type: 'object',
        anyOf: [
          { type: 'object', properties: { a: text }, required: ['a'] },
          { type: 'object', properties: { b: text } },
        ],
      },
    ],
    [
      'is a union of constants',
      { oneOf: [{ const: 'a' }, { const: 'b' }] },
      { ...text, description: 'Possible values: a, b.', enum: ['a', 'b'] },
    ],
    ['is a constant', { const: 7 }, { type: 'integer', description: 'Possible values: 7.', enum: [7] }],
    [
      'has an enumeration with null',
      { enum: ['a', null] },
      { ...text, description: 'Possible values: a.', enum: ['a'] },
    ],
    [
      'has an enumeration of several types',
      { enum: ['a', 1] },
      {
        anyOf: [
          { ...text, description: 'Possible values: a.', enum: ['a'] },
          { type: 'integer', description: 'Possible values: 1.', enum: [1] },
        ],
      },
    ],
    [
      'has an enumeration and a default',
      { ...text, enum: ['a', 'b c'], default: 'a', description: 'Which' },
      {
        ...text,
        description: 'Which. Possible values: a, b c. Default: a.',
        enum: ['a', 'b c'],
        default: 'a',
      },
    ],
    ['has a default of another type', { type: 'integer', default: 'x' }, { type: 'integer' }],
    [
      'has an exclusive minimum by OpenAPI 3.0',
      { type: 'integer', minimum: 0, exclusiveMinimum: true },
      { type: 'integer', exclusiveMinimum: 0 },
    ],
    ['is an array without items', { type: 'array' }, { type: 'array', items: text }],
    ['is an array of anything', { type: 'array', items: {} }, { type: 'array', items: text }],
    [
      'is a tuple',
      { type: 'array', items: [text, { type: 'integer' }] },
      { type: 'array', items: { anyOf: [text, { type: 'integer' }] } },
    ],
    ['has properties but no type', { properties: { a: true } }, { type: 'object', properties: { a: text } }],
    [
      'requires null',
      { type: 'object', properties: { a: text }, required: null },
      { type: 'object', properties: { a: text } },
    ],
    [
      'requires twice, and what is not there',
      { type: 'object', properties: { a: text }, required: ['a', 'a', 'b'] },
      { type: 'object', properties: { a: text }, required: ['a'] },
    ],
    [
      'is open for text',
      { type: 'object', additionalProperties: text },
      { type: 'object', properties: {}, additionalProperties: text },
    ],
    [
      'is closed',
      { type: 'object', additionalProperties: false },
      { type: 'object', properties: {}, additionalProperties: false },
    ],
    [
      'is all of two',
      { allOf: [{ $ref: '#/$defs/A' }, { maximum: 9 }], description: 'Both.' },
      { type: 'integer', description: 'Both.', minimum: 1, maximum: 9 },
    ],
    [
      'is all of two objects',
      {
        allOf: [
          { type: 'object', properties: { a: text, c: { minLength: 1 } }, required: ['a'] },
          { properties: { b: text, c: text }, required: ['b'] },
        ],
      },
      {
        type: 'object',
        properties: { a: text, c: { ...text, minLength: 1 }, b: text },
        required: ['a', 'b'],
      },
    ],
    [
      'has optional file keys',
      { file_uploadable: true, type: 'object', properties: { s3key: text } },
      undefined,
    ],
    ['holds a list of file keys', { type: 'array', items: { file_uploadable: true, ...text } }, undefined],
    ['is a file or a text', { anyOf: [{ file_uploadable: true, ...text }, text] }, text],
    ['can only be null', { type: 'null' }, undefined],
    ['can be nothing', false, undefined],
    ['contradicts itself', { allOf: [{ type: 'string' }, { type: 'integer' }] }, undefined],
  ])('that %s', (_, schema, expected) => {
    expect(adapted(schema, { A: { type: 'integer', minimum: 1, description: 'Of A.' } })).toEqual(expected);
  });

  it('that refers to itself is described once', () => {
    const $defs = {
      Block: {
        type: 'object',
        properties: { text, children: { type: 'array', items: { $ref: '#/$defs/Block' } } },
      },
    };
    expect(adapted({ $ref: '#/$defs/Block' }, $defs)).toEqual({
      type: 'object',
      properties: { text, children: { type: 'array', items: { type: 'object', properties: {} } } },
    });
  });

  it('has a description that every provider takes', () => {
    const values = Array.from({ length: 300 }, (_, i) => `value-${i}`);
    const { description } = adapted({ ...text, description: 'word '.repeat(500), enum: values }) as {
      description: string;
    };
    expect(description.length).toBeLessThanOrEqual(1_024);
    expect(description).toMatch(/^word word .*…\s.*Possible values: value-0, value-1, .*, …\.$/);
  });
});

describe('adaptSchema: the arguments', () => {
  it.each([
    ['nothing', undefined, { type: 'object', properties: {} }],
    ['an empty schema', {}, { type: 'object', properties: {} }],
    ['a schema of something else', { type: 'array' }, { type: 'object', properties: {} }],
    [
      'no type',
      { properties: { a: text }, required: ['a'] },
      { type: 'object', properties: { a: text }, required: ['a'] },
    ],
    [
      'alternatives',
      {
        anyOf: [
          { properties: { a: text, c: text }, required: ['a'] },
          { properties: { b: text, c: { type: 'integer' } }, required: ['b'] },
        ],
        properties: { d: text },
        required: ['d'],
      },
      {
        type: 'object',
        properties: { d: text, a: text, c: { anyOf: [text, { type: 'integer' }] }, b: text },
        required: ['d'],
      },
    ],
    [
      'alternative requirements',
      { properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { type: 'object', properties: { a: text, b: text } },
    ],
    [
      'a title and a description',
      { title: 'T', description: 'D', properties: {} },
      { type: 'object', properties: {} },
    ],
  ])('of %s are one flat object', (_, schema, expected) => {
    expect(adaptSchema(schema)?.schema).toEqual(expected);
  });

  it.each([
    [{ properties: { file: { ...text, file_uploadable: true } }, required: ['file'] }],
    [
      {
        properties: {
          a: {
            properties: {
              file: {
                anyOf: [{ file_uploadable: true }, { type: 'array', items: { file_uploadable: true } }],
              },
            },
            required: ['file'],
          },
        },
        required: ['a'],
      },
    ],
  ])('cannot be offered when they need a file key: %j', (schema) => {
    expect(adaptSchema(schema)).toBeUndefined();
  });

  it.each([
    [{ a: { not: { const: 'x' } } }, '/a', 'not'],
    [{ a: { type: 'object', patternProperties: { '^x': text } } }, '/a', 'patternProperties'],
    [{ a: { type: 'array', contains: text } }, '/a', 'contains'],
    [{ a: { type: 'object', properties: { b: { type: 'null' } } } }, '/a/b', 'properties'],
    [{ a: { type: 'array', items: { oneOf: [{ minLength: 1 }, { maxLength: 3 }] } } }, '/a/*', 'oneOf'],
    [{ a: { allOf: [{ pattern: 'a' }, { pattern: 'b' }] } }, '/a', 'pattern'],
    [{ 'x/y': { type: 'object', required: ['gone'] } }, '/x~1y', 'required'],
  ])('report what they do not say: %j', (properties, path, keyword) => {
    expect(adaptSchema({ type: 'object', properties })?.losses).toEqual([
      expect.objectContaining({ path, keyword, effect: 'wider' }),
    ]);
  });

  it('stay small when references multiply', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => {
        const next = { $ref: `#/$defs/d${i + 1}` };
        return [`d${i}`, { type: 'object', properties: { a: next, b: next }, anyOf: [next, next] }];
      }),
    );
    const result = adaptSchema({ type: 'object', properties: { p: { $ref: '#/$defs/d0' } }, $defs });
    expect(JSON.stringify(result?.schema).length).toBeLessThan(1_000_000);
    expect(result?.losses).not.toEqual([]);
  });
});
