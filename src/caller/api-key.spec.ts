import { Problem } from '../errors/problem.js';
import { apiKeyOf, isForeignToken } from './api-key.js';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('apiKeyOf', () => {
  it.each([
    [{ authorization: 'Bearer ak_1' }, 'ak_1'],
    [{ authorization: 'bearer  ak_1 ' }, 'ak_1'],
    [{ 'x-api-key': 'ak_1' }, 'ak_1'],
    [{ 'x-api-key': 'ak_1', authorization: `Bearer ${jwt}` }, 'ak_1'],
    [{}, undefined],
    [{ authorization: 'Bearer ' }, undefined],
    [{ authorization: 'Bearer' }, undefined],
    [{ authorization: '' }, undefined],
    [{ 'x-api-key': ' ', authorization: 'Bearer ak_1' }, 'ak_1'],
  ])('a request with %j has the key %s', (headers, key) => {
    expect(apiKeyOf(headers)).toBe(key);
  });

  it.each([
    [{ authorization: 'Basic YTpi' }],
    [{ authorization: 'Bearer a b' }],
    [{ authorization: 'Bearer clé' }],
    [{ 'x-api-key': 'ak_1, ak_2' }],
    [{ 'x-api-key': ['ak_1', 'ak_2'] }],
    [{ authorization: `Bearer ${'a'.repeat(513)}` }],
  ])('refuses %j', (headers) => {
    expect(() => apiKeyOf(headers)).toThrow(
      expect.objectContaining({ code: 'credential_malformed' }) as Problem,
    );
  });
});

describe('isForeignToken', () => {
  it.each([
    [jwt, true],
    ['sk-0123456789', true],
    ['ak_1', false],
    ['uak_1', false],
    ['a.b.c', false],
    ['eyJ', false],
    ['0123456789abcdef', false],
  ])('%s is a token of Open WebUI, never for Composio: %s', (key, foreign) => {
    expect(isForeignToken(key)).toBe(foreign);
  });
});
