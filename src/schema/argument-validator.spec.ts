import { compileValidator } from './argument-validator.js';

const text = { type: 'string' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

describe('compileValidator', () => {
  it.each([
    ['what fits', object({ a: text }, { required: ['a'] }), { a: 'x' }, []],
    [
      'a missing argument',
      object({ a: text }, { required: ['a'] }),
      {},
      [{ path: '', message: "must have required property 'a'" }],
    ],
    [
      'another type',
      object({ a: object({ b: text }) }),
      { a: { b: 1 } },
      [{ path: '/a/b', message: 'must be string' }],
    ],
    [
      'null for an optional argument',
      object({ a: text }),
      { a: null },
      [{ path: '/a', message: 'must be string; leave it out instead of sending null' }],
    ],
    ['null where OpenAPI 3.0 allows it', object({ a: { ...text, nullable: true } }), { a: null }, []],
    [
      'a value that is not on the list',
      object({ a: { enum: ['x', 1] } }),
      { a: 'y' },
      [{ path: '/a', message: 'must be one of "x", 1' }],
    ],
    [
      'an argument that does not exist',
      object({}, { additionalProperties: false }),
      { a: 1 },
      [{ path: '', message: 'must not have the property "a"' }],
    ],
    [
      'two patterns, each for itself',
      object({ a: { pattern: '^a$' }, b: { pattern: '^b$' } }),
      { a: 'a', b: 'b' },
      [],
    ],
    [
      'a text that does not match',
      object({ a: { pattern: '^a$' } }),
      { a: 'b' },
      [{ path: '/a', message: 'must match pattern "^a$"' }],
    ],
    [
      'the branch of a union that nearly fits',
      object({ a: { anyOf: [{ type: 'integer', minimum: 5 }] } }),
      { a: 1 },
      [{ path: '/a', message: 'must be >= 5' }],
    ],
    [
      'an array with equal items',
      object({ a: { type: 'array', uniqueItems: true } }),
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
      [{ path: '/a', message: 'must not have the same item twice' }],
    ],
    [
      'a format, which only describes',
      object({ a: { ...text, format: 'email' } }),
      { a: 'not an address' },
      [],
    ],
    ['a name required but declared nowhere', object({ a: text }, { required: ['b'] }), {}, []],
    ['required: null', object({ a: text }, { required: null }), {}, []],
    ['a dangling reference', object({ a: { $ref: '#/$defs/None' } }), { a: 1 }, []],
    ['a schema that is none', 'nonsense', { a: 1 }, []],
    ['no schema', undefined, {}, []],
    [
      'a recursive schema',
      object({ a: { $ref: '#' } }, { additionalProperties: false }),
      { a: { a: { b: 1 } } },
      [{ path: '/a/a', message: 'must not have the property "b"' }],
    ],
    ['a schema that goes round in itself', { $ref: '#' }, { a: 1 }, []],
    [
      'a schema that goes round in a union',
      { $defs: { A: { anyOf: [{ $ref: '#/$defs/A' }] } }, $ref: '#/$defs/A' },
      { a: 1 },
      [],
    ],
  ])('on %s', (_, schema, args, errors) => {
    expect(compileValidator(schema)(args)).toEqual(errors);
  });

  it('names a few errors, not thousands', () => {
    const schema = object({ a: { type: 'array', items: text } });
    expect(compileValidator(schema)({ a: Array.from({ length: 5_000 }, () => 1) }).length).toBeLessThan(10);
  });

  it('is done with a large array of objects that must differ', () => {
    const items = Array.from({ length: 50_000 }, (_, i) => ({ i }));
    expect(compileValidator(object({ a: { type: 'array', uniqueItems: true } }))({ a: items })).toEqual([]);
  });

  it('names one error only where arguments are large', () => {
    const schema = object({ a: { type: 'array', items: { enum: ['x', 'y'] } } });
    const errors = (count: number) => compileValidator(schema)({ a: Array.from({ length: count }, () => 1) });
    expect(errors(100)).toHaveLength(8);
    expect(errors(100_000)).toEqual([{ path: '/a/0', message: 'must be one of "x", "y"' }]);
  });

  it('checks a tree to its last leaf', () => {
    const tree = { $defs: { T: object({ a: { $ref: '#/$defs/T' } }, { additionalProperties: false }) } };
    const validate = compileValidator({ ...tree, $ref: '#/$defs/T' });
    expect(validate(nested(60, (a) => ({ a }), {}))).toEqual([]);
    expect(validate(nested(60, (a) => ({ a }), { b: 1 }))).toMatchObject([{ path: '/a'.repeat(60) }]);
  });
});

describe('compileValidator leaves to Composio what would take too long', () => {
  const refs = (count: number, to: number) =>
    Array.from({ length: count }, () => ({ $ref: `#/$defs/d${to}` }));
  const chain = (levels: number, step: (next: number) => object, last: object) => ({
    ...object({ a: { $ref: '#/$defs/d0' } }),
    $defs: Object.fromEntries(
      Array.from({ length: levels }, (_, i) => [`d${i}`, i < levels - 1 ? step(i + 1) : last]),
    ),
  });
  const many = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i));
  const twice = object({ a: { $ref: '#/$defs/d' } });

  it.each([
    ['allOf that doubles at each step', chain(60, (next) => ({ allOf: refs(2, next) }), text), { a: 'x' }],
    ['anyOf that doubles', chain(60, (next) => ({ anyOf: refs(2, next) }), { type: 'null' }), { a: 'x' }],
    ['oneOf that doubles', chain(60, (next) => ({ oneOf: refs(2, next) }), text), { a: 'x' }],
    [
      'doubling with each level of the arguments',
      { ...twice, $defs: { d: { allOf: [twice, { ...twice, minProperties: 0 }] } } },
      nested(60, (a) => ({ a }), {}),
    ],
    [
      'references to the same large part',
      {
        ...object(Object.fromEntries(many(1_500, (i) => [`a${i}`, { $ref: '#/$defs/b' }]))),
        $defs: { b: object(Object.fromEntries(many(1_500, (i) => [`b${i}`, text]))) },
      },
      {},
    ],
    [
      'large values compared with many others',
      object({ a: { anyOf: many(1_500, (a) => ({ enum: [{ a }] })) } }),
      { a: many(300_000, (i) => i) },
    ],
    [
      'a costly pattern on many texts',
      object({ a: { items: { pattern: '(?:(?:[a-z-]{0,30}){30})[0-9]' } } }),
      { a: many(500, () => 'a'.repeat(20_000)) },
    ],
    ['thousands of levels', object({ a: nested(10_000, (not) => ({ not }), text) }), { a: 1 }],
  ])('%s', (_, schema, args) => {
    expect(compileValidator(schema)(args)).toEqual([]);
  });
});

function nested(levels: number, around: (inner: object) => object, innermost: object): object {
  return Array.from({ length: levels }).reduce<object>((inner) => around(inner), innermost);
}
