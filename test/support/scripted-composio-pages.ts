import type { Paging } from './scripted-composio-project.js';

/** Paging as Composio documents it. */
export const PLAIN_PAGING: Paging = {
  cursors: 'base64',
  largestPage: 1_000,
  total: (count) => count,
  loops: false,
  silent: false,
};

/** One page of a cursor-paged list. */
export function cursorPage(
  items: readonly unknown[],
  query: URLSearchParams,
  paging: Paging,
  clamp = 1_000,
): Record<string, unknown> {
  const size = Math.min(Number(query.get('limit') ?? 20), clamp, paging.largestPage);
  const page = pageNumber(query.get('cursor'), paging);
  const totalPages = Math.max(1, Math.ceil(items.length / size));
  const next = page < totalPages ? cursorOf(page + 1, size, paging) : null;
  return {
    items: items.slice((page - 1) * size, page * size),
    next_cursor: paging.silent ? null : paging.loops && page > 1 ? query.get('cursor') : next,
    total_pages: totalPages,
    current_page: page,
    total_items: paging.total(items.length),
  };
}

/** One page of a list that goes by page numbers, as those of MCP servers do. */
export function numberedPage(items: readonly unknown[], query: URLSearchParams): Record<string, unknown> {
  const size = Math.min(Number(query.get('limit') ?? 10), 50);
  const page = Number(query.get('page_no') ?? 1);
  return {
    items: items.slice((page - 1) * size, page * size),
    total_pages: Math.max(1, Math.ceil(items.length / size)),
    current_page: page,
  };
}

function cursorOf(page: number, size: number, { cursors }: Paging): string {
  if (cursors === 'opaque') return `opaque-${'abcdefghijklmnopqrstuvwxyz'[page]}`;
  return Buffer.from(`page=${page}&limit=${size}`).toString('base64');
}

function pageNumber(cursor: string | null, { cursors }: Paging): number {
  if (cursor === null) return 1;
  if (/^\d+$/.test(cursor)) return Number(cursor);
  if (cursors === 'opaque') return 'abcdefghijklmnopqrstuvwxyz'.indexOf(cursor.at(-1) ?? '');
  return Number(/page=(\d+)/.exec(Buffer.from(cursor, 'base64').toString())?.[1]);
}
