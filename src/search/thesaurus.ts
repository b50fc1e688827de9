import { ALIKE, ONE_AND_THE_SAME, STANDS_FOR, TOGETHER } from './synonyms.js';
import { stem } from './terms.js';
import { Vocabulary } from './vocabulary.js';

const NONE: ReadonlySet<string> = new Set();

const chosen = new Map(
  ONE_AND_THE_SAME.map(stemsOf).flatMap(([first = '', ...others]) =>
    others.map((other): [string, string] => [other, first]),
  ),
);
const alike = new Map<string, Set<string>>();
for (const terms of ALIKE.map(termsOf)) {
  for (const term of terms) {
    const others = alike.get(term) ?? new Set();
    terms.filter((other) => other !== term).forEach((other) => others.add(other));
    alike.set(term, others);
  }
}
const standsFor = meanings(STANDS_FOR);
const together = meanings(TOGETHER);

/** The term for a word: its stem, or the one that stands for all words that are the same. */
export function termFor(word: string): string {
  const stemmed = stem(word);
  return chosen.get(stemmed) ?? stemmed;
}

/** Terms that often mean the same. */
export function alikeTo(term: string): ReadonlySet<string> {
  return alike.get(term) ?? NONE;
}

/** What a word may stand for beside itself. */
export function meaningOf(term: string): readonly string[] {
  return standsFor.get(term) ?? [];
}

/** What two words near each other mean, where that is something else than each by itself. */
export function meaningTogether(first: string, second: string): readonly string[] | undefined {
  return together.get(`${first} ${second}`);
}

/** The stems that the tables say something about. */
export const KNOWN_WORDS = new Vocabulary();
for (const word of [...chosen.keys(), ...alike.keys(), ...standsFor.keys()]) KNOWN_WORDS.add(word);

function meanings(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(table).map(([key, meaning]) => [termsOf(key).join(' '), termsOf(meaning)]));
}

function stemsOf(line: string): string[] {
  return line.split(' ').map(stem);
}

function termsOf(line: string): string[] {
  return line.split(' ').map(termFor);
}
