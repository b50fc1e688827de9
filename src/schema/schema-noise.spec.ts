import { withoutNoise } from './schema-noise.js';

describe('withoutNoise', () => {
  it('drops what only forms need, at every depth, and keeps properties of that name', () => {
    const schema = {
      title: 'T',
      properties: {
        title: { type: 'string', title: 'T', examples: ['a'] },
        a: { items: { human_parameter_name: 'x', enum: ['title'] } },
      },
      required: ['title'],
    };
    expect(withoutNoise(schema)).toEqual({
      properties: { title: { type: 'string' }, a: { items: { enum: ['title'] } } },
      required: ['title'],
    });
  });

  it('cuts what is nested without end', () => {
    const deep = Array.from({ length: 20_000 }).reduce<object>((a) => ({ properties: { a: [a] } }), {});
    expect(JSON.stringify(withoutNoise(deep)).length).toBeLessThan(5_000);
  });
});
