import MiniSearch, { type Query } from 'minisearch';
import { wishesOf } from '../../src/search/query.js';
import { isStopWord, wordsOf } from '../../src/search/terms.js';
import { termFor } from '../../src/search/thesaurus.js';
import { Vocabulary } from '../../src/search/vocabulary.js';
import type { Tool } from '../../src/catalogue/tool.js';

const TOOLS_AT_ONCE = 250;

/** The reference: the same words, synonyms and guesses, with minisearch as the index and for the ranking. */
export class MiniSearchIndex {
  private readonly vocabulary = new Vocabulary();
  private readonly index = new MiniSearch<Tool>({
    idField: 'slug',
    fields: ['slug', 'name', 'toolkit', 'description'],
    tokenize: wordsOf,
    processTerm: (word) => (isStopWord(word) ? null : this.termOf(word)),
  });
  private readonly bySlug: ReadonlyMap<string, Tool>;

  private constructor(tools: readonly Tool[]) {
    this.bySlug = new Map(tools.map((tool) => [tool.slug, tool]));
  }

  static async build(tools: readonly Tool[]): Promise<MiniSearchIndex> {
    const built = new MiniSearchIndex(tools);
    await built.index.addAllAsync(tools, { chunkSize: TOOLS_AT_ONCE });
    return built;
  }

  search(query: string, limit: number): Tool[] {
    const queries = wishesOf(query, this.vocabulary).map((wish): Query => ({
      queries: [...wish].map(([term, weight]) => ({ queries: [term], boostTerm: () => weight })),
    }));
    return this.index
      .search(
        { queries },
        {
          boost: { slug: 3, name: 3, toolkit: 2 },
          tokenize: (term) => [term],
          processTerm: (term) => term,
        },
      )
      .slice(0, limit)
      .flatMap(({ id }) => this.bySlug.get(id as string) ?? []);
  }

  private termOf(word: string): string {
    const term = termFor(word);
    this.vocabulary.add(term);
    return term;
  }
}
