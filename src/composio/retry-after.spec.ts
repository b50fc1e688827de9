import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-01-01T00:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['1.5', 1_500],
    ['3600', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 3_600_000],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('a Retry-After of "%s" asks to wait for %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
