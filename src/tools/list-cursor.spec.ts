import { cursorAfter, itemsBefore } from './list-cursor.js';

describe('list cursors', () => {
  it.each([0, 1, 100, 41_303])('%i comes back', (count) => {
    expect(itemsBefore(cursorAfter(count))).toBe(count);
  });

  it('none is the beginning', () => {
    expect(itemsBefore(undefined)).toBe(0);
  });

  it.each(['', '2', 'YWZ0ZXI6LTE', 'YWZ0ZXI6MWUz', '%%%'])('%j is refused', (cursor) => {
    expect(() => itemsBefore(cursor)).toThrow(expect.objectContaining({ code: 'request_invalid' }) as Error);
  });
});
