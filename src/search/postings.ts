import { Vocabulary } from './vocabulary.js';

const NONE = new Uint32Array();
const WEIGHT_BITS = 8;
const HEAVIEST = 255;

/**
 * Which tools each term leads to, and how much it says about them. A pair of term and tool takes four bytes: the tool's place in the
 * upper 24 bits, the weight in the lower eight. The maps of minisearch take thirteen times the memory (bench/search-quality).
 */
export class Postings {
  constructor(
    readonly vocabulary: Vocabulary,
    /** Where the pairs of a term begin, by its number; they end where those of the next one begin. */
    private readonly starts: Uint32Array,
    private readonly pairs: Uint32Array,
  ) {}

  /** The pairs of a term, by place; none for an unknown one. */
  of(term: string): Uint32Array {
    const number = this.vocabulary.numberOf(term);
    return number === undefined ? NONE : this.pairs.subarray(this.starts[number], this.starts[number + 1]);
  }
}

/** The place of the tool in a pair. */
export function placeIn(pair: number): number {
  return pair >>> WEIGHT_BITS;
}

/** How much the term of a pair says about the tool, from 0 to 1. */
export function weightIn(pair: number): number {
  return (pair & HEAVIEST) / HEAVIEST;
}

/** Takes tools one by one and turns them into postings. */
export class PostingsBuilder {
  private readonly vocabulary = new Vocabulary();
  private terms = new Uint32Array(1024);
  private pairs = new Uint32Array(1024);
  private size = 0;
  private places = 0;

  /** Adds the next tool, by the weight from 0 to 1 of each of its terms. */
  add(weights: ReadonlyMap<string, number>): void {
    for (const [term, weight] of weights) {
      if (this.size === this.pairs.length) {
        this.terms = doubled(this.terms);
        this.pairs = doubled(this.pairs);
      }
      this.terms[this.size] = this.vocabulary.add(term);
      this.pairs[this.size] = (this.places << WEIGHT_BITS) | Math.max(1, Math.round(weight * HEAVIEST));
      this.size++;
    }
    this.places++;
  }

  /** Sorts what was added by term: counts the pairs of each, then puts them where they belong. */
  finish(): Postings {
    const terms = this.terms.subarray(0, this.size);
    const starts = new Uint32Array(this.vocabulary.size + 1);
    for (const term of terms) increase(starts, term + 1, 1);
    for (let term = 1; term < starts.length; term++) increase(starts, term, starts[term - 1] ?? 0);
    const free = starts.slice();
    const sorted = new Uint32Array(this.size);
    terms.forEach((term, index) => {
      sorted[free[term] ?? 0] = this.pairs[index] ?? 0;
      increase(free, term, 1);
    });
    return new Postings(this.vocabulary, starts, sorted);
  }
}

function increase(numbers: Uint32Array, index: number, by: number): void {
  numbers[index] = (numbers[index] ?? 0) + by;
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
