import { SeenPages } from './seen-pages.js';

describe('A page that was seen before', () => {
  it('is not read again, and any other is', async () => {
    const pages = new SeenPages();
    const read: string[] = [];
    const get = (text: string) =>
      pages.get(text, async () => {
        read.push(text);
        return { text };
      });

    expect(await get('a')).toBe(await get('a'));
    expect(await get('b')).toEqual({ text: 'b' });
    expect(read).toEqual(['a', 'b']);
  });

  it('is forgotten when it was not seen for long, and there is much', async () => {
    const pages = new SeenPages();
    const get = (text: string) => pages.get(text, async () => ({}));
    const [first, second, third] = ['1', '2', '3'].map((name) => name.repeat(7 * 1024 * 1024));
    const page = await get(first as string);
    const other = await get(second as string);
    await get(first as string);
    await get(third as string);

    expect(await get(first as string)).toBe(page);
    expect(await get(second as string)).not.toBe(other);
  });

  it('is not remembered when it could not be read', async () => {
    const pages = new SeenPages();
    const failing = pages.get('a', () => Promise.reject(new Error('no page')));
    await expect(failing).rejects.toThrow('no page');

    expect(await pages.get('a', async () => 'page')).toBe('page');
  });
});
