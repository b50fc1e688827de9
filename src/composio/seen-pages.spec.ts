import { SeenPages } from './seen-pages.js';
import type { WirePage } from './wire-types.js';

const pageOf = (items: (object | undefined)[]) =>
  ({ items, next_cursor: 'next' }) as WirePage<object | undefined>;

describe('A page that was seen before', () => {
  it('gives the same items without being read again, and any other is read', async () => {
    const pages = new SeenPages();
    const read: string[] = [];
    const get = (text: string) =>
      pages.get(text, async () => {
        read.push(text);
        return pageOf([{ text }, undefined]);
      });
    const [first, second] = [await get('a'), await get('a')];

    expect(second).toEqual(first);
    expect(second.items[0]).toBe(first.items[0]);
    expect(second.next_cursor).toBe('next');
    expect((await get('b')).items[0]).toEqual({ text: 'b' });
    expect(read).toEqual(['a', 'b']);
  });

  it('is forgotten when it was not seen for long, and there is much', async () => {
    const pages = new SeenPages();
    const read: string[] = [];
    const items = Array.from({ length: 90_000 }, () => ({}));
    const get = (text: string) =>
      pages.get(text, async () => {
        read.push(text);
        return pageOf(items);
      });
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await get(text);

    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is not remembered when it could not be read', async () => {
    const pages = new SeenPages();
    const failing = pages.get('a', () => Promise.reject(new Error('no page')));
    await expect(failing).rejects.toThrow('no page');

    const item = {};
    expect((await pages.get('a', async () => pageOf([item]))).items).toEqual([item]);
  });
});
