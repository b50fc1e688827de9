import { togetherAs } from './together.js';

describe('togetherAs', () => {
  it('requires what all require, of very many names too', () => {
    const names = Array.from({ length: 150_000 }, (_, i) => `n${i}`);
    const objects = [names, names.toReversed(), names.slice(1)].map((required) => ({
      schema: { type: 'object', required },
      references: new Set<string>(),
    }));
    expect(togetherAs(objects).schema.required).toEqual(names.slice(1));
  });
});
