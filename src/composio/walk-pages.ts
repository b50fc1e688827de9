import { mapBounded } from './map-bounded.js';
import { cursorsFromSecond } from './page-cursor.js';
import type { WirePage } from './wire-types.js';

/** Fetches one page of a list: the first without a cursor. */
export type FetchPage<T> = (cursor?: string) => Promise<WirePage<T>>;

/** Thrown when a list ended before all of it arrived: half a list is never passed off as the whole. */
export class IncompleteListError extends Error {
  override readonly name = 'IncompleteListError';
}

/** A page of tools takes some 20 MB while it is parsed. */
const PARALLEL_PAGES = 3;
const MOST_PAGES = 1_000;

/**
 * Every item of a cursor-paged list, each id once. Pages after the first are fetched `PARALLEL_PAGES` at a time where their
 * cursors can be foreseen, else one after another. Composio's own paging is survived: short pages, cursors that come round
 * again, and an end without a cursor while `total_items` says there is more (then plain page numbers work as cursors).
 * @throws {IncompleteListError} when fewer than `total_items` arrived, unless Composio answers an empty page behind the last
 */
export async function walkPages<T>(fetchPage: FetchPage<T>, idOf: (item: T) => string): Promise<T[]> {
  const first = await fetchPage();
  const pages = isEnd(first, first.items.length)
    ? [first]
    : ((await parallelPages(first, fetchPage)) ?? (await followCursors(first, fetchPage, idOf)));
  return [...new Map(pages.flatMap((page) => page.items.map((item) => [idOf(item), item]))).values()];
}

async function parallelPages<T>(
  first: WirePage<T>,
  fetchPage: FetchPage<T>,
): Promise<WirePage<T>[] | undefined> {
  const { next_cursor: second, total_pages: count = 0 } = first;
  const cursors = second && count > 2 && count <= MOST_PAGES ? cursorsFromSecond(second, count) : undefined;
  if (!cursors) return undefined;
  const pages = [first, ...(await mapBounded(cursors, PARALLEL_PAGES, fetchPage))];
  const asForeseen = pages.slice(1).every((page, index) => page.current_page === index + 2);
  return asForeseen && countItems(pages) >= (first.total_items ?? 0) ? pages : undefined;
}

async function followCursors<T>(
  first: WirePage<T>,
  fetchPage: FetchPage<T>,
  idOf: (item: T) => string,
): Promise<WirePage<T>[]> {
  const pages = [first];
  const ids = new Set(first.items.map(idOf));
  const followed = new Set<string>();
  let last = first;
  while (!isEnd(last, countItems(pages)) && pages.length < MOST_PAGES) {
    const named = last.next_cursor;
    const cursor = named && !followed.has(named) ? named : String(pages.length + 1);
    if (followed.has(cursor)) break;
    followed.add(cursor);
    last = await fetchPage(cursor);
    const nothing = last.items.length === 0;
    if (nothing && !last.next_cursor) return pages;
    if (!nothing && last.items.every((item) => ids.has(idOf(item)))) break;
    for (const item of last.items) ids.add(idOf(item));
    pages.push(last);
  }
  const count = countItems(pages);
  if (count >= (last.total_items ?? 0)) return pages;
  throw new IncompleteListError(`The list ended after ${count} of ${last.total_items} items.`);
}

function isEnd(page: WirePage<unknown>, count: number): boolean {
  return !page.next_cursor && count >= (page.total_items ?? 0);
}

function countItems(pages: readonly WirePage<unknown>[]): number {
  return pages.reduce((sum, page) => sum + page.items.length, 0);
}
