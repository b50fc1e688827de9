import type { Labels } from './metric.js';

type Word = string | number;

/**
 * Something for each combination of labels that came up. They are looked up one by one, because to make one key of them, as
 * prom-client does at each count, takes twenty times as long.
 * @param names of the labels, one to three
 */
export class Labelled<T> {
  private readonly root = new Map<Word, Map<Word, Map<Word, T>>>();

  constructor(
    private readonly names: readonly string[],
    private readonly create: () => T,
  ) {}

  /** What belongs to these labels, given in the order of their names; made when they come up first. */
  at(first: Word = '', second: Word = '', third: Word = ''): T {
    let ofFirst = this.root.get(first);
    if (!ofFirst) this.root.set(first, (ofFirst = new Map()));
    let ofSecond = ofFirst.get(second);
    if (!ofSecond) ofFirst.set(second, (ofSecond = new Map()));
    let found = ofSecond.get(third);
    if (!found) ofSecond.set(third, (found = this.create()));
    return found;
  }

  /** All there are, with their labels. */
  *[Symbol.iterator](): Generator<readonly [Labels, T]> {
    for (const [first, ofFirst] of this.root)
      for (const [second, ofSecond] of ofFirst)
        for (const [third, found] of ofSecond) {
          const words = [first, second, third];
          yield [Object.fromEntries(this.names.map((name, index) => [name, String(words[index])])), found];
        }
  }
}
