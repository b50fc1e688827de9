import { cursorsFromSecond } from './page-cursor.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('cursorsFromSecond', () => {
  it.each([
    [
      '{"page":2,"limit":1000}',
      ['{"page":2,"limit":1000}', '{"page":3,"limit":1000}', '{"page":4,"limit":1000}'],
    ],
    ['2-1000', ['2-1000', '3-1000', '4-1000']],
    ['1000:2', ['1000:2', '1000:3', '1000:4']],
    ['page=2&limit=20', ['page=2&limit=20', 'page=3&limit=20', 'page=4&limit=20']],
  ])('reads the pattern of %s', (second, pages) => {
    expect(cursorsFromSecond(base64(second), 4)).toEqual(pages.map(base64));
  });

  it('keeps a spelling without padding', () => {
    const second = base64('2-100').replaceAll('=', '');
    expect(cursorsFromSecond(second, 3)).toEqual([second, base64('3-100').replaceAll('=', '')]);
  });

  it.each([
    ['an opaque cursor', 'c_8f1e'],
    ['no page number in it', base64('after:GMAIL_SEND')],
    ['two numbers it could be', base64('2-2')],
    ['bytes rather than text', Buffer.from([0, 50, 255]).toString('base64')],
    ['nothing', ''],
  ])('gives up on %s', (_, cursor) => {
    expect(cursorsFromSecond(cursor, 4)).toBeUndefined();
  });
});
