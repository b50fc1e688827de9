/** A map that keeps the entries set last, as many as weigh `most` together; the very last one stays whatever it weighs. */
export class RecentMap<V> {
  private readonly entries = new Map<string, V>();
  private weight = 0;

  /** @param weigh by default one for each entry */
  constructor(
    private readonly most: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {}

  get(key: string): V | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: V): void {
    this.delete(key);
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    for (const [oldest] of this.entries) {
      if (this.weight <= this.most || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.entries.get(key);
    if (value !== undefined && this.entries.delete(key)) this.weight -= this.weigh(value);
  }

  [Symbol.iterator](): IterableIterator<[string, V]> {
    return this.entries.entries();
  }
}
