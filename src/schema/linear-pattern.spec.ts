import { bounded } from './bounded.js';
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
  ])('the pattern %s on %s matches: %s', (source, text, matches) => {
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

  it('lets everything through for a pattern that makes too large a program', () => {
    expect(linearPattern('^[a-z]{1000}[a-z]{1000}[a-z]{1000}$').test('1')).toBe(true);
    expect(linearPattern(`^(?:${'a'.repeat(2_000)}){1000}$`).test('1')).toBe(true);
  });

  it('counts its steps, by the size of the pattern and of the text', () => {
    const costly = linearPattern('(?:(?:[a-z-]{0,30}){30})[0-9]');
    expect(bounded(1_000_000, () => costly.test('a'.repeat(100)))).toBe(false);
    expect(bounded(1_000_000, () => costly.test('a'.repeat(20_000)))).toBeUndefined();
    expect(bounded(1_000_000, () => linearPattern('^[a-z]+$').test('a'.repeat(20_000)))).toBe(true);
  });
});
