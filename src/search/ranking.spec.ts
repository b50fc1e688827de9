import { PostingsBuilder } from './postings.js';
import { highest, Ranking } from './ranking.js';

const scored = (tools: readonly Record<string, number>[], wishes: readonly Record<string, number>[]) => {
  const builder = new PostingsBuilder();
  for (const weights of tools) builder.add(new Map(Object.entries(weights)));
  const maps = wishes.map((wish) => new Map(Object.entries(wish)));
  const ranking = new Ranking(builder.finish(), tools.length);
  // What was asked before must not show.
  ranking.scoresFor([new Map([['mail', 1]]), new Map([['b', 1]])]);
  return [...ranking.scoresFor(maps)];
};

describe('scoresFor', () => {
  it('is higher for a term that says more about a tool, and 0 without any', () => {
    const [much, little, nothing] = scored([{ mail: 0.9 }, { mail: 0.3 }, { chat: 0.9 }], [{ mail: 1 }]);
    expect(much).toBeGreaterThan(little!);
    expect(little).toBeGreaterThan(nothing!);
    expect(nothing).toBe(0);
  });

  it('is higher for a rare term', () => {
    const tools = [{ mail: 0.5 }, { mail: 0.5 }, { chat: 0.5 }];
    const [common, , rare] = scored(tools, [{ mail: 1 }, { chat: 1 }]);
    expect(rare).toBeGreaterThan(common!);
  });

  it('counts only the best of the terms that would do', () => {
    const tools = [{ mail: 0.5 }, { mail: 0.5, email: 0.5 }, {}];
    const [one, both] = scored(tools, [{ mail: 1, email: 0.5 }]);
    expect(both).toBe(one);
  });

  it('counts a rare term that would do for no more than the one asked for', () => {
    const tools = [{ mail: 0.5 }, { mail: 0.5 }, { post: 0.5 }, {}, {}];
    const [asked, , rare] = scored(tools, [{ mail: 1, post: 0.9 }]);
    expect(asked).toBeGreaterThan(rare!);
  });

  it('is higher where more of the wishes are met', () => {
    const tools = [{ a: 0.8 }, { a: 0.4, b: 0.4 }, { b: 0.8 }];
    const [one, both] = scored(tools, [{ a: 1 }, { b: 1 }]);
    expect(both).toBeGreaterThan(one!);
  });

  it('is 0 for all without wishes', () => {
    expect(scored([{ a: 1 }, {}], [])).toEqual([0, 0]);
    expect(scored([], [{ a: 1 }])).toEqual([]);
  });
});

describe('highest', () => {
  const scores = Float32Array.of(0, 3, 1, 3, 0, 5, 1, 3);

  it.each([
    [3, [5, 1, 3]],
    [1, [5]],
    [0, []],
    [100, [5, 1, 3, 7, 2, 6]],
  ])('gives the best %i', (limit, places) => {
    expect(highest(scores, limit)).toEqual(places);
  });
});

describe('postings', () => {
  it('keep what was added, by term and in order', () => {
    const builder = new PostingsBuilder();
    const tools = Array.from({ length: 3_000 }, (_, place) => new Map([[`term${place % 7}`, 0.5]]));
    for (const weights of tools) builder.add(weights);
    const postings = builder.finish();
    const places = [...postings.of('term3')].map((pair) => pair >>> 8);
    expect(places).toEqual(tools.flatMap((_, place) => (place % 7 === 3 ? [place] : [])));
    expect(postings.of('constructor')).toHaveLength(0);
  });
});
