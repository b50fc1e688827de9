import { freshUntil, isServable, KEEP_MS, loaded, refreshFailed } from './freshness.js';

describe('freshness', () => {
  it('counts from the moment a value was loaded', () => {
    expect(freshUntil(loaded('x', 1_000), 300_000)).toBe(301_000);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [7, 60_000],
    [30, 60_000],
  ])('after %i failed refreshes waits %i ms for the next', (failures, waitMs) => {
    let entry = loaded('x', 0);
    for (let i = 0; i < failures; i += 1) entry = refreshFailed(entry, 500_000);
    expect(freshUntil(entry, 300_000)).toBe(500_000 + waitMs);
    expect(entry.value).toBe('x');
  });

  it('keeps a value for a day, however often a refresh failed', () => {
    const entry = refreshFailed(loaded('x', 0), KEEP_MS - 1);
    expect(isServable(entry, KEEP_MS - 1)).toBe(true);
    expect(isServable(entry, KEEP_MS)).toBe(false);
  });
});
