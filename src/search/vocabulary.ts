/** One slip is forgiven for so many letters, and never more than two. */
const LETTERS_PER_SLIP = 4;
const MOST_SLIPS = 2;
/** In words shorter than this a wrong letter counts twice: `bank` is not meant to be `back`. */
const SHORT = 6;
const MOST_GUESSES = 3;
const LONGEST_GUESSED = 32;

/** Words of so many letters are one with those that go on for a few more: `remind`, `reminder`. */
const SHORTEST_ROOT = 5;
const LONGEST_ENDING = 4;

/** Strings cut out of a longer one keep all of it in memory, from this length on. */
const LONG = 13;

/** A word that may have been meant. */
export interface Guess {
  readonly word: string;
  /** Letters swapped, missing, added or wrong. */
  readonly slips: number;
}

/** The words there are, each with a number, found by themselves or by something close. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  /** By first letter, then by length: few slips happen in the first letter, and few words need to be looked at. */
  private readonly drawers = new Map<string, string[][]>();

  get size(): number {
    return this.numbers.size;
  }

  /** The number of a word, from 0; a new word gets the next one. */
  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const own = word.length < LONG ? word : Buffer.from(word).toString();
    const number = this.numbers.size;
    this.numbers.set(own, number);
    const first = own.charAt(0);
    const drawer = this.drawers.get(first) ?? [];
    this.drawers.set(first, drawer);
    (drawer[own.length] ??= []).push(own);
    return number;
  }

  has(word: string): boolean {
    return this.numbers.has(word);
  }

  numberOf(word: string): number | undefined {
    return this.numbers.get(word);
  }

  /** What somebody may have meant by a word that does not exist, the nearest first. */
  guesses(word: string): Guess[] {
    const most = Math.min(MOST_SLIPS, Math.floor(word.length / LETTERS_PER_SLIP));
    if (most === 0 || word.length > LONGEST_GUESSED) return [];
    const guesses: Guess[] = [];
    for (const known of this.ofLength(word, word.length - most, word.length + most)) {
      const slips = slipsBetween(word, known, most);
      if (slips <= most) guesses.push({ word: known, slips });
    }
    return guesses.toSorted((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1)).slice(0, MOST_GUESSES);
  }

  /** Words with the same root: longer ones that begin with it, and those it begins with. */
  relatives(word: string): string[] {
    if (word.length < SHORTEST_ROOT) return [];
    const longer = this.ofLength(word, word.length + 1, word.length + LONGEST_ENDING);
    const shorter = Array.from({ length: LONGEST_ENDING }, (_, ending) => word.slice(0, -ending - 1));
    return [
      ...[...longer].filter((known) => known.startsWith(word)),
      ...shorter.filter((known) => known.length >= SHORTEST_ROOT && this.has(known)),
    ];
  }

  private *ofLength(word: string, least: number, most: number): Iterable<string> {
    const drawer = this.drawers.get(word.charAt(0)) ?? [];
    for (let length = least; length <= most; length++) yield* drawer[length] ?? [];
  }
}

/** The number of slips that turn one word into the other, or more than `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  const wrong = a.length < SHORT ? 2 : 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (isSame ? 0 : wrong),
        isSwapped ? at(before, column - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...current) > most) return most + 1;
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
