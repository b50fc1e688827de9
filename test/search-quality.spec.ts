import { mixedTools, sandboxTools } from '../bench/search-quality/catalogues.js';
import { GOLDEN_SET } from '../bench/search-quality/golden-set.js';
import { intentsOf, isRight, missesOf, qualityOf, type Search } from '../bench/search-quality/quality.js';
import { SearchIndex } from '../src/search/search-index.js';
import type { Tool } from '../src/catalogue/tool.js';

const CATALOGUES = [
  { catalogue: 'sandbox', tools: sandboxTools() },
  { catalogue: 'mixed', tools: mixedTools(5_000) },
] as const;

const searchIn = (tools: readonly Tool[]): Search => {
  const index = new SearchIndex(tools);
  return (query, limit) => index.search(query, limit).map(({ slug }) => slug);
};

describe.each(CATALOGUES)('over the $catalogue catalogue', ({ catalogue, tools }) => {
  const search = searchIn(tools);

  it.each(['tuning', 'held-out'] as const)('serves the %s half of the intents', (half) => {
    const intents = intentsOf(catalogue, half);
    const { recall5, mrr } = qualityOf(search, intents);
    // The misses come first: in a failure they say more than the numbers.
    const misses = missesOf(search, intents).map(({ intent, found }) => `${intent.query}: ${found[0]}`);
    expect({ misses, isServed: recall5 >= 0.9 && mrr >= 0.75 }).toEqual({ misses, isServed: true });
  });

  it('finds every tool first by its own name', () => {
    const strangers = tools.filter(({ slug }) => search(slug, 1)[0] !== slug);
    expect(strangers).toEqual([]);
  });
});

describe('the golden set', () => {
  const [, { tools }] = CATALOGUES;

  it('has at least 160 intents, half of them held out, none twice', () => {
    const queries = GOLDEN_SET.map(({ query }) => query);
    expect(new Set(queries).size).toBe(queries.length);
    for (const half of ['tuning', 'held-out'] as const) {
      expect(intentsOf('mixed', half).length).toBeGreaterThanOrEqual(160);
    }
  });

  it('asks for tools that exist', () => {
    const impossible = GOLDEN_SET.flatMap((intent) =>
      intent.right.map((wanted) => ({ ...intent, right: [wanted] })),
    )
      .filter((intent) => !tools.some(({ slug }) => isRight(intent, slug)))
      .map(({ query, right }) => `${query}: ${right.join()}`);
    expect(impossible).toEqual([]);
  });
});
