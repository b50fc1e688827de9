import { repairSchema } from './repair-schema.js';

describe('repairSchema', () => {
  it('takes references to the same place for the same, however they are spelled', () => {
    const properties = { a: { $ref: '#/$defs/T' }, b: { $ref: '#/%24defs/T' }, c: { $ref: '#/$def%73/%54' } };
    const { $defs, properties: repaired } = repairSchema({ properties, $defs: { T: { type: 'string' } } });
    expect($defs).toEqual({ r0: { type: 'string' } });
    expect(repaired).toEqual({
      a: { $ref: '#/$defs/r0' },
      b: { $ref: '#/$defs/r0' },
      c: { $ref: '#/$defs/r0' },
    });
  });

  it('knows what the schemas around and below a combination declare', () => {
    const declaring = (name: string) => ({ properties: { [name]: {} }, required: ['a', 'b', 'c', 'd'] });
    const schema = { ...declaring('a'), allOf: [{ anyOf: [declaring('b')] }, { $ref: '#/$defs/C' }] };
    expect(repairSchema({ ...schema, $defs: { C: declaring('c') } })).toMatchObject({
      required: ['a', 'b', 'c'],
      allOf: [{ anyOf: [{ required: ['a', 'b', 'c'] }] }, {}],
      $defs: { r0: { required: ['c'] } },
    });
  });

  it('is done with very many required names', () => {
    const names = Array.from({ length: 200_000 }, (_, i) => `n${i}`);
    const properties = Object.fromEntries(names.map((name) => [name, {}]));
    expect(repairSchema({ properties, required: names }).required).toHaveLength(names.length);
  });

  it('leaves out values of more levels than a call can have', () => {
    const levels = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], 1);
    expect(repairSchema({ default: levels, const: levels, enum: [levels, 1] })).toEqual({});
  });

  it('refuses a schema of very many levels', () => {
    const levels = (count: number) => Array.from({ length: count }).reduce<object>((not) => ({ not }), {});
    expect(() => repairSchema(levels(150))).not.toThrow();
    expect(() => repairSchema(levels(300))).toThrow(RangeError);
  });
});
