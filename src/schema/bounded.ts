class TooMuchWork extends Error {}

let left = Infinity;

/** Counts steps of work, some tens of nanoseconds each: too many end the `bounded` that they are taken in. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new TooMuchWork();
}

/**
 * What synchronous work on a schema gives: a small one can ask for work without end, or for more levels than the stack has.
 * @returns undefined where it takes more than so many steps, or too many levels
 */
export function bounded<T>(steps: number, work: () => T): T | undefined {
  const before = left;
  left = steps;
  try {
    return work();
  } catch (error) {
    if (error instanceof TooMuchWork || error instanceof RangeError) return undefined;
    throw error;
  } finally {
    left = before;
  }
}
