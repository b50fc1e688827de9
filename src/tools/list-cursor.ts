import { Problem } from '../errors/problem.js';

/** The cursor behind `count` items of a list. */
export function cursorAfter(count: number): string {
  return Buffer.from(`after:${count}`).toString('base64url');
}

/**
 * How many items a cursor is behind; 0 for none.
 * @throws {Problem} `request_invalid` for a cursor that this server did not make
 */
export function itemsBefore(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const count = /^after:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (count !== undefined) return Number(count);
  throw new Problem('request_invalid', 'cursor: this is not a next_cursor of this list.', {
    fix: 'Leave cursor out to start from the beginning.',
  });
}
