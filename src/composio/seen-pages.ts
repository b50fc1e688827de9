import { createHash } from 'node:crypto';

/** So many characters of pages are remembered; the least recently seen go first. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

interface Seen {
  readonly page: unknown;
  readonly size: number;
}

/**
 * Remembers what pages were read as. Many credentials see the same toolkits, letter for letter: to parse their tools again for each
 * costs ten times as much as to find out that they are known, and leaves tens of megabytes of garbage.
 */
export class SeenPages {
  private readonly pages = new Map<string, Seen>();
  private size = 0;

  /** What a text was read as before, else what `read` makes of it. It is shared: never change it. */
  async get<T>(text: string, read: () => Promise<T>): Promise<T> {
    const key = createHash('sha256').update(text).digest('base64');
    const seen = this.pages.get(key);
    if (!seen) return this.remember(key, text.length, await read());
    this.pages.delete(key);
    this.pages.set(key, seen);
    return seen.page as T;
  }

  private remember<T>(key: string, size: number, page: T): T {
    if (this.pages.has(key)) return page;
    this.pages.set(key, { page, size });
    this.size += size;
    for (const [oldest, seen] of this.pages) {
      if (this.size <= MOST_CHARACTERS) break;
      this.pages.delete(oldest);
      this.size -= seen.size;
    }
    return page;
  }
}
