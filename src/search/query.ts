import { isStopWord, wordsOf } from './terms.js';
import { alikeTo, KNOWN_WORDS, meaningOf, meaningTogether, termFor } from './thesaurus.js';
import type { Vocabulary } from './vocabulary.js';

/** How well another term does, compared to the one asked for. */
const ALIKE = 0.65;
const RELATED = 0.6;
const GUESSED = 0.6;
const MEANT = 0.5;

/** The rest of a query is not read, so that none takes long. */
const LONGEST_QUERY = 2_000;
const MOST_WORDS = 80;
const MOST_WISHES = 40;
const MOST_GUESSES = 8;

/** Two words so many places apart can belong together: "let Ben know". */
const NEARBY = 3;
const CAMEL_HUMP = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** One thing asked for: the term for it, then others that would do, each with how well, from 0 to 1. */
export type Wish = ReadonlyMap<string, number>;

/** What a query asks for, in the words of a vocabulary and of the thesaurus. */
export function wishesOf(query: string, vocabulary: Vocabulary): Wish[] {
  return new QueryReader(vocabulary).read(query);
}

class QueryReader {
  private readonly wishes = new Map<string, Map<string, number>>();
  private guesses = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  read(query: string): Wish[] {
    const words = wordsOf(query.slice(0, LONGEST_QUERY).replace(CAMEL_HUMP, ' ')).slice(0, MOST_WORDS);
    const terms = words.map(termFor);
    const read = this.readTogether(terms);
    this.readCompounds(words);
    const saysNothing = words.every(isStopWord);
    words.forEach((word, place) => {
      const term = terms[place] ?? word;
      if (read.has(place)) return;
      if (saysNothing || !isStopWord(word)) this.readWord(term);
      else this.wishAll(meaningOf(term), MEANT);
    });
    return [...this.wishes.values()];
  }

  /** Wishes what words mean together; the places of those that then have no meaning of their own. */
  private readTogether(terms: readonly string[]): Set<number> {
    const read = new Set<number>();
    terms.forEach((first, place) => {
      for (let next = place + 1; next <= place + NEARBY; next++) {
        const meaning = meaningTogether(first, terms[next] ?? '');
        if (!meaning) continue;
        read.add(place).add(next);
        this.wishAll(meaning, 1);
      }
    });
    return read;
  }

  /** Wishes words that are known written as one: "spread sheet". */
  private readCompounds(words: readonly string[]): void {
    words.slice(1).forEach((second, place) => {
      const compound = termFor(`${words[place]}${second}`);
      if (second.length > 1 && this.vocabulary.has(compound)) this.wish(compound, 1);
    });
  }

  private readWord(term: string): void {
    const isKnown =
      this.vocabulary.has(term) || KNOWN_WORDS.has(term) || this.vocabulary.relatives(term).length > 0;
    const meant = isKnown ? [term] : this.guess(term);
    for (const other of meant) {
      this.wish(other, isKnown ? 1 : GUESSED);
      this.wishAll(meaningOf(other), isKnown ? MEANT : MEANT * GUESSED);
    }
  }

  private guess(word: string): string[] {
    if (this.guesses++ >= MOST_GUESSES) return [];
    const guesses = [...KNOWN_WORDS.guesses(word), ...this.vocabulary.guesses(word)];
    const fewest = Math.min(...guesses.map(({ slips }) => slips));
    return guesses.filter(({ slips }) => slips === fewest).map((guess) => termFor(guess.word));
  }

  private wishAll(terms: readonly string[], weight: number): void {
    for (const term of terms) this.wish(term, weight);
  }

  private wish(term: string, weight: number): void {
    if (this.wishes.size >= MOST_WISHES && !this.wishes.has(term)) return;
    const wish = this.wishes.get(term) ?? new Map<string, number>();
    this.wishes.set(term, wish);
    const accept = (other: string, value: number) => wish.set(other, Math.max(value, wish.get(other) ?? 0));
    accept(term, weight);
    for (const other of alikeTo(term)) accept(other, weight * ALIKE);
    for (const other of this.vocabulary.relatives(term)) accept(other, weight * RELATED);
  }
}
