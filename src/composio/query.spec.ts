import { encodeQuery, type Query } from './query.js';

describe('encodeQuery', () => {
  it.each<[Query, string]>([
    [{}, ''],
    [{ cursor: undefined }, ''],
    [
      { limit: 50, include_deprecated: false, query: 'a b&c' },
      '?limit=50&include_deprecated=false&query=a%20b%26c',
    ],
    [{ user_ids: ['anna', 'b,en'] }, '?user_ids=anna,b%2Cen'],
    [{ query: 'é😀' }, '?query=%C3%A9%F0%9F%98%80'],
    [{ query: 'a\ud800b', toolkit_slug: ['\udc00'] }, '?query=a%EF%BF%BDb&toolkit_slug=%EF%BF%BD'],
  ])('%j is asked for as "%s"', (query, encoded) => {
    expect(encodeQuery(query)).toBe(encoded);
  });
});
