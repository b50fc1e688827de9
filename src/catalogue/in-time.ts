import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something no longer than `ms` milliseconds; then `late` says what comes of it instead, or throws. */
export async function inTime<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
  const done = new AbortController();
  // An abort in time is no failure.
  const waiting = pause(ms, undefined, { signal: done.signal, ref: false }).then(late, () => work);
  try {
    return await Promise.race([work, waiting]);
  } finally {
    done.abort();
  }
}
