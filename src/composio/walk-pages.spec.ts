import { IncompleteListError, walkPages } from './walk-pages.js';
import type { WirePage } from './wire-types.js';

interface Item {
  readonly id: string;
}

const items = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ id: `i${from + i}` }));
const base64 = (page: number) => Buffer.from(`${page}-3`).toString('base64');

/** An upstream that answers from a table of cursor → page, and remembers what was asked. */
function upstream(pages: Record<string, Partial<WirePage<Item>>>) {
  const asked: string[] = [];
  const fetchPage = async (cursor = ''): Promise<WirePage<Item>> => {
    asked.push(cursor);
    return { items: [], ...pages[cursor] };
  };
  return { asked, walk: () => walkPages(fetchPage, (item) => item.id) };
}

describe('walkPages', () => {
  it.each([
    ['a single page', { '': { items: items(1, 3), total_items: 3, next_cursor: null } }, 3, 1],
    [
      'no totals, cursors only',
      { '': { items: items(1, 3), next_cursor: 'a' }, a: { items: items(4, 5) } },
      5,
      2,
    ],
    [
      'opaque cursors',
      {
        '': { items: items(1, 3), total_items: 7, total_pages: 3, next_cursor: 'a' },
        a: { items: items(4, 6), total_items: 7, next_cursor: 'b' },
        b: { items: items(7, 7), total_items: 7, next_cursor: null },
      },
      7,
      3,
    ],
    [
      'cursors that can be foreseen',
      {
        '': { items: items(1, 3), total_items: 10, total_pages: 4, current_page: 1, next_cursor: base64(2) },
        [base64(2)]: { items: items(4, 6), current_page: 2 },
        [base64(3)]: { items: items(7, 9), current_page: 3 },
        [base64(4)]: { items: items(10, 10), current_page: 4 },
      },
      10,
      4,
    ],
    [
      'foreseen cursors that turn out to mean something else',
      {
        '': { items: items(1, 3), total_items: 8, total_pages: 3, next_cursor: base64(2) },
        [base64(2)]: { items: items(4, 6), current_page: 2, total_items: 8, next_cursor: 'z' },
        [base64(3)]: { items: items(1, 3), current_page: 1 },
        z: { items: items(7, 8), total_items: 8 },
      },
      8,
      5,
    ],
    [
      'short pages',
      {
        '': { items: items(1, 1), total_items: 4, next_cursor: 'a' },
        a: { items: [], total_items: 4, next_cursor: 'b' },
        b: { items: items(2, 4), total_items: 4 },
      },
      4,
      3,
    ],
    [
      'no cursor although there is more: page numbers go on',
      {
        '': { items: items(1, 3), total_items: 5, total_pages: 1, next_cursor: null },
        2: { items: items(4, 5), total_items: 5 },
      },
      5,
      2,
    ],
    [
      'a cursor that comes round while there is more',
      {
        '': { items: items(1, 3), total_items: 7, next_cursor: 'a' },
        a: { items: items(4, 6), total_items: 7, next_cursor: 'a' },
        3: { items: items(7, 7), total_items: 7 },
      },
      7,
      3,
    ],
    [
      'a cursor that comes round at the end',
      { '': { items: items(1, 3), next_cursor: 'a' }, a: { items: items(4, 6), next_cursor: '' } },
      6,
      2,
    ],
    [
      'a cursor on every page, the last included',
      {
        '': { items: items(1, 3), total_items: 4, next_cursor: 'a' },
        a: { items: items(4, 4), total_items: 4, next_cursor: 'a' },
        3: { items: items(1, 3), total_items: 4, next_cursor: 'a' },
      },
      4,
      3,
    ],
    [
      'a total that counts more than there is, with an empty page behind the last',
      { '': { items: items(1, 3), total_items: 9 } },
      3,
      2,
    ],
    [
      'an item that two pages hold',
      {
        '': { items: items(1, 3), total_items: 4, next_cursor: 'a' },
        a: { items: items(3, 4), total_items: 4 },
      },
      4,
      2,
    ],
  ] satisfies [string, Record<string, Partial<WirePage<Item>>>, number, number][])(
    'gets all of a list with %s',
    async (_, pages, count, calls) => {
      const { asked, walk } = upstream(pages);
      expect((await walk()).map(({ id }) => id)).toEqual(items(1, count).map(({ id }) => id));
      expect(asked).toHaveLength(calls);
    },
  );

  it('never passes half a list off as the whole', async () => {
    const page = { items: items(1, 3), total_items: 9, next_cursor: 'a' };
    const { walk } = upstream({ '': page, a: page });
    await expect(walk()).rejects.toThrow(IncompleteListError);
  });

  it('ends, whatever the cursors say', async () => {
    let calls = 0;
    const endless = walkPages<Item>(
      async () => ({ items: [{ id: `i${calls++}` }], next_cursor: `c${calls}` }),
      ({ id }) => id,
    );
    expect((await endless).length).toBe(calls);
  });
});
