import { linearPattern } from './linear-pattern.js';

describe('linearPattern', () => {
  it.each([
    ['^a+$', 'aaa', true],
    ['^a+$', 'aab', false],
    ['[0-9a-fA-F]{4}', 'xx12aFxx', true],
    ['^\\d{4}-\\d{2}$', '2026-01', true],
    ['^\\d{4}-\\d{2}$', '2026-1', false],
    ['^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$', 'ana@example.org', true],
    ['^\\u00e9\\/x$', 'é/x', true],
    ['^\\p{L}+$', 'Straße', true],
    ['^\\p{L}+$', '1', false],
    ['(?<year>\\d+)', 'in 2026', true],
    ['', 'anything', true],
  ])('%s on %s', (source, text, matches) => {
    expect(linearPattern(source).test(text)).toBe(matches);
  });

  it.each(['(?=x)y', '(?<!x)y', '(a)\\1', '('])(
    'lets everything through for %s, which takes another engine',
    (source) => {
      expect(linearPattern(source).test('z')).toBe(true);
    },
  );

  it('is done with a pattern that hangs a backtracking engine', () => {
    expect(linearPattern('^(a+)+$').test(`${'a'.repeat(10_000)}!`)).toBe(false);
    expect(linearPattern('^(([a-z])+.)+[A-Z]([a-z])+$').test('a'.repeat(10_000))).toBe(false);
  });
});
