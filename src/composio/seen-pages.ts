import { hash } from 'node:crypto';
import type { WirePage } from './wire-types.js';

/** So many items of pages are remembered; the pages seen least recently go first. */
const MOST_ITEMS = 200_000;

/** A page, and weakly its items: whoever uses them keeps them. */
interface Seen {
  readonly page: WirePage<unknown>;
  readonly items: readonly (WeakRef<object> | undefined)[];
}

/**
 * Remembers what pages were read as. Many credentials see the same toolkits, letter for letter, and a refresh mostly brings what is
 * known: to parse it again costs several times as much as to find that out, and leaves tens of megabytes of garbage.
 */
export class SeenPages {
  private readonly pages = new Map<string, Seen>();
  private items = 0;

  /** What a text was read as before, while its items are in use, else what `read` makes of it. Items are shared: never change one. */
  async get<T extends object>(
    text: string,
    read: () => Promise<WirePage<T | undefined>>,
  ): Promise<WirePage<T | undefined>> {
    const key = hash('sha256', text, 'base64');
    const page = this.known<T>(key) ?? (await read());
    this.remember(key, page);
    return page;
  }

  private known<T extends object>(key: string): WirePage<T | undefined> | undefined {
    const seen = this.pages.get(key);
    const items = seen?.items.map((item) => item?.deref() as T | undefined);
    const isGone = items?.some((item, index) => !item && seen?.items[index]);
    return seen && items && !isGone ? { ...seen.page, items } : undefined;
  }

  private remember(key: string, page: WirePage<object | undefined>): void {
    this.forget(key);
    const items = page.items.map((item) => item && new WeakRef(item));
    this.pages.set(key, { page: { ...page, items: [] }, items });
    this.items += items.length;
    for (const [oldest] of this.pages) {
      if (this.items <= MOST_ITEMS) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.items -= this.pages.get(key)?.items.length ?? 0;
    this.pages.delete(key);
  }
}
