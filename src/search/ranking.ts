import { type Postings, placeIn, weightIn } from './postings.js';
import type { Wish } from './query.js';

/** Ranks tools by what is wished. */
export class Ranking {
  // Kept from search to search: among 41,000 tools, new ones would be half a megabyte of garbage each time.
  private readonly scores: Float32Array;
  private readonly met: Float32Array;
  private readonly best: Float32Array;

  constructor(
    private readonly postings: Postings,
    private readonly size: number,
  ) {
    this.scores = new Float32Array(size);
    this.met = new Float32Array(size);
    this.best = new Float32Array(size);
  }

  /**
   * How well each tool meets the wishes (BM25), by place; 0 for one that meets none. Of the terms that would do for a wish only the
   * best counts, and a tool that meets every wish counts twice as much as the sum says. Holds until it is called again.
   */
  scoresFor(wishes: readonly Wish[]): Float32Array {
    const { scores, met, best, size } = this;
    scores.fill(0);
    met.fill(0);
    let all = 0;
    for (const wish of wishes) {
      const lists = [...wish].map(([term, weight]) => ({ pairs: this.postings.of(term), weight }));
      const [asked] = lists;
      if (!asked) continue;
      // A rare word that would do must not count more than the word that was asked for.
      const most = asked.pairs.length > 0 ? rarity(asked.pairs.length, size) : Infinity;
      for (const { pairs, weight } of lists) {
        raise(best, pairs, weight * Math.min(most, rarity(pairs.length, size)));
      }
      for (const { pairs } of lists) take(best, pairs, scores, met, asked.weight);
      all += asked.weight;
    }
    if (all === 0) return scores;
    for (let place = 0; place < size; place++) {
      scores[place] = (scores[place] as number) * (1 + (met[place] as number) / all);
    }
    return scores;
  }
}

/** Raises the best that each tool of a term has for a wish. */
function raise(best: Float32Array, pairs: Uint32Array, worth: number): void {
  // Counting loops, here and below: with iterators and closures a search took more than twice as long.
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] as number;
    const place = placeIn(pair);
    const value = worth * weightIn(pair);
    if (value > (best[place] as number)) best[place] = value;
  }
}

/** Moves the best that each tool of a term has for a wish into its score, and counts the wish as met. */
function take(
  best: Float32Array,
  pairs: Uint32Array,
  scores: Float32Array,
  met: Float32Array,
  weight: number,
): void {
  for (let index = 0; index < pairs.length; index++) {
    const place = placeIn(pairs[index] as number);
    const value = best[place] as number;
    if (value === 0) continue;
    scores[place] = (scores[place] as number) + value;
    met[place] = (met[place] as number) + weight;
    best[place] = 0;
  }
}

/** The places of the highest scores above 0, the highest first; of equal ones the first place comes first. */
export function highest(scores: Float32Array, limit: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] as number;
    if (score <= least) continue;
    places.splice(placeFor(score, places, scores), 0, place);
    if (places.length > limit) places.pop();
    if (places.length === limit) least = scores[places[limit - 1] as number] as number;
  }
  return places;
}

/** Where a score belongs among places in order: after those that are equal. */
function placeFor(score: number, places: readonly number[], scores: Float32Array): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scores[places[middle] as number] as number) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much a term tells tools apart, by how many of them it leads to (BM25's idf). */
function rarity(tools: number, size: number): number {
  return Math.log(1 + (size - tools + 0.5) / (tools + 0.5));
}
