import type { Query } from './query.js';

/** The envelope of lists that page by cursor. */
export interface CursorPage<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
  readonly total_pages: number;
  readonly current_page: number;
  readonly total_items: number;
}

export interface PageRequest {
  readonly page: number;
  readonly limit: number;
}

/** How a list treats `limit`: more than `max` is refused, or brought down to it. */
export interface PageLimits {
  readonly fallback: number;
  readonly max: number;
  readonly clamps?: boolean;
}

/**
 * Reads `limit` and `cursor`. A cursor is base64 of page and limit (Composio's OpenAPI document), so that the limit
 * it was made with holds; Composio takes a plain page number too.
 */
export function readPage(query: Query, limits: PageLimits): PageRequest {
  const wanted = query.integer(
    'limit',
    limits.fallback,
    limits.clamps ? Number.MAX_SAFE_INTEGER : limits.max,
  );
  const limit = Math.min(wanted, limits.max);
  const cursor = query.text('cursor');
  if (cursor === undefined) return { page: 1, limit };
  if (/^[1-9]\d{0,6}$/.test(cursor)) return { page: Number(cursor), limit };
  const [, page, made] =
    /^([1-9]\d{0,6})-([1-9]\d{0,6})$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (page === undefined) query.fail('cursor', 'Invalid cursor');
  return { page: Number(page ?? 1), limit: Math.min(Number(made ?? limit), limits.max) };
}

/** One page of a list, with the cursor that leads to the next one. */
export function cursorPage<T>(items: readonly T[], { page, limit }: PageRequest): CursorPage<T> {
  const pages = Math.max(1, Math.ceil(items.length / limit));
  return {
    items: items.slice((page - 1) * limit, page * limit),
    next_cursor: page < pages ? Buffer.from(`${page + 1}-${limit}`).toString('base64') : null,
    total_pages: pages,
    current_page: page,
    total_items: items.length,
  };
}

/** One page of a list that pages by number: no cursor, and no total. */
export function numberedPage(
  items: readonly unknown[],
  { page, limit }: PageRequest,
): Record<string, unknown> {
  return {
    items: items.slice((page - 1) * limit, page * limit),
    total_pages: Math.max(1, Math.ceil(items.length / limit)),
    current_page: page,
  };
}
