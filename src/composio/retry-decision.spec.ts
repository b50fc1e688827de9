import { decideRetry } from './retry-decision.js';

const base = { retries: 0, maxRetries: 2, remainingMs: 60_000 };
const read = { ...base, write: false };
const write = { ...base, write: true };
const lost = { neverSent: false, status: undefined, retryAfterMs: undefined };
const refused = { ...lost, neverSent: true };
const answered = (status: number, retryAfterMs?: number) => ({ ...lost, status, retryAfterMs });

describe('decideRetry', () => {
  it.each([
    ['a read that got no answer', read, lost, 100],
    ['a read that never left', read, refused, 100],
    ['the second repetition of a read', { ...read, retries: 1 }, lost, 200],
    ['a read, 500', read, answered(500), 100],
    ['a read, 503 with Retry-After', read, answered(503, 2_000), 2_000],
    ['a read, 429 with a Retry-After at the cap', read, answered(429, 2_000), 2_000],
    ['a write that never left', write, refused, 100],
    ['a write turned away by a rate limit', write, answered(429, 20_000), 20_000],
    ['a write turned away without a word on the wait', write, answered(429), 100],
  ])('repeats %s', (_, attempt, failure, delayMs) => {
    expect(decideRetry(attempt, failure, 0)).toMatchObject({ retry: true, delayMs });
  });

  it.each([
    ['a read with no retries left', { ...read, retries: 2 }, lost],
    ['anything when retries are off', { ...read, maxRetries: 0 }, refused],
    ['a read, 401', read, answered(401)],
    ['a read, 404', read, answered(404)],
    ['a read, 501', read, answered(501)],
    ['a read whose limit passes too late', read, answered(429, 2_001)],
    ['a read whose wait does not fit', { ...read, remainingMs: 1_000 }, answered(503, 2_000)],
    ['a read at its deadline', { ...read, remainingMs: 0 }, lost],
    ['a write whose answer was lost', write, lost],
    ['a write, 500', write, answered(500)],
    ['a write, 502', write, answered(502)],
    ['a write, 503 with Retry-After', write, answered(503, 1_000)],
    ['a write, 504', write, answered(504)],
    ['a write whose limit passes after the deadline', { ...write, remainingMs: 5_000 }, answered(429, 5_000)],
    ['a write that never left, with no retries left', { ...write, retries: 2 }, refused],
  ])('does not repeat %s', (_, attempt, failure) => {
    expect(decideRetry(attempt, failure, 0).retry).toBe(false);
  });

  it('spreads the back-off by up to a quarter, and never below what was asked for', () => {
    expect(decideRetry(read, lost, 0.999)).toMatchObject({ delayMs: expect.closeTo(75, 0) as number });
    expect(decideRetry(read, answered(429, 500), 0.999)).toMatchObject({ delayMs: 500 });
  });
});
