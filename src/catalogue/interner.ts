/**
 * Gives out one object for equal ones, and forgets it once nobody holds it: many credentials see the same tools, and memory
 * grows with what differs between them.
 */
export class Interner<T extends object> {
  private readonly known = new Map<string, WeakRef<T>>();
  private readonly forgotten = new FinalizationRegistry<string>((key) => {
    if (this.known.get(key)?.deref() === undefined) this.known.delete(key);
  });

  /** The object of that key that is still in use, or the one made now. @param key equal for equal objects only */
  get(key: string, make: () => T): T {
    const known = this.known.get(key)?.deref();
    if (known) return known;
    const made = make();
    this.known.set(key, new WeakRef(made));
    this.forgotten.register(made, key);
    return made;
  }
}
