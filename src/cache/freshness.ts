/** A cached value with its history. Times are milliseconds on one monotonic clock. */
export interface Entry<T> {
  readonly value: T;
  readonly loadedAt: number;
  /** How many refreshes failed since. */
  readonly failures: number;
  /** No refresh is tried before this. */
  readonly retryAt: number;
}

/** Values are kept, and served while Composio fails, for a day. */
export const KEEP_MS = 24 * 60 * 60 * 1_000;

const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 60_000;

/** A value as it arrived. */
export function loaded<T>(value: T, now: number): Entry<T> {
  return { value, loadedAt: now, failures: 0, retryAt: 0 };
}

/** The same value after one more failed refresh: the next one waits twice as long, up to a minute. */
export function refreshFailed<T>(entry: Entry<T>, now: number): Entry<T> {
  const failures = entry.failures + 1;
  const backOffMs = Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS);
  return { ...entry, failures, retryAt: now + backOffMs };
}

/** Until when a value needs no refresh. */
export function freshUntil(entry: Entry<unknown>, freshMs: number): number {
  return Math.max(entry.loadedAt + freshMs, entry.retryAt);
}

/** Whether a value may still be served at all. */
export function isServable(entry: Entry<unknown>, now: number): boolean {
  return now - entry.loadedAt < KEEP_MS;
}
