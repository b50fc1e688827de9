import { adaptSchema } from './adapt-schema.js';

const many = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i));
const members = (count: number, of: (i: number) => unknown) =>
  Object.fromEntries(many(count, (i) => [`a${i}`, of(i)]));
const nested = (levels: number, around: (inner: object) => object) =>
  many(levels, String).reduce<object>(around, { type: 'string' });
const ref = { $ref: '#/$defs/T' };
const text = { type: 'string' };

describe('a schema that is too large or too deep to be described', () => {
  it.each([
    [
      'products of unions',
      { allOf: many(900, (i) => ({ anyOf: many(5, (j) => ({ properties: { [`p${i}_${j}`]: text } })) })) },
    ],
    ['very many parts of one object', { allOf: many(4_000, (i) => ({ properties: { [`p${i}`]: text } })) }],
    [
      'merging the same property again and again',
      { properties: { x: { allOf: many(2_000, (minimum) => ({ additionalProperties: { minimum } })) } } },
    ],
    [
      'many references to many values',
      { properties: members(900, () => ref), $defs: { T: { enum: many(5_000, (i) => i) } } },
    ],
    [
      'many references to a long text',
      { properties: members(900, () => ref), $defs: { T: { default: 'x'.repeat(20_000) } } },
    ],
    [
      'many references to a long pattern',
      { properties: members(900, () => ref), $defs: { T: { pattern: 'x'.repeat(20_000) } } },
    ],
    [
      'many references to a large object',
      { properties: members(900, () => ref), $defs: { T: { properties: members(900, () => text) } } },
    ],
    ['properties of thousands of levels', nested(10_000, (x) => ({ properties: { x } }))],
    [
      'combinations of thousands of levels',
      { properties: { x: nested(10_000, (part) => ({ allOf: [part] })) } },
    ],
    ['items of thousands of levels', { properties: { x: nested(10_000, (items) => ({ items })) } }],
  ])('gets an outline: %s', (_, schema) => {
    const adapted = adaptSchema(schema);
    expect(adapted?.losses).toContainEqual({
      path: '',
      keyword: 'properties',
      effect: 'wider',
      reason: 'the schema is too large to be described',
    });
    expect(JSON.stringify(adapted).length).toBeLessThan(20_000);
  });

  it('keeps the properties, their types and descriptions, and which are required', () => {
    const x = { type: 'integer', description: 'How many', enum: many(1_000_000, (i) => i) };
    const y = nested(10_000, (inner) => ({ type: 'object', properties: { inner } }));
    expect(adaptSchema({ properties: { x, y }, required: ['x'] })?.schema).toEqual({
      type: 'object',
      properties: { x: { type: 'integer', description: 'How many' }, y: { type: 'object', properties: {} } },
      required: ['x'],
    });
  });

  it('keeps that a tool cannot be called without a file', () => {
    const properties = {
      file: { type: 'string', file_uploadable: true },
      y: nested(10_000, (items) => ({ items })),
    };
    expect(adaptSchema({ properties, required: ['file'] })).toBeUndefined();
  });

  it('is described as far as a long chain of references can be', () => {
    const chain = members(2_000, (i) => ({
      type: 'object',
      properties: { x: { $ref: `#/$defs/a${i + 1}` } },
    }));
    const adapted = adaptSchema({ properties: { x: { $ref: '#/$defs/a0' } }, $defs: chain });
    expect(adapted?.losses.map(({ path }) => path)).toEqual(['/x'.repeat(9)]);
  });
});
