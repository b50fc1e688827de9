/** How much a tool document may hold. */
export interface Budget {
  readonly operations: number;
  readonly bytes: number;
}

/** Something that takes room in it. */
export interface Sized {
  readonly bytes: number;
}

/** What fits, and what was looked at to find out. */
export interface Fit<T extends Sized> {
  readonly chosen: readonly T[];
  /** How many candidates cannot be offered at all. */
  readonly unfit: number;
  /** Whether every candidate that can be offered was chosen. */
  readonly complete: boolean;
}

/** After so many candidates in a row that are too large, the document counts as full. */
const MOST_MISSES = 20;

/**
 * The first candidates that fit a budget. One that is too large for what is left is passed over for the smaller ones behind it.
 * Candidates are only made as far as there is room: making one takes time.
 * @param make undefined for a candidate that cannot be offered
 */
export function fitBudget<C, T extends Sized>(
  candidates: readonly C[],
  budget: Budget,
  make: (candidate: C) => T | undefined,
): Fit<T> {
  const chosen: T[] = [];
  let room = budget.bytes;
  let unfit = 0;
  let misses = 0;
  let passedOver = 0;
  for (const [index, candidate] of candidates.entries()) {
    if (chosen.length >= budget.operations || misses >= MOST_MISSES) {
      passedOver += candidates.length - index;
      break;
    }
    const made = make(candidate);
    if (!made) unfit += 1;
    else if (made.bytes > room) {
      passedOver += 1;
      misses += 1;
    } else {
      chosen.push(made);
      room -= made.bytes;
      misses = 0;
    }
  }
  return { chosen, unfit, complete: passedOver === 0 };
}
