import { parseJsonBody } from './json-body.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('parseJsonBody', () => {
  it.each([
    ['{"a":1}', 'application/json', { a: 1 }],
    ['{"a":1}', 'application/json; charset=utf-8', { a: 1 }],
    ['{"a":1}', 'application/problem+json', { a: 1 }],
    ['{"a":1}', '', { a: 1 }],
    ['\ufeff{"a":1}', 'application/json', { a: 1 }],
    ['', 'application/json', {}],
    [' \n', '', {}],
    ['[1]', 'application/json', [1]],
    ['"[[["', 'application/json', '[[['],
    ['"\\"[[["', 'application/json', '"[[['],
    [nested(64), 'application/json', JSON.parse(nested(64))],
  ])('%s as %s', (text, type, value) => {
    expect(parseJsonBody(Buffer.from(text), { 'content-type': type }).value).toEqual(value);
  });

  it.each([
    ['{"a":', 'application/json'],
    ['a=1', 'application/x-www-form-urlencoded'],
    ['{}', 'text/plain'],
    [nested(65), 'application/json'],
    [nested(100_000), 'application/json'],
    [Buffer.from([0x22, 0xff, 0x22]), 'application/json'],
  ])('refuses %s as %s', (text, type) => {
    expect(() => parseJsonBody(Buffer.from(text), { 'content-type': type })).toThrow(
      expect.objectContaining({ code: 'request_invalid' }) as Error,
    );
  });

  it('says of a compressed body that it is one', () => {
    const compressed = () => parseJsonBody(Buffer.from([0x1f, 0x8b]), { 'content-encoding': 'gzip' });
    expect(compressed).toThrow(expect.objectContaining({ detail: 'The body is compressed.' }) as Error);
  });

  it('takes __proto__ for a name like any other', () => {
    const parsed = parseJsonBody(Buffer.from('{"__proto__":{"polluted":true}}'), {});
    expect(Object.keys(parsed.value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
