import { setImmediate } from 'node:timers/promises';
import { type Postings, PostingsBuilder } from './postings.js';
import { wishesOf } from './query.js';
import { highest, Ranking } from './ranking.js';
import { type Searchable, termWeights } from './text.js';

/** Building works so many milliseconds at a time, and looks at the clock after so many tools. */
const SLICE = 10;
const TOOLS_PER_LOOK = 32;

/** No tool's name is longer. */
const LONGEST_NAME = 128;

/** A tool whose name is asked for is always among so many. */
const NEAREST = 20;

/** How much a tool counts in a search: 1 as usual, less or more for a preference, 0 to leave it out. */
export type Weigh<T> = (tool: T) => number;

/** Finds tools by the words people use. */
export class SearchIndex<T extends Searchable> {
  private readonly ranking: Ranking;

  /** Builds the index at once: for a few hundred tools. */
  constructor(
    readonly tools: readonly T[],
    private readonly postings: Postings = postingsOf(tools),
  ) {
    this.ranking = new Ranking(postings, tools.length);
  }

  /** Builds the index in slices, between which others get their turn: for any number of tools. */
  static async build<T extends Searchable>(tools: readonly T[]): Promise<SearchIndex<T>> {
    const builder = new PostingsBuilder();
    let end = performance.now() + SLICE;
    for (const [index, tool] of tools.entries()) {
      builder.add(termWeights(tool));
      if (index % TOOLS_PER_LOOK !== 0 || performance.now() < end) continue;
      await setImmediate();
      end = performance.now() + SLICE;
    }
    await setImmediate();
    return new SearchIndex(tools, builder.finish());
  }

  /** The best matches, the best first, equal ones in the order given; none for a query without a known word. */
  search(query: string, limit: number, weigh?: Weigh<T>): T[] {
    const wishes = wishesOf(query, this.postings.vocabulary);
    const scores = this.ranking.scoresFor(wishes);
    if (weigh) {
      this.tools.forEach((tool, place) => {
        const score = scores[place] ?? 0;
        if (score > 0) scores[place] = score * weigh(tool);
      });
    }
    const found = highest(scores, Math.max(limit, NEAREST)).flatMap((place) => this.tools[place] ?? []);
    const name = query.slice(0, LONGEST_NAME).trim().replace(/\W+/g, '_').toUpperCase();
    const named = found.filter(({ slug }) => slug === name);
    return [...new Set([...named, ...found])].slice(0, limit);
  }
}

function postingsOf(tools: readonly Searchable[]): Postings {
  const builder = new PostingsBuilder();
  for (const tool of tools) builder.add(termWeights(tool));
  return builder.finish();
}
