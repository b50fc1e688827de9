import { PropertyNames } from './property-names.js';

describe('PropertyNames', () => {
  it('gives each name a free one, always the same', () => {
    const names = new PropertyNames(new Set(['a_b', 'a_b_2']));
    expect(['a b', 'a.b', 'a b', 'ok', ''].map((name) => names.give(name))).toEqual([
      'a_b_3',
      'a_b_4',
      'a_b_3',
      'ok',
      'property',
    ]);
  });

  it('is done with very many names that become the same', () => {
    const names = new PropertyNames();
    const given = Array.from({ length: 40_000 }, (_, i) => names.give(String.fromCharCode(0x1000 + i)));
    expect(new Set(given).size).toBe(given.length);
  });
});
